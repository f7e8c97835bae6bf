#include "packs/shared_lists.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "util/format.hpp"

namespace packs {
namespace {

constexpr std::size_t kMostItems = 2'000;  // of one list; those that ship have 100

struct Name {
  std::string_view rule;
  std::string_view key;
};

std::optional<Name> name_in(const Node& item) {
  const std::string_view text = item.text;
  if (!item.is(Node::Kind::text) || !text.starts_with('<') || !text.ends_with('>'))
    return std::nullopt;
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos || text.find(' ') != std::string_view::npos)
    return std::nullopt;
  return Name{text.substr(1, dot - 1), text.substr(dot + 1, text.size() - dot - 2)};
}

// `rules` is a copy, in which every list is as it was written.
class Sharing {
 public:
  Sharing(Node rules, Problems& problems) : rules_(std::move(rules)), problems_(problems) {}

  // Of a rule, and of what it says for a stage or a track.
  void share(Node& rule) const {
    if (Entry* with = rule.find("with"))
      for (Entry& limit : with->value.entries)
        if (limit.value.is(Node::Kind::list)) share_list(limit.value);
    for (const char* overlays : {"stage", "track"})
      if (Entry* entry = rule.find(overlays))
        for (Entry& overlay : entry->value.entries) share(overlay.value);
  }

 private:
  void share_list(Node& list) const {
    if (std::none_of(list.items.begin(), list.items.end(),
                     [](const Node& item) { return name_in(item).has_value(); }))
      return;
    std::vector<Node> items;
    for (const Node& item : list.items) {
      if (const auto name = name_in(item))
        add_named(*name, item, items);
      else
        items.push_back(item);
    }
    list.items = std::move(items);
  }

  void add_named(const Name& name, const Node& item, std::vector<Node>& items) const {
    const Entry* rule = rules_.find(name.rule);
    const Entry* with = rule ? rule->value.find("with") : nullptr;
    const Entry* list = with ? with->value.find(name.key) : nullptr;
    if (!list || !list->value.is(Node::Kind::list)) {
      problems_.add(item.place,
                    fmt::format("{} names no list: write \"<rule.limit>\"", in_quotes(item.text)));
      return;
    }
    for (const Node& each : list->value.items) {
      if (name_in(each) || items.size() >= kMostItems)
        problems_.add(item.place, fmt::format("{} names a list that names another, or too long a "
                                              "one",
                                              in_quotes(item.text)));
      else
        items.push_back(each);
    }
  }

  Node rules_;
  Problems& problems_;
};

}  // namespace

void share_lists(Node& pack, Problems& problems) {
  Entry* rules = pack.find("rule");
  if (!rules || !rules->value.is(Node::Kind::table)) return;
  const Sharing sharing(rules->value, problems);
  for (Entry& rule : rules->value.entries) sharing.share(rule.value);
}

}  // namespace packs
