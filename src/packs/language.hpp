// The language that packs are written in: every key of every table, for the reader, the schema that
// editors use, and the manual.
#pragma once

#include <span>
#include <string_view>

namespace packs {

enum class KeyType {
  text,
  name,   // of a-z, 0-9, "-" and "."
  names,  // a list of them
  packs,  // the id of one, or a list of ids
  date,   // without quotes
  url,
  flag,
  texts,
  stage_list,  // some of those that there are
  severity,
  check,     // an id of the registry
  limits,    // a table of the check's own parameters
  cite,      // tables of the language itself
  sections,  // a table of tables by name
  marks,     // lists of texts by stage
  rules,
  by_stage,
  by_track,
  gaps,  // a list of tables
  identity,
  info,     // lists of texts by name
  title,    // "left" or "centred"
  layouts,  // a list of tables of limits by check
};

struct Key {
  std::string_view name;
  KeyType type;
  std::string_view meaning;  // sentences
  std::string_view example;  // the value as a pack would write it
};

struct Table {
  std::string_view heading;  // as it is written in a pack; "" for its top
  std::string_view meaning;
  std::span<const Key> keys;
};

std::span<const Key> pack_keys();
std::span<const Key> section_keys();
std::span<const Key> rule_keys();
std::span<const Key> stage_keys();  // of what a rule says for one stage
std::span<const Key> track_keys();  // likewise
std::span<const Key> cite_keys();
std::span<const Key> gap_keys();
std::span<const Key> identity_keys();

// All of them with their headings, in the order of a manual.
std::span<const Table> tables();

// A small pack that uses most of them, and is sound where "base" and "blind" are found.
std::string_view example();

}  // namespace packs
