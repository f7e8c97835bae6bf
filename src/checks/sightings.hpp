// E-mail addresses of a paper, with where and how likely they are its authors'.
#pragma once

#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

struct EmailSighting {
  std::string text;                    // as printed
  std::vector<std::string> addresses;  // each of a group in braces
  model::Confidence confidence = model::Confidence::possible;
  int page = 0;
  model::Box box;
  std::string sentence;  // around it; empty where only a link holds it
};

// Each once, in reading order, then those that only links hold. On page 1 and in footnotes likely,
// elsewhere possible; not those in references, figures and listings.
std::vector<EmailSighting> see_emails(const model::Paper& paper);

}  // namespace checks
