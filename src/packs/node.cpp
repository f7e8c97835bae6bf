#include "packs/node.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace packs {
namespace {

bool is_before(const Entry& entry, std::string_view key) {
  return entry.key < key;
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
  auto found = std::lower_bound(entries.begin(), entries.end(), key, is_before);
  return found != entries.end() && found->key == key ? &*found : nullptr;
}

Entry* Node::find(std::string_view key) {
  return const_cast<Entry*>(std::as_const(*this).find(key));
}

std::string_view name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::flag:
      return "true or false";
    case Node::Kind::integer:
      return "a whole number";
    case Node::Kind::number:
      return "a number";
    case Node::Kind::text:
      return "text";
    case Node::Kind::date:
      return "a date";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::table:
      return "a table";
  }
  return "";
}

void set(Node& table, Entry entry) {
  auto found = std::lower_bound(table.entries.begin(), table.entries.end(), entry.key, is_before);
  if (found != table.entries.end() && found->key == entry.key)
    *found = std::move(entry);
  else
    table.entries.insert(found, std::move(entry));
}

void merge(Node& under, const Node& over) {
  if (!under.is(Node::Kind::table) || !over.is(Node::Kind::table)) {
    under = over;
    return;
  }
  // Both are sorted, so one pass does it; inserting one by one would be quadratic in a hostile
  // file.
  std::vector<Entry> merged;
  merged.reserve(under.entries.size() + over.entries.size());
  auto below = under.entries.begin();
  for (const Entry& entry : over.entries) {
    for (; below != under.entries.end() && below->key < entry.key; ++below)
      merged.push_back(std::move(*below));
    if (below != under.entries.end() && below->key == entry.key) {
      merge(below->value, entry.value);
      merged.push_back({entry.key, entry.place, std::move(below->value)});
      ++below;
    } else {
      merged.push_back(entry);
    }
  }
  std::move(below, under.entries.end(), std::back_inserter(merged));
  under.entries = std::move(merged);
  under.place = over.place;
}

}  // namespace packs
