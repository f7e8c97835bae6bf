// What a paper reads as when it is copied, where that is not what is painted.
#pragma once

#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

// All of a page that is copied as something else.
struct Misreading {
  int page = 0;
  model::Box box;
  std::string copied;   // words, some of them
  std::string painted;  // the same words
  int letters = 0;      // that differ
  int words = 0;        // with such
  int known = 0;        // of these, whose painted letters are a word of the paper elsewhere
};

// By the names of glyphs, of fonts that map letters to others.
std::vector<Misreading> find_misreadings(const model::Paper& paper);

// Fonts whose narrow letters, as they are copied, are wider than their wide ones: i beside m.
std::vector<std::string> fonts_out_of_width(const model::Document& document);

}  // namespace checks
