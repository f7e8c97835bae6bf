// What stands in a pack file before it means anything: values with their places, and their merging.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace packs {

struct Place {
  int file = 0;  // 0 is the pack asked for, then its parents as they are met
  int line = 0;  // from 1; 0 for the file as a whole
  int column = 0;

  // In the order a reader meets them. Not by default: clang-tidy 14 takes <=> for a null pointer.
  friend bool operator<(const Place& a, const Place& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  }
};

struct Entry;

// Plain data, so that nothing beyond the reader knows the TOML library, and copies carry their
// places with them from the file of a parent into the pack of a child.
struct Node {
  enum class Kind { flag, integer, number, text, date, list, table };

  Kind kind = Kind::table;
  Place place;
  bool flag = false;
  long long integer = 0;
  double number = 0;
  std::string text;            // of a text; of a date in ISO form
  std::vector<Node> items;     // of a list
  std::vector<Entry> entries;  // of a table; sorted by key, each key once

  bool is(Kind wanted) const { return kind == wanted; }
  const Entry* find(std::string_view key) const;
  Entry* find(std::string_view key);
};

struct Entry {
  std::string key;
  Place place;  // of the key; the value has its own
  Node value;
};

// "a list", "text"; for messages.
std::string_view name_of(Node::Kind kind);

// Sets a key, or replaces what it held.
void set(Node& table, Entry entry);

// Puts `over` on top of `under`: tables key by key, all else replaced.
void merge(Node& under, const Node& over);

}  // namespace packs
