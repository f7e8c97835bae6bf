// The rules of a merged pack, each judged sound or not, for one stage and track.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.hpp"
#include "packs/chain.hpp"
#include "packs/problems.hpp"

namespace packs {

struct Situation {
  std::string stage;
  std::optional<std::string> track;
};

// Rules that hold in the situation, by id. Every mistake goes to `problems`.
std::vector<model::Rule> read_rules(const Chain& chain, const Situation& situation,
                                    const std::vector<std::string>& classes, Problems& problems);

// What does not depend on the situation: keys, names of stages and tracks.
void check_rule_tables(const Chain& chain, Problems& problems);

}  // namespace packs
