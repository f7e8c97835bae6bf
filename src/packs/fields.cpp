#include "packs/fields.hpp"

#include <algorithm>

#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {

namespace {

// The nearest key, or all of them where none is near.
std::string suggest_key(std::string_view key, std::span<const std::string_view> keys) {
  std::vector<std::string> known(keys.begin(), keys.end());
  std::string nearest = suggest(key, known);
  return nearest.empty() && !known.empty() ? "; there are " + util::join(known, ", ") : nearest;
}

}  // namespace

void reject_unknown_keys(const Node& table, std::span<const std::string_view> known,
                         std::string_view owner, Problems& problems) {
  for (const Entry& entry : table.entries) {
    if (problems.is_full()) return;
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    problems.add(entry.place, fmt::format("unknown key {} in {}{}", in_quotes(entry.key), owner,
                                          suggest_key(entry.key, known)));
  }
}

void reject_unknown_keys(const Node& table, std::span<const Key> known, std::string_view owner,
                         Problems& problems) {
  std::vector<std::string_view> names;
  for (const Key& key : known) names.push_back(key.name);
  reject_unknown_keys(table, names, owner, problems);
}

bool expect(const Entry& entry, Node::Kind kind, Problems& problems) {
  if (entry.value.is(kind)) return true;
  problems.add(entry.value.place, fmt::format("{} must be {}, not {}", in_quotes(entry.key),
                                              name_of(kind), name_of(entry.value.kind)));
  return false;
}

const Node* find(const Node& table, std::string_view key, Node::Kind kind, Problems& problems) {
  const Entry* entry = table.find(key);
  return entry && expect(*entry, kind, problems) ? &entry->value : nullptr;
}

std::string text_or(const Node& table, std::string_view key, std::string_view otherwise,
                    Problems& problems) {
  const Node* value = find(table, key, Node::Kind::text, problems);
  return value ? value->text : std::string(otherwise);
}

bool flag_or(const Node& table, std::string_view key, bool otherwise, Problems& problems) {
  const Node* value = find(table, key, Node::Kind::flag, problems);
  return value ? value->flag : otherwise;
}

std::vector<std::string> texts(const Entry& entry, Problems& problems) {
  std::vector<std::string> all;
  if (!expect(entry, Node::Kind::list, problems)) return all;
  for (const Node& item : entry.value.items) {
    if (item.is(Node::Kind::text) && !util::trim(item.text).empty())
      all.push_back(item.text);
    else
      problems.add(item.place,
                   fmt::format("{} must be a list of texts; this one is {}", in_quotes(entry.key),
                               item.is(Node::Kind::text) ? "empty" : name_of(item.kind)));
  }
  return all;
}

std::vector<std::string> texts(const Node& table, std::string_view key, Problems& problems) {
  const Entry* entry = table.find(key);
  return entry ? texts(*entry, problems) : std::vector<std::string>{};
}

std::string date(const Node& table, std::string_view key, Problems& problems) {
  const Entry* entry = table.find(key);
  if (!entry) return "";
  if (entry->value.is(Node::Kind::date) && !entry->value.text.empty()) return entry->value.text;
  problems.add(
      entry->value.place,
      fmt::format("{} must be a date, written without quotes: 2026-11-21", in_quotes(key)));
  return "";
}

std::string url(const Node& table, std::string_view key, Problems& problems) {
  const Node* value = find(table, key, Node::Kind::text, problems);
  if (!value) return "";
  // What else a link may do ("javascript:", "file:") is not for a pack to decide.
  bool is_web = value->text.starts_with("https://") || value->text.starts_with("http://");
  if (is_web && util::printable(value->text) == value->text &&
      value->text.find_first_of(" \"<>") == std::string::npos)
    return value->text;
  problems.add(value->place,
               fmt::format("{} must be a web address that begins with https://, not {}",
                           in_quotes(key), in_quotes(value->text)));
  return "";
}

bool is_name(std::string_view word) {
  auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  return !word.empty() && word.size() <= 80 && word.front() != '-' && word.front() != '.' &&
         std::all_of(word.begin(), word.end(), is_allowed);
}

void expect_name(std::string_view word, const Place& place, Problems& problems) {
  if (is_name(word)) return;
  problems.add(place, fmt::format("{} is no name: up to 80 letters a-z, digits, \"-\" and \".\"",
                                  in_quotes(word)));
}

bool expect_one_of(std::string_view word, std::span<const std::string> known, std::string_view what,
                   const Place& place, Problems& problems) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return true;
  std::string list = known.empty() ? "there is none" : "there are: " + util::join(known, ", ");
  problems.add(place, fmt::format("unknown {} {}{} ({})", what, in_quotes(word),
                                  suggest(word, known), util::shortened(list, 300)));
  return false;
}

}  // namespace packs
