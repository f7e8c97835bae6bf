#include "packs/rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "checks/params.hpp"
#include "checks/registry.hpp"
#include "packs/fields.hpp"
#include "packs/values.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

// Whether a rule's `stages` or `tracks` let it hold there: left out means everywhere.
bool applies(const Node& rule, std::string_view key, const std::string& name) {
  const Entry* list = rule.find(key);
  if (!list) return true;
  return std::any_of(list->value.items.begin(), list->value.items.end(),
                     [&](const Node& item) { return item.text == name; });
}

const Node* find_overlay(const Node& rule, std::string_view kind, const std::string& name) {
  const Entry* overlays = rule.find(kind);
  const Entry* overlay = overlays ? overlays->value.find(name) : nullptr;
  return overlay ? &overlay->value : nullptr;
}

// The rule as it stands in a situation: track, then stage, then the track's own stage on top. Most
// have none of these and stay what they are; `merged` holds the others.
const Node& overlay_rule(const Node& rule, const Situation& situation, Node& merged) {
  const Node* track = situation.track ? find_overlay(rule, "track", *situation.track) : nullptr;
  const Node* stage = find_overlay(rule, "stage", situation.stage);
  if (!track && !stage) return rule;
  merged = rule;
  if (track) merge(merged, *track);
  if (stage) merge(merged, *stage);
  const Node* last = track ? find_overlay(*track, "stage", situation.stage) : nullptr;
  if (last) merge(merged, *last);
  return merged;
}

// The same for situations in which the same overlays lie on the rule.
std::string name_variant(const Entry& rule, const Situation& situation) {
  const Node* track =
      situation.track ? find_overlay(rule.value, "track", *situation.track) : nullptr;
  bool has_stage = find_overlay(rule.value, "stage", situation.stage) ||
                   (track && find_overlay(*track, "stage", situation.stage));
  // No name may hold a slash.
  return fmt::format("{}/{}/{}", rule.key, track ? *situation.track : "",
                     has_stage ? situation.stage : "");
}

// Left out, it has to be said: an error by default would accuse papers of what nobody weighed.
std::optional<model::Severity> read_severity(const Node& rule, Problems& problems) {
  static const std::vector<std::string> kNames = {"note", "warning", "error"};
  const Node* given = find(rule, "severity", Node::Kind::text, problems);
  if (!given || !expect_one_of(given->text, kNames, "severity", given->place, problems))
    return std::nullopt;
  auto found = std::find(kNames.begin(), kNames.end(), given->text);
  // The names stand in the order of the enumeration.
  return static_cast<model::Severity>(found - kNames.begin());
}

// Addresses and dates of packs were filled in when their files were merged.
std::optional<model::Cite> read_cite(const Node& rule, Problems& problems) {
  const Entry* given = rule.find("cite");
  if (!given || !expect(*given, Node::Kind::table, problems)) return std::nullopt;
  const Node& table = given->value;
  reject_unknown_keys(table, cite_keys(), "a cite", problems);
  model::Cite cite;
  cite.text = text_or(table, "text", "", problems);
  if (util::trim(cite.text).empty())
    problems.add(given->place, "\"cite\" lacks \"text\": what the venue says");
  cite.url = url(table, "url", problems);
  cite.read_on = date(table, "read_on", problems);
  if (!table.find("read_on"))
    problems.add(given->place,
                 "\"cite\" has no date; add read_on, the day somebody read it, here or for the "
                 "whole pack");
  return cite;
}

// "main-pages" is the end of an id.
std::string suggest_check(const std::string& word, const std::vector<std::string>& ids) {
  auto whole = std::find_if(ids.begin(), ids.end(),
                            [&](const std::string& id) { return id.ends_with('/' + word); });
  return suggest(whole == ids.end() ? word : *whole, ids);
}

std::vector<std::string> check_ids() {
  std::vector<std::string> all;
  for (const checks::Entry& entry : checks::all()) all.emplace_back(entry.check->id);
  return all;
}

// Overlays and lists of a rule, whether a situation uses them or not.
class TableChecker {
 public:
  TableChecker(const Chain& chain, Problems& problems) : chain_(chain), problems_(problems) {}

