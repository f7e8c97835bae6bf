// What a pack says to no effect: it reads as if something were asked, and nothing is.
#pragma once

#include "model/pack.hpp"
#include "packs/chain.hpp"
#include "packs/problems.hpp"

namespace packs {

// Of the file itself: what its parents leave without effect is said of them.
void reject_idle(const Chain& chain, const model::Pack& header, Problems& problems);

// Of a pack that knows no sections: no heading of a PDF can be of the class that a rule names.
// Papers whose sections are classed already may be judged by it.
void reject_unknown_sections(const Chain& chain, const model::Pack& header, Problems& problems);

}  // namespace packs
