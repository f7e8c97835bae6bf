// What a line of a paper is.
#pragma once

#include <cstdint>

namespace model {

enum class Role : std::uint8_t {
  body,     // running text, lists included
  title,    // of the paper
  author,   // between title and abstract
  heading,  // of a section, numbered or not, run-in heads excluded
  caption,  // of a figure, table or algorithm
  figure,   // text inside a float: labels, table cells
  display,  // set-off formula
  footnote,
  running_head,
  page_number,
  ruler,        // line numbers
  notice,       // the style's first-page line or copyright slug
  margin_note,  // beside the text block, stamps and watermarks included
};

}  // namespace model
