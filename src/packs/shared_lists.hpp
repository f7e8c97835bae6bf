// Lists that rules share: "<no-author.allow>" in one stands for all that the list of another holds.
#pragma once

#include "packs/node.hpp"
#include "packs/problems.hpp"

namespace packs {

// Puts the items of the named lists in the place of their names, in every "with" of a merged pack.
// What is named is a list in the "with" of a rule itself, of a stage or track it is not.
void share_lists(Node& pack, Problems& problems);

}  // namespace packs
