// Sentences in which a paper calls what it cites its authors' own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

struct OwnWorkWords {
  std::vector<std::string> own;        // "our previous work": with something cited near
  std::vector<std::string> continued;  // "we extend our": with something cited right behind
  std::vector<std::string> hidden;     // "Anonymous", "under review": who is cited is not named
  std::vector<std::string> samples;    // phrases of sentences that templates print
};

struct OwnWork {
  std::string phrase;  // "our previous work [3]"
  std::string_view sentence;
  const model::Line* line = nullptr;
  // Certain where what is cited is by an author who is known; else possible.
  model::Confidence confidence = model::Confidence::possible;
  std::string cited;  // the name that shows it
};

std::vector<OwnWork> find_own_work(const model::Paper& paper, const OwnWorkWords& words);

}  // namespace checks
