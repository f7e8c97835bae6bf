// A merged pack file as a model::Pack for one stage and track.
#pragma once

#include "model/pack.hpp"
#include "packs/chain.hpp"
#include "packs/problems.hpp"
#include "packs/rules.hpp"

namespace packs {

// What a pack says whatever the stage and track: all but its rules, `stage` and `track`.
model::Pack read_header(const Chain& chain, Problems& problems);

// Every stage with every track.
std::vector<Situation> situations(const model::Pack& header);

// Every mistake in the chain goes to `problems`; the pack is sound when there is none.
void check_all(const Chain& chain, const model::Pack& header, Problems& problems);

// The rules of a sound pack in one situation, put into its header.
model::Pack resolve(const Chain& chain, model::Pack header, const Situation& situation);

}  // namespace packs
