// Lines of text out of single glyphs.
#pragma once

#include <string>
#include <vector>

#include "measure/text_line.hpp"

namespace measure {

struct FontTraits {
  bool bold = false, slanted = false, math = false;
  bool hangs = false;  // its signs begin at the baseline and go down
};

// A document with what the names of its fonts tell, found once.
struct Source {
  explicit Source(const model::Document& read);
  const model::Document& document;
  std::vector<FontTraits> fonts;
};

// Pieces of lines: neighbours on one baseline with their sub- and superscripts, cut at wide gaps.
// Glyphs in `skipped` are left out. Painted, unpainted and turned text never share a piece.
std::vector<TextLine> find_pieces(const Source& source, int page, const std::vector<bool>& skipped);

// Joins pieces of one baseline whose gap is at most `most` times their size, never across a gutter.
void join_pieces(const Source& source, int page, const std::vector<Gutter>& gutters, double most,
                 std::vector<TextLine>& pieces);

// Fills every field of `line` that follows from its glyphs.
void describe(const Source& source, int page, TextLine& line);

}  // namespace measure
