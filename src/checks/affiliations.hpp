// Sentences that say where the authors of a paper work, when nobody's affiliation is known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

struct AffiliationWords {
  std::vector<std::string> institutions;  // beginnings: "Universi"
  std::vector<std::string> boards;        // "institutional review board"
  std::vector<std::string> own;           // "our university"
  std::vector<std::string> stays;         // "work done while at"
  std::vector<std::string> machines;      // "cluster"
  std::vector<std::string> others;        // "participants": what is said is of them
  std::vector<std::string> placeholders;  // "Anonymous Institution"
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
