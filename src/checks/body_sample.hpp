// Whether enough of the body's type was seen to judge it.
#pragma once

#include <string>

#include "checks/lines.hpp"
#include "model/measured.hpp"

namespace checks {

// Why the body's size, family or leading cannot be judged; empty where it can.
inline std::string sample_problem(const model::Measured& measured) {
  // One size seldom has less of a paper's letters than that; under it the body is mixed or the
  // letters are mostly tables and formulas.
  constexpr double kLeastShare = 0.35;
  constexpr int kLeastLines = 20;
  if (!measured.body) return "The file has no readable text whose type could be measured.";
  if (measured.body->lines < kLeastLines)
    return "There are too few lines of running text to measure the body's type.";
  if (measured.body->share < kLeastShare)
    return "No one font and size has enough of the text to be the body's.";
  return "";
}

// The first line of the main part set in the body's size, to show it; null where there is none.
inline const model::Line* first_body_line(const model::Measured& measured) {
  for (const model::Line& line : measured.lines)
    if (line.counted && is_running_text(line, measured)) return &line;
  return nullptr;
}

}  // namespace checks
