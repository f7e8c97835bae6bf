// Counts what is taken out, by kind.
#pragma once

#include <set>
#include <string>

#include "fix/kinds.hpp"

namespace fix {

class Tally {
 public:
  // `name` is told once, whatever the count.
  void add(Kind kind, const std::string& name = "", int count = 1) {
    Count& entry = counts_[static_cast<std::size_t>(kind)];
    entry.count += count;
    if (!name.empty()) entry.names.insert(name);
  }
  // The same thing, met over several ways, counts once.
  void add_once(Kind kind, const void* thing, const std::string& name = "") {
    if (counted_.insert(thing).second) add(kind, name);
  }
  const Counts& counts() const { return counts_; }

 private:
  Counts counts_;
  std::set<const void*> counted_;
};

}  // namespace fix