  void check_rule(const Entry& rule) const {
    expect_name(rule.key, rule.place, problems_);
    if (!expect(rule, Node::Kind::table, problems_)) return;
    reject_unknown_keys(rule.value, rule_keys(), "a rule", problems_);
    check_list(rule.value, "stages", "stage", chain_.stages);
    check_list(rule.value, "tracks", "track", chain_.tracks);
    check_overlays(rule.value, "stage", chain_.stages, stage_keys());
    check_overlays(rule.value, "track", chain_.tracks, track_keys());
    if (const Entry* tracks = rule.value.find("track"))
      for (const Entry& track : tracks->value.entries)
        check_overlays(track.value, "stage", chain_.stages, stage_keys());
  }

 private:
  void check_list(const Node& rule, std::string_view key, std::string_view what,
                  const std::vector<std::string>& known) const {
    const Entry* list = rule.find(key);
    if (!list || !expect(*list, Node::Kind::list, problems_)) return;
    if (list->value.items.empty())
      problems_.add(list->value.place,
                    fmt::format("{} is empty; off = true switches a rule off", in_quotes(key)));
    for (const Node& item : list->value.items) {
      if (item.is(Node::Kind::text))
        expect_one_of(item.text, known, what, item.place, problems_);
      else
        problems_.add(item.place, fmt::format("{} must be a list of texts", in_quotes(key)));
    }
  }

  void check_overlays(const Node& rule, std::string_view kind,
                      const std::vector<std::string>& known, std::span<const Key> keys) const {
    const Node* overlays = packs::find(rule, kind, Node::Kind::table, problems_);
    if (!overlays) return;
    for (const Entry& overlay : overlays->entries) {
      if (problems_.is_full()) return;
      expect_one_of(overlay.key, known, kind, overlay.place, problems_);
      if (expect(overlay, Node::Kind::table, problems_))
        reject_unknown_keys(overlay.value, keys, fmt::format("a rule's {}", kind), problems_);
    }
  }

  const Chain& chain_;
  Problems& problems_;
};

bool is_key_of_a_rule(std::string_view word) {
  auto keys = rule_keys();
  return std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return key.name == word; });
}

void reject_unknown_params(const checks::Check& check, const Node& with, Problems& problems) {
  std::vector<std::string_view> known;
  for (const checks::Param& param : check.params) known.push_back(param.name);
  for (const Entry& entry : with.entries) {
    bool is_param = std::find(known.begin(), known.end(), entry.key) != known.end();
    if (is_param || !is_key_of_a_rule(entry.key)) continue;
    problems.add(entry.place,
                 fmt::format("{} is a key of the rule, not of its \"with\"; write it on "
                             "a line of its own",
                             in_quotes(entry.key)));
    known.push_back(entry.key);
  }
  reject_unknown_keys(with, known, fmt::format("\"with\" of {}", check.id), problems);
}

// A limit that was written beside "with".
void reject_misplaced_params(const checks::Check& check, const Node& rule, Problems& problems) {
  for (const checks::Param& param : check.params)
    if (const Entry* entry = rule.find(param.name); entry && !is_key_of_a_rule(param.name))
      problems.add(entry->place, fmt::format("{} is a limit: write with = {{ {} = ... }}",
                                             in_quotes(entry->key), param.name));
}

// A rule that would pass every paper.
void reject_no_limit(const checks::Check& check, const Node& given, const Entry& rule,
                     Problems& problems) {
  std::vector<std::string> ways;
  for (const std::string& name : util::split(check.one_of, ' ')) {
    if (given.find(name)) return;
    if (!name.empty()) ways.push_back(fmt::format("{{ {} = ... }}", name));
  }
  if (!ways.empty())
    problems.add(rule.place, fmt::format("the rule {} has no limit; give it with = {}",
                                         in_quotes(rule.key), util::join(ways, " or ")));
}

// What these two names mean is the same in every check.
void reject_empty_range(const model::Params& read, const Entry& rule, Problems& problems) {
  auto is_number = [&](const char* name) {
    auto value = read.values().find(name);
    return value != read.values().end() && std::holds_alternative<long long>(value->second);
  };
  if (is_number("min") && is_number("max") && read.integer("min") > read.integer("max"))
    problems.add(rule.place,
                 fmt::format("the rule {} asks for at least {} and at most {}, which no "
                             "paper can keep",
                             in_quotes(rule.key), read.integer("min"), read.integer("max")));
}

}  // namespace

std::vector<std::string> RuleReader::rule_ids() const {
  std::vector<std::string> all;
  for (const Entry& rule : chain_.merged.find("rule")->value.entries)
    if (rule.value.find("check")) all.push_back(rule.key);
  return all;
}

