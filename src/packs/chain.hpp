// A pack file with all it extends, read and merged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.hpp"
#include "packs/node.hpp"
#include "packs/problems.hpp"
#include "packs/search.hpp"

namespace packs {

struct Chain {
  Node own;                         // the file asked for, alone
  Node merged;                      // with what it inherits
  std::vector<std::string> stages;  // declared anywhere in the chain, so that a rule inherited from
  std::vector<std::string> tracks;  // a pack with more of them is no mistake
  std::string sha256;               // over the bytes of all files, in the order of merging
  std::vector<std::string> files;   // behind Place::file, as a person would open them
  std::vector<std::string> names;   // likewise, the same on every machine
  std::vector<model::Source> sources;  // in the order of merging: the furthest parent first
  std::vector<int> ranks;              // by Place::file: which of them it is

  model::Origin origin_of(const Place& place) const;
};

// Reads `start` and its parents. `id`: what the file must call itself; "" = anything. Mistakes that
// leave nothing to merge (unreadable, not TOML, an unknown parent, a loop) go to `problems`;
// whether there is any says whether the chain is whole.
Chain read_chain(const Found& start, const std::string& id, const Index& index, Problems& problems);

}  // namespace packs
