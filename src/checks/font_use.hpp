// Which fonts text is painted with, where, and whether only in included figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

// Fonts of one name: each figure that is included brings its own copy.
struct FontUse {
  std::string name;
  bool only_in_figures = false;   // inside form XObjects, as included PDFs are
  std::vector<int> pages;         // sorted; empty where no place could be found
  std::optional<model::Box> box;  // on the first of them
  std::string text;               // there
};

// The uses of fonts for which `accused` is true and which paint something, those in text first.
std::vector<FontUse> find_uses(const model::Paper& paper, bool (*accused)(const model::Font&),
                               bool only_text);

// "F12 (text on page 1) and DejaVuSans (figures on pages 4 and 6)"
std::string describe(const std::vector<FontUse>& uses);

void show_at(model::Finding& finding, const FontUse& use);

// Whether the running text itself is inside form XObjects, as in re-wrapped files: figures can then
// not be told from text.
bool is_wrapped_in_forms(const model::Paper& paper);

}  // namespace checks
