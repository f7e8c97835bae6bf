// Pictures, drawings and lines: where the ink of a page lies that is no text.
#pragma once

#include <cstdint>

#include "model/geometry.hpp"

namespace model {

enum class DrawingKind : std::uint8_t {
  picture,  // made of pixels, wholly or in part: its edges may be white
  drawing,  // of lines and areas
  line,     // one upright line, as between the parts of a table
};

// Ink that belongs together. Without backgrounds of whole pages, what cannot be seen, and what
// stands at the same place of several pages.
struct Drawing {
  int page = 0;  // from 1
  Box box;       // of its ink
  DrawingKind kind = DrawingKind::drawing;
};

}  // namespace model
