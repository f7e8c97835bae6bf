// Accuses fonts of one fault, naming them and where they are used.
#pragma once

#include <string>

#include "checks/check.hpp"

namespace checks {

// Values of the parameter `where`.
inline constexpr std::string_view kAnywhereOrBody = "anywhere body";

struct FontFault {
  bool (*has_fault)(const model::Font&);
  std::string noun;     // "Type 3 font"
  std::string verdict;  // follows "is" or "are"
  std::string allowed;
  std::string fix_in_text;
  std::string fix_in_figure;
};

// `where` is "anywhere", or "body" for text outside included figures.
Findings judge_fonts(const model::Paper& paper, const FontFault& fault, const std::string& where);

}  // namespace checks
