// Where places in a page's own coordinates are on the page as it is shown.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string_view>

#include "model/geometry.hpp"

namespace extract {

struct Frame {
  std::array<double, 6> matrix = {};  // from points of the format, y growing up
  double top = 0;                     // of the sheet, in those

  // A box by distances from the left and the top of the sheet, before it is turned or cut.
  model::Box shown(const model::Box& on_sheet) const;
};

struct Frames {
  int pages = 0;  // of the document; 0 where it cannot be read
  std::map<int, Frame> by_page;
};

// Of the pages asked for, from 1, as far as they are there. Throws std::bad_alloc alone.
Frames read_frames(std::string_view bytes, const std::set<int>& pages);

}  // namespace extract
