// The rules of a merged pack, each judged sound or not, for one stage and track.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checks/check.hpp"
#include "model/pack.hpp"
#include "packs/chain.hpp"
#include "packs/problems.hpp"

namespace packs {

struct Situation {
  std::string stage;
  std::optional<std::string> track;
};

using Rules = std::vector<const model::Rule*>;

// Reads the rules of a merged pack, each by the table of its check, for one situation after
// another. What it returns is only worth something when it found no problem.
class RuleReader {
 public:
  RuleReader(const Chain& chain, std::vector<std::string> classes, Problems& problems)
      : chain_(chain), classes_(std::move(classes)), problems_(problems) {}

  // Those that hold in the situation, by id. They live as long as the reader; what is the same in
  // two situations is one rule.
  Rules read(const Situation& situation);

 private:
  const model::Rule* read_rule(const Entry& entry, const Situation& situation);
  model::Rule read_holding(const checks::Check& check, const Entry& entry, const Node& rule) const;
  const checks::Check* find_check(const Entry& entry, const Node& rule) const;
  model::Params read_params(const checks::Check& check, const Entry& entry, const Node& rule) const;
  std::vector<std::string> rule_ids() const;

  const Chain& chain_;
  std::vector<std::string> classes_;
  Problems& problems_;
  // Most are the same in many situations, and their patterns take time to compile.
  std::map<std::string, model::Rule> known_;
};

// What does not depend on the situation: keys, names of stages and tracks.
void check_rule_tables(const Chain& chain, Problems& problems);

}  // namespace packs
