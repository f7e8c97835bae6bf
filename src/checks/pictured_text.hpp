// Where text may stand in a picture alone: tables, algorithms and pages without letters of their
// own.
#pragma once

#include <string>
#include <vector>

#include "checks/lines.hpp"
#include "checks/pictures.hpp"

namespace checks {

struct PicturedTable {
  const model::Line* caption = nullptr;
  model::Box box;  // of the picture
};

// Large pictures right above or below a caption that begins with one of `words` and a number, where
// neither has a word of text about it.
std::vector<PicturedTable> pictured_tables(const model::Paper& paper,
                                           const std::vector<std::string>& words);

// Pages that images cover for the most part, with a few words beside them and no caption.
std::vector<int> pictured_pages(const model::Paper& paper);

}  // namespace checks
