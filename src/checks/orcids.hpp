// ORCID iDs in text and links: sixteen digits, the last of which checks the others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/paper.hpp"

namespace checks {

struct OrcidSighting {
  std::string id;  // "0000-0002-1825-0097"
  int page = 0;
  model::Box box;
  bool is_in_front = false;  // on page 1, among the authors, or in a footnote
};

// Whether the last digit is the one that ISO 7064 (mod 11-2) gives; of 16 digits with or without
// hyphens.
bool is_orcid(std::string_view id);

// Those in a text whose last digit is right.
std::vector<std::string> find_orcids(std::string_view text);

// Each once; not those in references.
std::vector<OrcidSighting> see_orcids(const model::Paper& paper);

}  // namespace checks