const checks::Check* RuleReader::find_check(const Entry& entry, const Node& rule) const {
  if (!rule.find("check")) {
    // Most often a misspelt id of an inherited rule.
    problems_.add(entry.place, fmt::format("the rule {} names no \"check\"{}", in_quotes(entry.key),
                                           suggest(entry.key, rule_ids())));
    return nullptr;
  }
  const Node* id = packs::find(rule, "check", Node::Kind::text, problems_);
  if (!id) return nullptr;
  const checks::Entry* found = checks::find(id->text);
  if (found) return found->check;
  problems_.add(id->place, fmt::format("unknown check {}{}", in_quotes(id->text),
                                       suggest_check(id->text, check_ids())));
  return nullptr;
}

model::Params RuleReader::read_params(const checks::Check& check, const Entry& entry,
                                      const Node& rule) const {
  static const Node kNothing;
  const Node* with = packs::find(rule, "with", Node::Kind::table, problems_);
  if (!with) with = &kNothing;
  reject_unknown_params(check, *with, problems_);
  reject_misplaced_params(check, rule, problems_);
  model::Params params = checks::fallbacks(check);
  for (const checks::Param& param : check.params) {
    if (const Entry* given = with->find(param.name)) {
      if (auto value = read_value(param, *given, classes_, problems_))
        params.set(given->key, std::move(*value));
    } else if (param.fallback == checks::kRequired) {
      problems_.add(entry.place, fmt::format("the rule {} lacks with = {{ {} = ... }}, {}: {}",
                                             in_quotes(entry.key), param.name, name_of(param.type),
                                             param.meaning));
    }
  }
  reject_no_limit(check, *with, entry, problems_);
  reject_empty_range(params, entry, problems_);
  return params;
}

model::Rule RuleReader::read_holding(const checks::Check& check, const Entry& entry,
                                     const Node& rule) const {
  model::Rule read;
  read.id = entry.key;
  read.check = check.id;
  if (auto severity = read_severity(rule, problems_))
    read.severity = *severity;
  else if (!rule.find("severity"))
    problems_.add(entry.place, fmt::format("the rule {} lacks severity = \"error\", \"warning\" or "
                                           "\"note\"",
                                           in_quotes(entry.key)));
  read.for_person = flag_or(rule, "person", false, problems_);
  read.with = read_params(check, entry, rule);
  read.cite = read_cite(rule, problems_);
  read.fix = text_or(rule, "fix", "", problems_);
  read.origin = chain_.origin_of(entry.place);
  for (const char* key : {"check", "severity", "person", "fix", "cite", "stages", "tracks"})
    if (const Entry* given = rule.find(key)) read.origins[key] = chain_.origin_of(given->place);
  if (const Entry* with = rule.find("with"))
    for (const Entry& given : with->value.entries)
      read.origins["with." + given.key] = chain_.origin_of(given.place);
  return read;
}

const model::Rule* RuleReader::read_rule(const Entry& entry, const Situation& situation) {
  Node merged;
  const Node& effective = overlay_rule(entry.value, situation, merged);
  bool off = flag_or(effective, "off", false, problems_);
  const checks::Check* check = find_check(entry, effective);
  // A rule that never holds is not read further: what an inherited one lacks may be why it is off.
  bool holds = !off && applies(effective, "stages", situation.stage) &&
               (!situation.track || applies(effective, "tracks", *situation.track));
  if (!check && holds && effective.find("severity")) read_severity(effective, problems_);
  if (!check || !holds) return nullptr;
  std::string variant = name_variant(entry, situation);
  auto known = known_.find(variant);
  if (known == known_.end())
    known = known_.emplace(variant, read_holding(*check, entry, effective)).first;
  return &known->second;
}

Rules RuleReader::read(const Situation& situation) {
  Rules rules;
  const Entry* given = chain_.merged.find("rule");
  if (!given) return rules;
  for (const Entry& entry : given->value.entries) {
    if (problems_.is_full()) break;
    if (!entry.value.is(Node::Kind::table)) continue;
    if (const model::Rule* rule = read_rule(entry, situation)) rules.push_back(rule);
  }
  return rules;
}

void check_rule_tables(const Chain& chain, Problems& problems) {
  const Entry* rules = chain.merged.find("rule");
  if (rules && rules->value.is(Node::Kind::list)) {
    problems.add(rules->place, "a rule stands in one pair of brackets, with its name: [rule.NAME]");
    return;
  }
  if (!rules || !expect(*rules, Node::Kind::table, problems)) return;
  for (const Entry& rule : rules->value.entries) {
    if (problems.is_full()) return;
    TableChecker(chain, problems).check_rule(rule);
  }
}

}  // namespace packs
