// One thing that two readings of a document say differently, and which differences are accepted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace oracle {

enum class Property {
  pages,  // how many, or that there are none at all
  page_box,
  links,
  annotations,
  fonts,  // the document's list
  font_scale,
  text,  // a glyph that the other side lacks, or one that stands for other characters
  baseline,
  size,
  glyph_box,
  glyph_scale,
  turn,
  font,
  glyph_color,
  glyph_opacity,
  render_mode,
  clipped,
  off_page,
  hidden_layer,
  glyph_in_form,
  ink,  // one that the other side lacks: of that kind, at that place
  ink_box,
  ink_rectangle,
  ink_color,
  ink_opacity,
  ink_in_form,
  images,  // their samples and sides
  order,
  count_
};
inline constexpr std::size_t kProperties = static_cast<std::size_t>(Property::count_);
const char* name_of(Property property);

struct Difference {
  Property property = Property::pages;
  int page = 0;           // from 1; 0 for the document
  std::size_t index = 0;  // of the glyph or ink, on our side where we have it
  std::string ours, theirs;
  // What differs, where it is a glyph or an ink that this side has.
  const model::Glyph* our_glyph = nullptr;
  const model::Glyph* their_glyph = nullptr;
  const model::Ink* our_ink = nullptr;
  const model::Ink* their_ink = nullptr;
  const model::Document* our_document = nullptr;
  const model::Document* their_document = nullptr;
  // What the library said while it read the page; for the document, while it read any.
  std::vector<std::string> complaints = {};

  const model::Page& our_page() const {
    return our_document->pages[static_cast<std::size_t>(page - 1)];
  }
  const model::Page& their_page() const {
    return their_document->pages[static_cast<std::size_t>(page - 1)];
  }
};

// The reason's index in the table; -1 where the difference is not accepted.
int find_reason(const Difference& difference);
std::size_t reason_count();
const char* reason_text(std::size_t index);
Property reason_property(std::size_t index);

}  // namespace oracle
