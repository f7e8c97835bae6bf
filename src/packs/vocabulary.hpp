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

model::Vocabulary read_vocabulary(const Node& pack, Problems& problems);
std::vector<model::Gap> read_gaps(const Chain& chain, Problems& problems);

// Whether it is one there.
bool is_one(const model::Gap& gap, const std::string& stage,
            const std::optional<std::string>& track);

}  // namespace packs
