// A merged pack file as a model::Pack for one stage and track.
#pragma once

#include <vector>

#include "model/pack.hpp"
#include "packs/chain.hpp"
#include "packs/problems.hpp"
#include "packs/rules.hpp"

namespace packs {

// What a pack says whatever the stage and track: all but its rules, `stage` and `track`.
model::Pack read_header(const Chain& chain, Problems& problems);

// The rules in the situation that is wanted; they are read in every one. Every mistake goes to
// `problems`; the pack is sound when there is none.
std::vector<model::Rule> read_rules(const Chain& chain, const model::Pack& header,
                                    const Situation& wanted, Problems& problems);

}  // namespace packs
