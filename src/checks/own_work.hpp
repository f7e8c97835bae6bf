// Sentences in which a paper calls what it cites its authors' own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/squeezed.hpp"
#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

struct OwnWorkWords {
  std::vector<Phrase> own;        // "our previous work": with something cited near
  std::vector<Phrase> continued;  // "we extend our": with something cited right behind
  std::vector<Phrase> hidden;     // "Anonymous", "under review": who is cited is not named
  std::vector<Phrase> samples;    // phrases of sentences that templates print
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
