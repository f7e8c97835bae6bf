// The pages of a PDF, and where on them a place is that is seen.
#pragma once

#include <vector>

#include "fix/rewriter/objects.hpp"
#include "model/geometry.hpp"

namespace fix {

// How a page is shown: what of it, how it is turned, and how large its units are.
struct Sheet {
  Value* page = nullptr;
  double left = 0, bottom = 0, right = 612, top = 792;  // in its own units
  int turn = 0;                                         // 0, 90, 180 or 270 degrees clockwise
  double unit = 1;                                      // points

  // From a place on the page as it is shown, in points from its top left.
  struct Spot {
    double x = 0, y = 0;
  };
  Spot own_place(double x, double y) const;
};

// In their order; as far as the tree of pages is one.
std::vector<Sheet> find_sheets(const Objects& objects);

}  // namespace fix
