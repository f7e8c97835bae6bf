// Pairs two sequences that are nearly the same, in order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace oracle {

struct Pair {
  std::optional<std::size_t> ours, theirs;  // one of them missing where the other has no partner
};

// `are_same(i, j)` says whether ours[i] and theirs[j] are one thing. Where they are not, the
// nearest place at which both go on alike is looked for.
template <class Same>
std::vector<Pair> align(std::size_t ours, std::size_t theirs, std::size_t run, Same are_same) {
  constexpr std::size_t kReach = 3000;        // skipped at once, on both sides together
  constexpr std::size_t kEffort = 2'000'000;  // comparisons in vain, then the rest has no partner
  std::vector<Pair> out;
  std::size_t i = 0, j = 0, effort = 0;
  const auto goes_on = [&](std::size_t at, std::size_t other) {
    for (std::size_t k = 0; k < run && at + k < ours && other + k < theirs; ++k) {
      if (!are_same(at + k, other + k)) return false;
    }
    return true;
  };
  const auto find_next = [&]() -> std::optional<std::pair<std::size_t, std::size_t>> {
    for (std::size_t sum = 1; sum <= kReach; ++sum) {
      for (std::size_t skipped = 0; skipped <= sum; ++skipped) {
        const std::size_t at = i + skipped, other = j + sum - skipped;
        if (++effort > kEffort) return std::nullopt;
        if (at < ours && other < theirs && goes_on(at, other)) return std::pair(at, other);
      }
    }
    return std::nullopt;
  };
  while (i < ours && j < theirs) {
    if (are_same(i, j)) {
      out.push_back({i++, j++});
      continue;
    }
    const auto next = find_next();
    if (!next) break;
    while (i < next->first) out.push_back({i++, std::nullopt});
    while (j < next->second) out.push_back({std::nullopt, j++});
  }
  while (i < ours) out.push_back({i++, std::nullopt});
  while (j < theirs) out.push_back({std::nullopt, j++});
  return out;
}

}  // namespace oracle
