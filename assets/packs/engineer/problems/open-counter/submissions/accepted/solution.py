import sys


def main():
    numbers = list(map(int, sys.stdin.read().split()))
    opening, closing, count = numbers[:3]
    shifts = sorted(zip(numbers[3 : 3 + 2 * count : 2], numbers[4 : 4 + 2 * count : 2]))
    alone, covered_until = 0, opening
    for start, end in shifts:
        start, end = max(start, opening), min(end, closing)
        if start > covered_until:
            alone += min(start, closing) - covered_until
            covered_until = min(start, closing)
        covered_until = max(covered_until, end)
    print(alone + max(0, closing - covered_until))


main()
