#include "packs/identity.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "checks/prints.hpp"
#include "packs/fields.hpp"
#include "packs/rules.hpp"
#include "util/format.hpp"

namespace packs {
namespace {

constexpr std::string_view kLayoutChecks[] = {"layout/page-size",    "layout/columns",
                                              "layout/text-block",   "font/body-size",
                                              "layout/line-spacing", "font/body-family"};
constexpr std::size_t kMostLayouts = 16;

model::TitleSet read_title(const Node& identity, Problems& problems) {
  static const std::vector<std::string> kNames = {"left", "centred"};
  const Node* given = find(identity, "title", Node::Kind::text, problems);
  if (!given || !expect_one_of(given->text, kNames, "title", given->place, problems))
    return model::TitleSet::unknown;
  return given->text == "left" ? model::TitleSet::left : model::TitleSet::centred;
}

std::vector<model::InfoText> read_info(const Node& identity, Problems& problems) {
  std::vector<model::InfoText> all;
  if (const Node* given = find(identity, "info", Node::Kind::table, problems))
    for (const Entry& entry : given->entries)
      for (std::string& text : texts(entry, problems)) {
        if (std::string wrong = checks::unless_templates(std::vector{text}); !wrong.empty())
          problems.add(entry.value.place, wrong);
        all.push_back({entry.key, std::move(text)});
      }
  return all;
}

Node text_node(std::string text, const Place& place) {
  Node node;
  node.kind = Node::Kind::text;
  node.place = place;
  node.text = std::move(text);
  return node;
}

// As a rule of the pack, which it is nowhere else.
Entry as_rule(const Entry& limits) {
  Entry rule{limits.key, limits.place, {}};
  rule.value.place = limits.value.place;
  set(rule.value, {"check", limits.place, text_node(limits.key, limits.place)});
  set(rule.value, {"severity", limits.place, text_node("note", limits.place)});
  set(rule.value, {"with", limits.place, limits.value});
  return rule;
}

bool is_on_layout(const Node& rule) {
  const Entry* check = rule.find("check");
  return check && std::find(std::begin(kLayoutChecks), std::end(kLayoutChecks),
                            check->value.text) != std::end(kLayoutChecks);
}

// Without who says so and where it stands, which no paper is known by.
model::Rule limits_of(const model::Rule& rule) {
  model::Rule limits;
  limits.id = rule.id;
  limits.check = rule.check;
  limits.with = rule.with;
  return limits;
}

std::optional<Node> rules_of(const Node& layout, const Node* inherited, Problems& problems) {
  static const std::vector<std::string> kKnown(std::begin(kLayoutChecks), std::end(kLayoutChecks));
  Node rules;
  if (inherited)
    for (const Entry& rule : inherited->entries)
      if (is_on_layout(rule.value) && !layout.find(rule.value.find("check")->value.text))
        set(rules, rule);
  for (const Entry& limits : layout.entries) {
    if (!expect_one_of(limits.key, kKnown, "check", limits.place, problems) ||
        !expect(limits, Node::Kind::table, problems))
      return std::nullopt;
    set(rules, as_rule(limits));
  }
  return rules;
}

}  // namespace

std::span<const std::string_view> layout_checks() {
  return kLayoutChecks;
}

Identity read_identity(const Node& pack, Problems& problems) {
  const Node* given = find(pack, "identify", Node::Kind::table, problems);
  if (!given) return {};
  reject_unknown_keys(*given, identity_keys(), "\"identify\"", problems);
  Identity identity{texts(*given, "texts", problems),
                    texts(*given, "common", problems),
                    read_info(*given, problems),
                    flag_or(*given, "by_text", false, problems),
                    text_or(*given, "venue", "", problems),
                    read_title(*given, problems)};
  for (const auto* list : {&identity.texts, &identity.common})
    if (std::string wrong = checks::unless_templates(*list); !wrong.empty())
      problems.add(given->place, wrong);
  return identity;
}

const Node* described_layouts(const Node& pack) {
  const Entry* identity = pack.find("identify");
  const Entry* given = identity ? identity->value.find("layout") : nullptr;
  return given ? &given->value : nullptr;
}

model::Layouts read_layouts(const Chain& chain, const Node& described,
                            const std::vector<std::string>& stages, Problems& problems) {
  model::Layouts all;
  if (!described.is(Node::Kind::list))
    problems.add(described.place, "layouts stand in two pairs of brackets: [[identify.layout]]");
  if (described.items.size() > kMostLayouts)
    problems.add(described.place, fmt::format("more than {} layouts", kMostLayouts));
  const Entry* inherited = chain.merged.find("rule");
  for (std::size_t i = 0; i < std::min(described.items.size(), kMostLayouts); ++i) {
    const Node& layout = described.items[i];
    if (problems.is_full()) break;
    if (!layout.is(Node::Kind::table)) {
      problems.add(layout.place, "a layout is a table, written below [[identify.layout]]");
      continue;
    }
    auto rules = rules_of(layout, inherited ? &inherited->value : nullptr, problems);
    if (!rules) continue;
    Chain alone;
    alone.ranks = chain.ranks;
    set(alone.merged, {"rule", layout.place, std::move(*rules)});
    for (auto& one : read_layouts(alone, stages, problems)) all.push_back(std::move(one));
  }
  return all;
}

model::Layouts read_layouts(const Chain& chain, const std::vector<std::string>& stages,
                            Problems& problems) {
  RuleReader reader(chain, {}, problems);
  std::vector<Rules> known;
  model::Layouts all;
  for (const std::string& stage : stages) {
    Rules rules = reader.read({stage, std::nullopt});
    if (rules.empty() || std::find(known.begin(), known.end(), rules) != known.end()) continue;
    auto& layout = all.emplace_back();
    for (const model::Rule* rule : rules) layout.push_back(limits_of(*rule));
    known.push_back(std::move(rules));
  }
  return all;
}

}  // namespace packs
