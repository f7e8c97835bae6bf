// Points and the affine maps of PDF: (x, y) becomes (a x + c y + e, b x + d y + f).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace extract {

struct Point {
  double x = 0, y = 0;
};

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point map(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  Point map_delta(double x, double y) const { return {a * x + c * y, b * x + d * y}; }
  bool is_upright() const { return (b == 0 && c == 0) || (a == 0 && d == 0); }
  // This map first, then `next`.
  Matrix then(const Matrix& next) const {
    return {a * next.a + b * next.c,          a * next.b + b * next.d,
            c * next.a + d * next.c,          c * next.b + d * next.d,
            e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
  }
};

// How much wider this makes what it maps than high, in thousandths; height is taken across what it
// makes of (1, 0), so that leaning changes nothing. 0 where nothing is left of the height.
inline std::uint16_t scale_of(const Matrix& m) {
  constexpr double kMost = 65535;
  const double along = m.a * m.a + m.b * m.b, area = std::fabs(m.a * m.d - m.b * m.c);
  const double scale = 1000 * along / area;
  // False where it is no number, too.
  return scale > 0 && area > 0 ? static_cast<std::uint16_t>(std::min(scale + 0.5, kMost)) : 0;
}

}  // namespace extract
