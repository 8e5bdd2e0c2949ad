#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

int main() {
    long opening, closing, count, alone = 0;
    std::cin >> opening >> closing >> count;
    std::vector<std::pair<long, long>> shifts(count);
    for (auto &[start, end] : shifts) std::cin >> start >> end;
    std::sort(shifts.begin(), shifts.end());
    long covered_until = opening;
    for (auto [start, end] : shifts) {
        start = std::min(start, closing);
        alone += std::max(0L, start - covered_until);
        covered_until = std::max({covered_until, start, std::min(end, closing)});
    }
    std::cout << alone + closing - covered_until << "\n";
}
