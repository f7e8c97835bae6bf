// Headings: which lines are one, of what level, and what marks them as such.
#pragma once

#include <string>
#include <vector>

#include "measure/floats.hpp"
#include "measure/text_line.hpp"
#include "measure/wording.hpp"
#include "model/vocabulary.hpp"

namespace measure {

struct Heading {
  int page = 0;          // from 1
  std::size_t line = 0;  // of the page's lines, its first
  std::size_t lines = 1;
  std::string title;  // without number
  std::string number;
  Numbering::Kind kind = Numbering::Kind::none;
  bool says_appendix = false;  // the word stands before the number, or the anchor says it
  int level = 1;
  std::string class_id;  // of the vocabulary; empty where no words match
};

// In reading order; marks their lines with the role heading.
std::vector<Heading> find_headings(const model::Document& document, std::vector<PageText>& pages,
                                   const TypeOfText& text, const model::Vocabulary& vocabulary);

}  // namespace measure
