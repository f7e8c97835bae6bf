// Medians and the lines that benchmarks print.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "util/format.hpp"

namespace bench {

// Of nothing, not a number.
inline double quantile(std::vector<double> values, double part) {
  if (values.empty()) return NAN;
  std::sort(values.begin(), values.end());
  const double at = part * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (values[above] - values[below]) * (at - std::floor(at));
}

inline double median(std::vector<double> values) {
  return quantile(std::move(values), 0.5);
}

// "  figure   goal  met" with what it was compared to.
inline void print_figure(const std::string& what, double figure, double goal,
                         bool less_is_better = true) {
  const bool is_met = less_is_better ? figure <= goal : figure >= goal;
  fmt::print("  {:<58} {:>8.3f}   goal {} {:<6.3g} {}\n", what, figure,
             less_is_better ? "<=" : ">=", goal, is_met ? "met" : "MISSED");
}

inline void print_value(const std::string& what, double value, const char* unit) {
  fmt::print("  {:<58} {:>8.2f} {}\n", what, value, unit);
}

}  // namespace bench
