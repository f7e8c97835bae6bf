// Points and the affine maps of PDF: (x, y) becomes (a x + c y + e, b x + d y + f).
#pragma once

namespace extract {

struct Point {
  double x = 0, y = 0;
};

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point map(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  Point map_delta(double x, double y) const { return {a * x + c * y, b * x + d * y}; }
  // This map first, then `next`.
  Matrix then(const Matrix& next) const {
    return {a * next.a + b * next.c,          a * next.b + b * next.d,
            c * next.a + d * next.c,          c * next.b + d * next.d,
            e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
  }
};

}  // namespace extract
