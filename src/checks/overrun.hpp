// What of the main part stands beyond a limit on its pages, and how sure it is that it counts.
#pragma once

#include <optional>
#include <string>

#include "checks/main_part.hpp"
#include "model/finding.hpp"

namespace checks {

struct Overrun {
  Lines lines;  // beyond the limit, in reading order; never empty
  std::string
      extent;  // of the whole main part: "9 pages and 3 lines", "8 pages, 1 column and 3 lines"
  bool may_be_references = false;
  model::Confidence confidence = model::Confidence::certain;
  std::string doubt;  // a clause; empty where there is none
};

// None where the main part fits on `most` pages; `most` is at least 1.
std::optional<Overrun> find_overrun(const model::Paper& paper, int most);

// Why it cannot be told where the main part of a file longer than `most` pages ends; empty where it
// can.
std::string why_untold(const model::Paper& paper, int most, const std::optional<Overrun>& overrun);

// Of the main part, with the wordless pages right after it, which may belong to it.
int main_pages_at_most(const model::Paper& paper);

}  // namespace checks
