// By what the packs of a search are known in papers, read without the rest of them.
#pragma once

#include <vector>

#include "model/fingerprint.hpp"
#include "packs/search.hpp"

namespace packs {

// By id. Packs that are not sound, or that nothing tells from others, are left out.
std::vector<model::Fingerprint> read_fingerprints(const Index& index);

// The same for texts without a page: layouts are read of those alone that nothing else tells.
std::vector<model::Fingerprint> read_prints(const Index& index);

}  // namespace packs
