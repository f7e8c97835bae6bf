// What one page paints, as plain values: glyphs, ink, links and annotations.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/geometry.hpp"

namespace model {

// 0xRRGGBB in sRGB; patterns, shadings and most images have no single colour.
using Color = std::uint32_t;
inline constexpr Color kUnknownColor = 0xff000000;

// 0, 90, 180, 270 degrees as shown, and what runs at an angle between them.
enum class Turn : std::uint8_t { none, left, over, right, askew };

// Letter spacing is no field of a glyph: the box ends with the glyph's own advance, so that what
// lies between it and the origin of the next is spacing and kerning, whichever operators made it.
struct Glyph {
  float left = 0, top = 0, right = 0, bottom = 0;  // box from the font's ascent, descent and width
  float x = 0, baseline = 0;                       // origin
  float size = 0;                                  // effective size: |(0,1) Tm CTM| Tfs, Points
  std::uint32_t text = 0;                          // first code point in Page::text
  std::uint8_t text_length = 0;                    // 0 where the font maps to no Unicode
  std::uint8_t render_mode = 0;                    // PDF 32000 table 106; 3 and 7 paint nothing
  std::uint8_t opacity = 255;
  Turn turn = Turn::none;
  bool clipped = false;       // wholly outside the clip
  bool off_page = false;      // wholly outside the page as shown
  bool hidden_layer = false;  // in an optional-content group that is off
  bool in_form = false;       // painted by a form XObject, as included figures are
  bool is_mixed = false;      // by a soft mask, a blend mode or two colours: `color` is not all
  std::uint16_t font = 0;     // index into Document::fonts
  // Width against height beside the font as it was made, in thousandths, by the text matrix, the
  // CTM and Tz alone; a slant does not count. Also of vertical writing; of Type 3 fonts, whose own
  // matrix belongs to their design, too. 0 where the glyph is as flat as a line.
  std::uint16_t scale = 1000;
  std::uint32_t order = 0;  // paint order on the page, shared with Ink
  Color color = 0;
};

// glyph: what the procedure of a Type 3 glyph paints, right after it in paint order; a glyph
// without shows nothing. Other fonts have no ink of their own.
enum class InkKind : std::uint8_t { fill, stroke, image, shading, glyph };

// How much of its box an ink paints: some where that cannot be told, as under a clip of any shape;
// little where 15 % are not reached; most where only round corners are left out.
enum class Cover : std::uint8_t { some, little, most, all };

struct Ink {
  Box box;  // clipped
  InkKind kind = InkKind::fill;
  bool is_rectangle = false;  // axis-aligned, by its points
  std::uint8_t opacity = 255;
  bool in_form = false;
  Color color = 0;
  std::uint32_t order = 0;
  bool masked = false;  // by a soft mask or a blend mode, so that it may let through what is below
  Cover cover = Cover::some;
};

// An image that is seen, which is an Ink too, by its dictionary; of samples the Ink has one colour.
struct Image {
  Box box;                       // of what the clip leaves
  Points width = 0, height = 0;  // along its own sides, clipped parts too
  int columns = 0, rows = 0;     // samples; 0 where unknown
  int bits = 0;                  // of a component; 0 where only the samples would tell
  bool is_stencil = false;       // of one bit, painted in the current colour
  bool in_form = false;
  std::uint32_t order = 0;  // of its ink
};

struct Link {
  Box box;
  std::string uri;          // empty for a link inside the document
  std::string destination;  // the name it leads to, where it has one
};

struct Annotation {
  Box box;
  std::string type;  // the PDF subtype, "Text", "Widget"...; links are in Page::links
  std::string author;
  std::string contents;
  std::string rich_text = {};  // the same, or more, with marks of its own
  std::string subject = {};
};

// What a passage is meant to read as when it is copied or read aloud.
struct ActualText {
  Box box;  // of its glyphs, seen or not; empty where it shows none
  std::string text;
};

struct Page {
  Size size;         // as shown: after Rotate, CropBox and UserUnit
  int rotation = 0;  // degrees, of the page dictionary
  Box media_box;     // as stored, bottom-left origin turned to top-left, unrotated
  Box crop_box;
  bool truncated = false;     // not all of it was read
  std::vector<Glyph> glyphs;  // in paint order
  std::u32string text;        // what the glyphs' text points into
  std::vector<Ink> inks;      // in paint order
  std::vector<Image> images;  // likewise
  std::vector<Link> links;
  std::vector<Annotation> annotations;
  std::vector<ActualText> actual_texts;
};

}  // namespace model
