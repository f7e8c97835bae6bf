// What single glyphs tell: whether they can be seen, and where they stand along their line.
#pragma once

#include "measure/text_line.hpp"

namespace measure {

// Whether any of it can be seen: not invisible by mode, opacity, clip, layer or place.
bool is_painted(const model::Glyph& glyph);

// White space, and what has no place that could be measured.
bool is_blank(const model::Glyph& glyph, const model::Page& page);

// Numbers of a hostile file that no arithmetic could bear.
bool is_absurd(const model::Glyph& glyph);

bool is_white(char32_t c);

// Begin and end in the direction of writing, growing along it.
Points along(const model::Glyph& glyph);
Points along_end(const model::Glyph& glyph);

inline Box box_of(const model::Glyph& g) {
  return {g.left, g.top, g.right, g.bottom};
}

}  // namespace measure
