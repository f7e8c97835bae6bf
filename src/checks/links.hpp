// Every web link of a paper, printed or behind words, with the sentence that leads to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/addresses.hpp"
#include "model/paper.hpp"

namespace checks {

struct LinkMention {
  Url url;
  int page = 0;
  model::Box box;
  const model::Line* line = nullptr;  // that shows it, where one does
  std::vector<std::string> before;    // sentences up to it: its own, and that of its footnote mark
  std::optional<Url> printed;         // that stands there in print, where it is of another host
  bool in_front = false;              // it or its footnote mark is in the abstract or above
};

// The line of a page that shows what is in the box, none where no text is.
const model::Line* line_under(const model::Measured& measured, int page, const model::Box& box);

// Whether a place is among the references; none where that cannot be told.
std::optional<bool> in_references(const model::Measured& measured, const model::Line* line,
                                  int page, const model::Box& box);

// Each address once a page, in reading order, then those that only links hold. Found once for all
// checks of the paper.
const std::vector<LinkMention>& find_links(const model::Paper& paper);

}  // namespace checks
