// Sentences that say where the authors of a paper work, when nobody's affiliation is known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/squeezed.hpp"
#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

struct AffiliationWords {
  std::vector<std::string> institutions;  // beginnings: "Universi"
  std::vector<Phrase> boards;             // "institutional review board"
  std::vector<Phrase> own;                // "our university"
  std::vector<Phrase> stays;              // "work done while at"
  std::vector<Phrase> machines;           // "cluster"
  std::vector<Phrase> others;             // "participants": what is said is of them
  std::vector<Phrase> placeholders;       // "Anonymous Institution"
};

struct AffiliationSighting {
  std::string message;  // a sentence
  std::string cue;      // the phrase by which it is known
  std::string_view sentence;
  const model::Line* line = nullptr;
  model::Confidence confidence = model::Confidence::possible;
};

// One for each way in which it is said, the first of each. The block of authors is left to the
// check of its own.
std::vector<AffiliationSighting> see_affiliations(const model::Paper& paper,
                                                  const AffiliationWords& words);

}  // namespace checks
