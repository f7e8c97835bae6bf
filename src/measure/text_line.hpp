// Lines of glyphs with what measuring wants to know about them; never leaves the folder.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "model/document.hpp"
#include "model/measured.hpp"

namespace measure {

using model::Box;
using model::Points;

// Glyphs that follow each other along a line in one font and size, on one baseline.
struct Stretch {
  float size = 0, baseline = 0;
  std::uint16_t font = 0;
  int glyphs = 0;
};

struct TextLine {
  model::Line line;
  std::vector<std::uint32_t> glyphs;  // indices into the page's, along the line
  std::vector<Stretch> stretches;     // all of these
  int letters = 0;                    // glyphs that are no white space
  int alphabetic = 0;                 // of these, letters of an alphabet
  int capitals = 0;
  double bold = 0, slanted = 0, math = 0;  // shares of the glyphs
  bool mark_first = false;                 // opens with a raised small sign, as a footnote does
  bool bold_first = false;
  int plain_tail = 0;     // glyphs behind the last bold one, signs of formulas aside
  Points largest = 0;     // size of the largest letter
  Points widest_gap = 0;  // between two of its glyphs
  bool in_form = false;
  bool turned = false;
  bool running = false;     // part of a paragraph in body type
  std::uint32_t order = 0;  // of its first glyph in paint order
};

// Whether it is set in the size of its line, and no script of it.
inline bool has_size_of(const Stretch& stretch, const TextLine& line) {
  return std::abs(stretch.size - line.line.size) < 0.02;
}

struct Gutter {
  Points left = 0, right = 0;
  Points middle() const { return (left + right) / 2; }
};

struct PageText {
  model::Size size;
  std::vector<TextLine> lines;  // reading order once columns are known
  std::vector<Gutter> gutters;  // from left to right; none on a page of one column
  // Left and right edges of the text in each column; of no height where too few lines show them.
  std::vector<Box> columns;
};

// Marks glyphs, page by page, that are line numbers; nothing where a paper has none.
using GlyphMask = std::vector<std::vector<bool>>;

}  // namespace measure
