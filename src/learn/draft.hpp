// What the samples of a venue teach: rules with their limits by stage and how each was measured,
// and what only the venue can answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "learn/sample.hpp"
#include "model/finding.hpp"

namespace learn {

// Of one rule at one stage.
struct Limit {
  std::string stage;
  std::string with;     // the inside of the table, as TOML
  std::string how;      // it was measured, in a sentence
  bool is_sure = true;  // else too little was seen for an error
};

struct Rule {
  std::string id;
  std::string check;
  model::Severity severity = model::Severity::warning;
  bool for_person = false;
  std::vector<Limit> limits;  // in the order of the stages; a stage without one has no such rule
  std::string left_out;       // why it stands in the pack as a comment only; empty where it holds
};

struct Draft {
  std::vector<Group> groups;  // one for each stage, the pack's first one first
  std::vector<Rule> rules;
  std::vector<std::string> questions;
};

// The samples have to outlive it; there is at least one.
Draft draft(const std::vector<Sample>& samples);

// Makes a comment of a rule that does not hold for the samples themselves.
void leave_out(Draft& draft, std::string_view rule, const std::string& why);

// What a pack calls itself. Rules alone where `extends` is empty: for another pack to take over.
struct Heading {
  std::string id;
  std::string title;
  std::string extends = "base";
  std::string prefix = {};  // of the ids of rules
};

std::string pack_text(const Draft& draft, const Heading& heading);

}  // namespace learn
