// What a line of a paper is.
#pragma once

#include <cstdint>

namespace model {

enum class Role : std::uint8_t {
  body,     // running text that is none of the kinds below
  title,    // of the paper
  author,   // between title and abstract
  heading,  // of a section, numbered or not, run-in heads excluded
  caption,  // of a figure, table or listing
  figure,   // text inside a float: labels, table cells
  display,  // set-off formula
  footnote,
  running_head,
  page_number,
  ruler,        // line numbers
  notice,       // the style's first-page line or copyright slug
  margin_note,  // beside the text block
  abstract,     // running text of the abstract
  list_item,    // running text of a list
  reference,    // running text of the bibliography
  code,         // a program or an algorithm, the algorithm's title between its rules included
  stamp,        // a watermark, or what an archive prints along the margin
};

// Running text, in whichever part of the paper.
inline bool is_running_text(Role role) {
  return role == Role::body || role == Role::abstract || role == Role::list_item ||
         role == Role::reference;
}

// Beside, above or below the text, or laid over it: what belongs to the page and not to the text.
inline bool is_apart_from_text(Role role) {
  return role == Role::running_head || role == Role::page_number || role == Role::ruler ||
         role == Role::margin_note || role == Role::stamp;
}

}  // namespace model
