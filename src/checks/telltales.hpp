// What in a supplement names somebody, after all that names nobody is left out.
#pragma once

#include <string>
#include <vector>

#include "checks/check.hpp"
#include "model/supplement.hpp"

namespace checks {

struct Suspicion {
  const model::Telltale* telltale = nullptr;
  model::Confidence confidence = model::Confidence::possible;
};

struct Exceptions {
  const std::vector<std::string>& allow;    // patterns of names that are nobody's
  const std::vector<std::string>& holders;  // the same, of holders of rights
  const std::vector<std::string>& others;   // folders of other people's work
};

// Those of the kind, the surest first.
std::vector<Suspicion> suspicions(const model::Supplement& supplement, std::string_view kind,
                                  const Exceptions& exceptions);

// Names of files with a part that is one of the list, with stars for whatever stands there; each
// such part once.
std::vector<std::string> leftovers(const model::Supplement& supplement,
                                   const std::vector<std::string>& parts);

// Whether a folder of that path is one of the list.
bool lies_in(std::string_view entry, const std::vector<std::string>& folders);

// Why nobody can say that there is nothing; none where all was looked at. `of_names`: it is enough
// to know what files there are.
Findings unless_read(const model::Supplement& supplement, bool of_names);

// "a (x:3), b (y) and 4 more".
std::string shown(const std::vector<Suspicion>& all);

}  // namespace checks
