// A PDF as plain values: what its pages paint and what it says about itself, before any measuring.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/geometry.hpp"

namespace model {

// 0xRRGGBB in sRGB; patterns, shadings and images have no single colour.
using Color = std::uint32_t;
inline constexpr Color kUnknownColor = 0xff000000;

enum class Turn : std::uint8_t { none, left, over, right };  // 0, 90, 180, 270 degrees as shown

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
  std::uint16_t font = 0;     // index into Document::fonts
  std::uint32_t order = 0;    // paint order on the page, shared with Ink
  Color color = 0;
};

enum class InkKind : std::uint8_t { fill, stroke, image, shading };

struct Ink {
  Box box;  // clipped
  InkKind kind = InkKind::fill;
  bool is_rectangle = false;  // axis-aligned, by its points
  std::uint8_t opacity = 255;
  bool in_form = false;
  Color color = 0;
  std::uint32_t order = 0;
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
};

struct Page {
  Size size;         // as shown: after Rotate, CropBox and UserUnit
  int rotation = 0;  // degrees, of the page dictionary
  Box media_box;     // as stored, bottom-left origin turned to top-left, unrotated
  Box crop_box;
  std::vector<Glyph> glyphs;  // in paint order
  std::u32string text;        // what the glyphs' text points into
  std::vector<Ink> inks;      // in paint order
  std::vector<Link> links;
  std::vector<Annotation> annotations;
};

struct Font {
  std::string name;  // without the subset prefix
  std::string type;  // "Type 1", "Type 1C", "TrueType", "Type 3", "CID Type 0C"... as pdffonts says
  bool embedded = false;
  bool subset = false;
  bool to_unicode = false;
  int glyphs = 0;          // painted with it in the whole document
  int glyphs_in_form = 0;  // of these, inside form XObjects
};

struct Destination {
  std::string name;  // hyperref's "section.1", "cite.x", "appendix.A"
  int page = 0;      // from 1
  Points y = 0;
};

struct OutlineEntry {
  std::string title;
  int level = 0;  // from 1
  int page = 0;   // 0 where it leads nowhere
  Points y = 0;
};

enum class FailureKind { empty, not_pdf, damaged, encrypted, too_large, too_many_pages };

// Why a file could not be read at all.
struct Failure {
  FailureKind kind = FailureKind::damaged;
  std::string message;  // one sentence with stage and place
};

struct Document {
  std::optional<Failure> failure;  // set: nothing below but what was found before it
  std::string pdf_version;
  bool encrypted = false;  // also where it opens without a password
  bool truncated = false;  // a limit cut something short
  bool repaired = false;   // the cross-reference table had to be rebuilt
  int complaints = 0;      // of the PDF library
  std::vector<std::pair<std::string, std::string>> info;  // the Info dictionary, UTF-8
  std::string xmp;                                        // the document's XMP packet
  std::vector<Page> pages;
  std::vector<Font> fonts;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
};

}  // namespace model
