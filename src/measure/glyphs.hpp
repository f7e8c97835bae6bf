// What single glyphs tell: whether they can be seen, and where they stand along their line. All of
// it is asked for every glyph, so it is to be inlined.
#pragma once

#include <cmath>

#include "measure/text_line.hpp"

namespace measure {

// Whether any of it can be seen: not invisible by mode, opacity, clip, layer or place.
inline bool is_painted(const model::Glyph& glyph) {
  return glyph.render_mode != 3 && glyph.render_mode != 7 && glyph.opacity > 0 && !glyph.clipped &&
         !glyph.off_page && !glyph.hidden_layer;
}

inline bool is_white(char32_t c) {
  return c == U' ' || c == U'\t' || (c >= 0xa0 && (c == 0xa0 || c == 0x2003 || c == 0x2002));
}

// Numbers of a hostile file that no arithmetic could bear.
inline bool is_absurd(const model::Glyph& g) {
  // A page is at most 14,400 points wide; twice that is nowhere. What is no number is not near.
  auto is_near = [](float x) { return std::abs(x) <= 28800; };
  bool is_sound = g.size > 0 && g.size <= 14400 && is_near(g.left) && is_near(g.right) &&
                  is_near(g.baseline) && std::isfinite(g.top) && std::isfinite(g.bottom);
  return !is_sound;
}

// White space, and what has no place that could be measured.
inline bool is_blank(const model::Glyph& glyph, const model::Page& page) {
  if (is_absurd(glyph)) return true;
  if (glyph.text_length == 0) return glyph.right - glyph.left <= 0;
  for (std::size_t i = 0; i < glyph.text_length; ++i) {
    if (glyph.text + i < page.text.size() && !is_white(page.text[glyph.text + i])) return false;
  }
  return true;
}

// Begin and end in the direction of writing, growing along it.
inline Points along(const model::Glyph& g) {
  return g.turn == model::Turn::left ? -g.bottom : g.turn == model::Turn::right ? g.top : g.left;
}
inline Points along_end(const model::Glyph& g) {
  return g.turn == model::Turn::left ? -g.top : g.turn == model::Turn::right ? g.bottom : g.right;
}

inline Box box_of(const model::Glyph& g) {
  return {g.left, g.top, g.right, g.bottom};
}

}  // namespace measure
