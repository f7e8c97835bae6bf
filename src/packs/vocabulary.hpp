// The words of a pack: kinds of section, marks of stages, and what it cannot judge.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.hpp"
#include "packs/chain.hpp"
#include "packs/node.hpp"
#include "packs/problems.hpp"

namespace packs {

// The stages there may be in any pack; they are options of the command line.
const std::vector<std::string>& all_stages();

// What tells papers of a pack from those of others, beyond what its rules and marks say.
struct Identity {
  std::vector<std::string> texts;   // templates of what its style prints
  std::vector<std::string> common;  // of what several venues' styles print, which tells none
  bool by_text = false;  // its layout is that of the style it was made from, and tells nothing
  std::string venue;  // where its id does not say it: that of another any-year pack or of editions
};

Identity read_identity(const Node& pack, Problems& problems);
model::Vocabulary read_vocabulary(const Node& pack, Problems& problems);
std::vector<model::Gap> read_gaps(const Chain& chain, Problems& problems);

// Whether it is one there.
bool is_one(const model::Gap& gap, const std::string& stage,
            const std::optional<std::string>& track);

}  // namespace packs
