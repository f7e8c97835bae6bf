#include "checks/likeness.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace checks {
namespace {

// Two numbers that agree make a pair worth a look: of 128, some of the 64 twos agree in all but one
// of 10^28 pairs that are 0.8 alike, and in one of 150 that are 0.01 alike.
constexpr std::size_t kRows = 2;
// In a crowd of papers that agree each is compared with so many that follow it, so that thousands
// of copies do not take a minute; each still meets its neighbours.
constexpr std::size_t kNeighbours = 32;

using Numbers = std::vector<std::uint32_t>;

class Search {
 public:
  Search(const Submissions& all, double threshold)
      : all_(all), threshold_(threshold), found_(all.size()) {}

  std::vector<std::vector<Alike>> run() {
    std::size_t longest = 0;
    for (std::size_t i = 0; i < all_.size(); ++i) longest = std::max(longest, numbers(i).size());
    for (std::size_t row = 0; row + kRows <= longest; row += kRows) search_band(row);
    for (auto& each : found_)
      std::sort(each.begin(), each.end(), [](const Alike& a, const Alike& b) {
        return std::pair(-a.likeness, a.other) < std::pair(-b.likeness, b.other);
      });
    return std::move(found_);
  }

 private:
  const Numbers& numbers(std::size_t position) const {
    static const Numbers kNone;
    const auto& sketch = all_[position].sketch;
    return sketch ? sketch->shingles : kNone;
  }

  void search_band(std::size_t row) {
    std::vector<std::pair<std::uint64_t, std::size_t>> keys;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Numbers& it = numbers(i);
      if (row + kRows <= it.size())
        keys.emplace_back(static_cast<std::uint64_t>(it[row]) << 32 | it[row + 1], i);
    }
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size(); ++i)
      for (std::size_t j = i + 1; j < keys.size() && j <= i + kNeighbours; ++j) {
        if (keys[i].first != keys[j].first) break;
        compare(keys[i].second, keys[j].second);
      }
  }

  void compare(std::size_t a, std::size_t b) {
    if (has_enough(a) && has_enough(b)) return;
    if (all_.is_same(a, b) || all_.is_copy(a, b) || is_known(a, b)) return;
    const double likeness = likeness_of(numbers(a), numbers(b));
    if (likeness < threshold_) return;
    add(a, {b, likeness});
    add(b, {a, likeness});
  }

  bool is_known(std::size_t a, std::size_t b) const {
    return std::any_of(found_[a].begin(), found_[a].end(),
                       [b](const Alike& each) { return each.other == b; });
  }

  static double likeness_of(const Numbers& a, const Numbers& b) {
    if (a.size() != b.size()) return 0;
    std::size_t equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i] ? 1 : 0;
    return static_cast<double>(equal) / static_cast<double>(a.size());
  }

  void add(std::size_t position, Alike alike) {
    if (!has_enough(position)) found_[position].push_back(alike);
  }

  bool has_enough(std::size_t position) const {
    return found_[position].size() >= Submissions::kMostOthers;
  }

  const Submissions& all_;
  double threshold_;
  std::vector<std::vector<Alike>> found_;
};

}  // namespace

std::vector<std::vector<Alike>> find_alike(const Submissions& all, double threshold) {
  return Search(all, threshold).run();
}

}  // namespace checks
