// Where known authors are named in a paper, by kinds of place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

struct AuthorSighting {
  std::string_view kind;                                       // "below the title"
  std::vector<std::string> names;                              // as they stand there, each once
  model::Confidence confidence = model::Confidence::possible;  // the best of its places
  int page = 0;                                                // 0: of no page
  model::Box box;
  std::string quote;  // around the first that is as sure
};

// One for each kind of place, in the order of reading. Not where references name them.
std::vector<AuthorSighting> see_authors(const model::Paper& paper);

// Whether a sentence cites something: "[3]", "(2020)", "et al.".
bool cites(std::string_view sentence);

}  // namespace checks
