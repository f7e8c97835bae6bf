// The words of a pack: kinds of section, marks of stages, and what it cannot judge.
#pragma once

#include <string>
#include <vector>

#include "model/pack.hpp"
#include "packs/node.hpp"
#include "packs/problems.hpp"

namespace packs {

// The stages there may be in any pack; they are options of the command line.
const std::vector<std::string>& all_stages();

model::Vocabulary read_vocabulary(const Node& pack, Problems& problems);
std::vector<model::Gap> read_gaps(const Node& pack, Problems& problems);

}  // namespace packs
