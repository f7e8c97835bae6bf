// Who wrote a paper, as far as those who run the venue say so.
#pragma once

#include <string>
#include <vector>

namespace model {

struct Identities {
  std::vector<std::string> names;   // "Jane Q. Doe" or "Doe, Jane Q."
  std::vector<std::string> emails;  // each its own; not one for each name
  std::vector<std::string> affiliations;
  std::vector<std::string> handles;  // log-ins, names of accounts

  bool empty() const {
    return names.empty() && emails.empty() && affiliations.empty() && handles.empty();
  }
};

}  // namespace model
