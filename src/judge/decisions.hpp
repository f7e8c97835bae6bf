// Holds what persons decided, and what an earlier run found, against results; pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "judge/baseline.hpp"
#include "model/decision.hpp"
#include "model/result.hpp"

namespace judge {

class Decisions {
 public:
  // What is missing leaves marks of its kind as they are.
  struct Sources {
    std::optional<std::vector<model::Decision>> decided;
    std::optional<Baseline> baseline;
  };
  // `today` is an ISO date: decisions hold until the end of their last day.
  Decisions(Sources sources, std::string today);

  // Marks what holds on the findings, in place of earlier marks, and sums up again. Of several
  // decisions the one that names most (paper, page, fingerprint) holds, of equals the last.
  void apply(model::Result& result);

  // Which of them are over, which met no finding of all results so far (of those about papers that
  // were not among these only where `knows_all_papers`), and which contradict each other.
  std::vector<std::string> remarks(bool knows_all_papers) const;
  // Whether the earlier run knew any of the papers so far.
  bool knows_papers() const { return knows_papers_; }

 private:
  struct Entry {
    model::Decision decision;
    bool is_over = false;
    bool has_met = false;           // a finding
    bool has_met_paper = false;     // always, where none is named
    std::string overruled_by = {};  // the place of what says the opposite of as much
  };

  using Places = std::vector<std::size_t>;  // in entries_

  Places about(const model::FileFacts& file) const;
  void rule_on(model::Finding& finding, const Places& about);

  std::vector<Entry> entries_;
  std::unordered_map<std::string, Places> by_paper_;  // as they name it; "" = any
  bool decides_ = false, knows_papers_ = false;
  std::optional<Baseline> baseline_;
};

}  // namespace judge
