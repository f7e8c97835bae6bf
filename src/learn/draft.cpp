#include "learn/draft.hpp"

#include <algorithm>

#include "learn/limits.hpp"

namespace learn {
namespace {

std::vector<Group> group(const std::vector<Sample>& samples) {
  constexpr std::string_view kStages[] = {"submission", "rebuttal", "camera-ready", "preprint"};
  std::vector<Group> groups;
  for (std::string_view stage : kStages) {
    Group one{std::string(stage), {}};
    for (const Sample& sample : samples)
      if (sample.stage == stage) one.samples.push_back(&sample);
    if (!one.samples.empty()) groups.push_back(std::move(one));
  }
  return groups;
}

// Most papers lack what a sample lacks; only beside a stage that has it does its absence say
// something.
bool says_nothing(const Rule& rule) {
  return std::all_of(rule.limits.begin(), rule.limits.end(), [](const Limit& limit) {
    return limit.with.find("\"absent\"") != std::string::npos;
  });
}

void add_rules(std::vector<Rule>& rules, const std::vector<Property>& properties,
               const std::vector<Group>& groups) {
  for (const Property& property : properties) {
    Rule rule{property.id, property.check, property.severity, property.for_person, {}, ""};
    for (const Group& one : groups) {
      auto limit = property.find(one);
      if (!limit) continue;
      limit->stage = one.stage;
      rule.limits.push_back(std::move(*limit));
    }
    if (!says_nothing(rule)) rules.push_back(std::move(rule));
  }
}

void append(std::vector<Rule>& rules, std::vector<Rule> more) {
  rules.insert(rules.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

Draft draft(const std::vector<Sample>& samples) {
  Draft draft;
  draft.groups = group(samples);
  add_rules(draft.rules, page_properties(), draft.groups);
  add_rules(draft.rules, type_properties(), draft.groups);
  append(draft.rules, gap_rules(draft.groups));
  append(draft.rules, text_rules(draft.groups));
  draft.questions = questions(draft.groups, draft.rules);
  return draft;
}

void leave_out(Draft& draft, std::string_view rule, const std::string& why) {
  for (Rule& one : draft.rules)
    if (one.id == rule) one.left_out = why;
}

}  // namespace learn
