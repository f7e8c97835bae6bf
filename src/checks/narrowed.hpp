// Lines of running text whose letters are narrower or closer than their font has them.
#pragma once

#include "model/paper.hpp"

namespace checks {

// In thousandths: the width of a line's letters, with what the font's own matrix adds, and the
// space between them.
int width_of(const model::Line& line, const model::Document& document);
int tracking_of(const model::Line& line, const model::Document& document);

struct Narrowed {
  double share = 0;  // of the letters of the body
  double value = 0;  // of the line narrowed most
  const model::Line* worst = nullptr;
};

Narrowed find_narrowed(const model::Paper& paper, double least,
                       int (*value_of)(const model::Line&, const model::Document&));

}  // namespace checks
