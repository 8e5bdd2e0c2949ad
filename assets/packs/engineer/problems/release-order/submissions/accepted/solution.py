import heapq
import sys


def main():
    words = sys.stdin.read().split()
    count, needs = int(words[0]), int(words[1])
    names, pairs = words[2 : 2 + count], words[2 + count :]
    waiting = dict.fromkeys(names, 0)
    wanted_by = {name: [] for name in names}
    for at in range(0, 2 * needs, 2):
        waiting[pairs[at]] += 1
        wanted_by[pairs[at + 1]].append(pairs[at])
    ready = [name for name in names if not waiting[name]]
    heapq.heapify(ready)
    order = []
    while ready:
        name = heapq.heappop(ready)
        order.append(name)
        for other in wanted_by[name]:
            waiting[other] -= 1
            if not waiting[other]:
                heapq.heappush(ready, other)
    print("\n".join(order) if len(order) == count else "impossible")


main()
