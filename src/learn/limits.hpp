// Which limits the samples of one stage show, a function for each kind.
#pragma once

#include <optional>
#include <vector>

#include "learn/draft.hpp"

namespace learn {

// None where the samples do not show it, or not often enough.
using FindLimit = std::optional<Limit> (*)(const Group&);

struct Property {
  const char* id;
  const char* check;
  model::Severity severity;
  bool for_person;
  FindLimit find;
};

std::vector<Property> page_properties();
std::vector<Property> type_properties();
std::vector<Rule> gap_rules(const std::vector<Group>& groups);
std::vector<Rule> text_rules(const std::vector<Group>& groups);
std::vector<std::string> questions(const std::vector<Group>& groups,
                                   const std::vector<Rule>& rules);

// The body's leading, that of 10 point type where no sample shows it.
model::Points leading_of(const Group& group);

// "a.pdf", "a.pdf and b.pdf"
std::string names_of(const Group& group);

}  // namespace learn
