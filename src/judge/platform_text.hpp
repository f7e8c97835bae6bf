// Text that most papers of a batch hide: a platform's watermark, a venue's trap for machines. It is
// said once of the batch. Whoever gathers papers with one known order to machines has such a batch
// too, so that what would be an error is left to a person, and never passes; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "model/result.hpp"

namespace judge {

class PlatformTexts {
 public:
  // Of fewer papers nothing can be said: friends may submit three.
  static constexpr std::size_t kFewestPapers = 5;

  // Of each paper, once. What is kept are hashes: of papers, and of the texts that they hide.
  void add(const model::Result& result);
  // Of the findings on text that more than half of the papers hide, errors become possible and say
  // why; others go to `unchecked`. Order and verdict follow. Doing it twice changes nothing.
  void settle(model::Result& result) const;

 private:
  bool is_shared(std::uint64_t text) const;

  std::unordered_set<std::uint64_t> papers_;                // byte-identical files are one
  std::unordered_map<std::uint64_t, std::uint32_t> texts_;  // papers that hide each
};

}  // namespace judge
