// Lengths and boxes on a page as it is shown: PDF points, origin at the top left, y growing down.
#pragma once

#include <algorithm>

namespace model {

using Points = double;  // 1/72 inch

struct Size {
  Points width = 0;
  Points height = 0;
};

// Invariant where non-empty: left <= right and top <= bottom.
struct Box {
  Points left = 0;
  Points top = 0;
  Points right = 0;
  Points bottom = 0;

  Points width() const { return right - left; }
  Points height() const { return bottom - top; }
  Points middle_x() const { return (left + right) / 2; }
  Points middle_y() const { return (top + bottom) / 2; }
  bool is_empty() const { return right <= left || bottom <= top; }
  bool contains(const Box& other, Points tolerance = 0) const {
    return other.left >= left - tolerance && other.right <= right + tolerance &&
           other.top >= top - tolerance && other.bottom <= bottom + tolerance;
  }
  bool overlaps(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  Box joined(const Box& other) const {
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
  }
};

}  // namespace model
