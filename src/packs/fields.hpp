// Reading the keys of a pack's tables: known names, types, and what is said when they are wrong.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "packs/language.hpp"
#include "packs/node.hpp"
#include "packs/problems.hpp"

namespace packs {

// Each key that is not among `known`, with the nearest that is.
void reject_unknown_keys(const Node& table, std::span<const std::string_view> known,
                         std::string_view owner, Problems& problems);
void reject_unknown_keys(const Node& table, std::span<const Key> known, std::string_view owner,
                         Problems& problems);

// Whether the entry's value is of a kind; says so where it is not.
bool expect(const Entry& entry, Node::Kind kind, Problems& problems);

// The value of a key where it is there and of the right kind.
const Node* find(const Node& table, std::string_view key, Node::Kind kind, Problems& problems);
std::string text_or(const Node& table, std::string_view key, std::string_view otherwise,
                    Problems& problems);
bool flag_or(const Node& table, std::string_view key, bool otherwise, Problems& problems);

// The texts of a list, empty where the key is missing; those that are no text are said.
std::vector<std::string> texts(const Node& table, std::string_view key, Problems& problems);
std::vector<std::string> texts(const Entry& entry, Problems& problems);

// An ISO date, written without quotes; "" where missing or wrong.
std::string date(const Node& table, std::string_view key, Problems& problems);

// A web address, "" where missing or wrong: reports make links of them.
std::string url(const Node& table, std::string_view key, Problems& problems);

// Ids are typed on command lines and become file names and fingerprints: a-z, 0-9, "-" and ".".
bool is_name(std::string_view word);
void expect_name(std::string_view word, const Place& place, Problems& problems);

// Whether `word` is one of `known`; says so, with the nearest and the list, where it is not.
bool expect_one_of(std::string_view word, std::span<const std::string> known, std::string_view what,
                   const Place& place, Problems& problems);

}  // namespace packs
