// Pictures made of pixels as they are placed on the pages, and how fine they are there.
#pragma once

#include <vector>

#include "model/paper.hpp"

namespace checks {

struct Picture {
  int page = 0;
  model::Box box;         // as far as it is seen
  double resolution = 0;  // samples on an inch, in the coarser direction; 0 where unknown
  bool is_bilevel = false;
  bool has_labels = false;  // text of a figure stands in it or right beside it
  double printed = 0;       // `resolution` on the sheet that a rule has pages fitted to
};

// Figures and good parts of figures; no icons and logos, no backgrounds of whole pages, nor what
// stands at the same place of several pages. The strips and tiles that programs cut an image into
// are one picture.
std::vector<Picture> large_pictures(const model::Paper& paper);

// Whether its samples are dots of a picture, neither a gradient nor the cells of a map.
bool has_detail(const Picture& picture);

// Whether it has so few samples that each may be meant to be seen.
bool is_tiny(const Picture& picture);

// How much of the text block of a page images cover, from 0 to 1.
double share_covered(const model::Paper& paper, int page);

}  // namespace checks
