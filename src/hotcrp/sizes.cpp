#include "hotcrp/sizes.hpp"

#include <cmath>

namespace hotcrp {
namespace {

constexpr double kTexPoints = 72.27 / 72;  // of TeX's, in one of the PDF's
constexpr double kStep = 0.5;              // sizes are named by whole and half points
constexpr double kTenth = 0.1;             // and TeX's leading by tenths: 13.6 pt
// Fonts are scaled in thousandths, and their matrices printed with few digits.
constexpr double kPrinted = 0.02;
// LaTeX's 11 pt are 10.95 of TeX's points.
constexpr double kShort = 0.06;
constexpr double kTenthPrinted = 0.011;

double nearest(double value, double step) {
  return std::round(value / step) * step;
}

double tidy(double value) {
  constexpr double kHundredths = 100;
  return std::round(value * kHundredths) / kHundredths;
}

}  // namespace

model::Points nominal(model::Points size) {
  const double whole = nearest(size, kStep);
  if (std::abs(size - whole) <= kPrinted) return tidy(whole);
  const double in_tex = size * kTexPoints;
  const double named = nearest(in_tex, kStep);
  if (in_tex <= named + kPrinted && named - in_tex <= kShort) return tidy(named);
  const double tenth = nearest(in_tex, kTenth);
  return tidy(std::abs(in_tex - tenth) <= kTenthPrinted ? tenth : size);
}

}  // namespace hotcrp
