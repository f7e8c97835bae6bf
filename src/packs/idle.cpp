#include "packs/idle.hpp"

#include <algorithm>

#include "checks/check.hpp"
#include "checks/registry.hpp"
#include "packs/fields.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

constexpr std::string_view kChanges = "severity, person, with, cite, fix or off";

bool has(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

class IdleFinder {
 public:
  IdleFinder(const Chain& chain, const model::Pack& header, Problems& problems)
      : chain_(chain), header_(header), problems_(problems) {}

  void look_at(const Entry& rule) const {
    if (!rule.value.is(Node::Kind::table)) return;
    if (rule.value.entries.empty())
      problems_.add(rule.place, fmt::format("the rule {} says nothing; give it {}, or remove it",
                                            in_quotes(rule.key), kChanges));
    look_at_list(rule.value, "stages");
    look_at_list(rule.value, "tracks");
    look_at_overlays(rule, rule.value);
    if (const Entry* tracks = rule.value.find("track"))
      for (const Entry& track : tracks->value.entries) look_at_overlays(rule, track.value);
  }

 private:
  void look_at_list(const Node& rule, std::string_view key) const {
    const Entry* list = rule.find(key);
    if (!list) return;
    for (const Node& item : list->value.items) {
      auto same = [&](const Node& other) { return &other < &item && other.text == item.text; };
      const auto& items = list->value.items;
      if (!item.is(Node::Kind::text)) continue;
      if (std::any_of(items.begin(), items.end(), same))
        problems_.add(item.place,
                      fmt::format("{} stands twice in {}", in_quotes(item.text), in_quotes(key)));
      else
        expect_held(key, item.text, item.place);
    }
  }

  // A parent may know more stages than its child holds papers to. What none knows is said by
  // others.
  void expect_held(std::string_view kind, const std::string& name, const Place& place) const {
    bool is_stage = kind.starts_with("stage");
    const auto& held = is_stage ? header_.stages : header_.tracks;
    const auto& known = is_stage ? chain_.stages : chain_.tracks;
    if (!has(known, name) || has(held, name)) return;
    problems_.add(
        place,
        fmt::format("{} is none of this pack's {}: {}; add it to them, or remove it here",
                    in_quotes(name), is_stage ? "stages" : "tracks", util::join(held, ", ")));
  }

  void look_at_overlays(const Entry& rule, const Node& table) const {
    for (std::string_view kind : {"stage", "track"}) {
      const Entry* overlays = table.find(kind);
      if (!overlays || !overlays->value.is(Node::Kind::table)) continue;
      if (overlays->value.entries.empty())
        problems_.add(overlays->place,
                      fmt::format("{} of the rule {} is empty; name a {} with {}, or remove it",
                                  in_quotes(kind), in_quotes(rule.key), kind, kChanges));
      for (const Entry& overlay : overlays->value.entries) look_at_overlay(rule, kind, overlay);
    }
  }

  void look_at_overlay(const Entry& rule, std::string_view kind, const Entry& overlay) const {
    if (problems_.is_full() || !overlay.value.is(Node::Kind::table)) return;
    const Entry* with = overlay.value.find("with");
    bool with_nothing = with && with->value.is(Node::Kind::table) && with->value.entries.empty();
    if (overlay.value.entries.empty() || with_nothing)
      problems_.add(with_nothing ? with->place : overlay.place,
                    fmt::format("the {} {} of the rule {} changes nothing; give it {}, or remove "
                                "it",
                                kind, in_quotes(overlay.key), in_quotes(rule.key),
                                with_nothing ? "a limit in \"with\"" : kChanges));
    expect_held(kind, overlay.key, overlay.place);
    expect_reached(rule, kind, overlay);
  }

  // Only where the same file says both: a child may narrow what its parent wrote overlays for.
  void expect_reached(const Entry& rule, std::string_view kind, const Entry& overlay) const {
    const Entry* list = rule.value.find(std::string(kind) + "s");
    if (!list || !list->value.is(Node::Kind::list)) return;
    const auto& items = list->value.items;
    if (std::any_of(items.begin(), items.end(),
                    [&](const Node& item) { return item.text == overlay.key; }))
      return;
    problems_.add(overlay.place,
                  fmt::format("the rule {} does not hold there: add {} to its \"{}s\", or remove "
                              "this",
                              in_quotes(rule.key), in_quotes(overlay.key), kind));
  }

  const Chain& chain_;
  const model::Pack& header_;
  Problems& problems_;
};

bool names_section(const Entry& rule) {
  const Entry* check = rule.value.find("check");
  const Entry* with = rule.value.find("with");
  const checks::Entry* known = check ? checks::find(check->value.text) : nullptr;
  if (!known || !with) return false;
  const auto params = known->check->params;
  return std::any_of(params.begin(), params.end(), [&](const checks::Param& param) {
    return param.choices == checks::kSectionClasses && with->value.find(param.name);
  });
}

}  // namespace

void reject_idle(const Chain& chain, const model::Pack& header, Problems& problems) {
  const Entry* rules = chain.own.find("rule");
  if (!rules || !rules->value.is(Node::Kind::table)) return;
  IdleFinder finder(chain, header, problems);
  for (const Entry& rule : rules->value.entries) {
    if (problems.is_full()) return;
    finder.look_at(rule);
  }
}

void reject_unknown_sections(const Chain& chain, const model::Pack& header, Problems& problems) {
  const Entry* rules = chain.merged.find("rule");
  if (!rules || !header.vocabulary.sections.empty()) return;
  for (const Entry& rule : rules->value.entries)
    if (names_section(rule))
      problems.add(rule.place,
                   fmt::format("the rule {} names a kind of section, and the pack knows none; say "
                               "extends = \"base\", or write [sections.NAME] with its words",
                               in_quotes(rule.key)));
}

}  // namespace packs
