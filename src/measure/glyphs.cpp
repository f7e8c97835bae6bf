#include "measure/glyphs.hpp"

#include <cmath>

namespace measure {

using model::Glyph;
using model::Turn;

bool is_painted(const Glyph& glyph) {
  return glyph.render_mode != 3 && glyph.render_mode != 7 && glyph.opacity > 0 && !glyph.clipped &&
         !glyph.off_page && !glyph.hidden_layer;
}

bool is_white(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0xa0 || c == 0x2003 || c == 0x2002;
}

bool is_absurd(const Glyph& glyph) {
  bool is_finite = std::isfinite(glyph.left) && std::isfinite(glyph.right) &&
                   std::isfinite(glyph.top) && std::isfinite(glyph.bottom) &&
                   std::isfinite(glyph.baseline) && std::isfinite(glyph.size);
  // A page is at most 14,400 points wide; twice that is nowhere.
  return !is_finite || glyph.size <= 0 || glyph.size > 14400 || std::abs(glyph.left) > 28800 ||
         std::abs(glyph.right) > 28800 || std::abs(glyph.baseline) > 28800;
}

bool is_blank(const Glyph& glyph, const model::Page& page) {
  if (is_absurd(glyph)) return true;
  if (glyph.text_length == 0) return glyph.right - glyph.left <= 0;
  for (std::size_t i = 0; i < glyph.text_length; ++i) {
    if (glyph.text + i < page.text.size() && !is_white(page.text[glyph.text + i])) return false;
  }
  return true;
}

Points along(const Glyph& g) {
  return g.turn == Turn::left ? -g.bottom : g.turn == Turn::right ? g.top : g.left;
}
Points along_end(const Glyph& g) {
  return g.turn == Turn::left ? -g.top : g.turn == Turn::right ? g.bottom : g.right;
}

}  // namespace measure
