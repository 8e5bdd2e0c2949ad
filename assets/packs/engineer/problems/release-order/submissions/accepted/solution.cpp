#include <functional>
#include <iostream>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    int count, needs;
    std::cin >> count >> needs;
    std::vector<std::string> names(count);
    std::unordered_map<std::string, int> place;
    for (int i = 0; i < count; i++) {
        std::cin >> names[i];
        place[names[i]] = i;
    }
    std::vector<int> waiting(count);
    std::vector<std::vector<int>> wanted_by(count);
    for (int i = 0; i < needs; i++) {
        std::string later, earlier;
        std::cin >> later >> earlier;
        waiting[place[later]]++;
        wanted_by[place[earlier]].push_back(place[later]);
    }
    std::priority_queue<std::string, std::vector<std::string>, std::greater<>> ready;
    for (int i = 0; i < count; i++)
        if (waiting[i] == 0) ready.push(names[i]);
    std::string order;
    int released = 0;
    for (; !ready.empty(); released++) {
        std::string name = ready.top();
        ready.pop();
        order += name + "\n";
        for (int other : wanted_by[place[name]])
            if (--waiting[other] == 0) ready.push(names[other]);
    }
    std::cout << (released == count ? order : "impossible\n");
}
