#include "checks/contrast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace checks {
namespace {

// Text hidden in preprints was #ffffff, #fefefe, #f9f9f9 or #f5f5f7 on white: ratios up to 1.09 and
// 10 of 255 apart. The lightest of drafts' marks and of grids, #e6e6e6, has 1.24 and 25.
constexpr double kNoRatio = 1.15;
constexpr int kNoDistance = 20;
// WCAG asks 3 of the largest type. At half of what is left above 1 nobody reads without looking for
// it: #d3d3d3 on white.
constexpr double kFaintRatio = 1.5;
constexpr int kFaintDistance = 48;

int channel(model::Color color, int shift) {
  return static_cast<int>((color >> shift) & 0xff);
}

// WCAG 2.1, relative luminance.
double linear(int value) {
  static const std::array<double, 256> kTable = [] {
    std::array<double, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      double share = static_cast<double>(i) / 255;
      table[i] = share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    }
    return table;
  }();
  return kTable[static_cast<std::size_t>(value)];
}

double luminance(model::Color color) {
  return 0.2126 * linear(channel(color, 16)) + 0.7152 * linear(channel(color, 8)) +
         0.0722 * linear(channel(color, 0));
}

}  // namespace

Contrast contrast(model::Color a, model::Color b) {
  int distance = 0;
  for (int shift : {0, 8, 16})
    distance = std::max(distance, std::abs(channel(a, shift) - channel(b, shift)));
  if (distance > kFaintDistance) return Contrast::clear;
  auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  double ratio = (lighter + 0.05) / (darker + 0.05);
  if (ratio <= kNoRatio && distance <= kNoDistance) return Contrast::none;
  return ratio <= kFaintRatio ? Contrast::faint : Contrast::clear;
}

model::Color mixed(model::Color above, model::Color below, double opacity) {
  model::Color out = 0;
  for (int shift : {0, 8, 16}) {
    double value = opacity * channel(above, shift) + (1 - opacity) * channel(below, shift);
    out |= static_cast<model::Color>(std::lround(value)) << shift;
  }
  return out;
}

}  // namespace checks
