// Compares boxes side by side, to what arithmetic leaves.
#pragma once

#include <catch2/catch.hpp>

#include "model/geometry.hpp"

inline void check_box(const model::Box& box, double left, double top, double right, double bottom) {
  CHECK(box.left == Approx(left));
  CHECK(box.top == Approx(top));
  CHECK(box.right == Approx(right));
  CHECK(box.bottom == Approx(bottom));
}
