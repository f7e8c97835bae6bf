// What a pack says to no effect: it reads as if something were asked, and nothing is.
#pragma once

#include "model/pack.hpp"
#include "packs/chain.hpp"
#include "packs/problems.hpp"

namespace packs {

// Of the file itself: what its parents leave without effect is said of them.
void reject_idle(const Chain& chain, const model::Pack& header, Problems& problems);

}  // namespace packs
