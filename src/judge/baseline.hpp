// What an earlier run found in each paper, so that only what is new counts; pure.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "model/result.hpp"

namespace judge {

class Baseline {
 public:
  void add(const model::Result& result);
  // By the paper's path, or else by its id where one paper alone had that.
  bool knows(const model::FileFacts& file) const { return of(file) != nullptr; }
  bool has(const model::FileFacts& file, const model::Finding& finding) const;

 private:
  using Found = std::unordered_set<std::string>;  // fingerprints

  const Found* of(const model::FileFacts& file) const;

  std::unordered_map<std::string, Found> papers_;       // by path
  std::unordered_map<std::string, std::string> paths_;  // by id; "" where several papers have it
};

}  // namespace judge
