// JSON values with their keys in the order written; the one place that includes the JSON library.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "util/expected.hpp"

namespace util {

using Json = nlohmann::ordered_json;

// An object of these members, no key twice. The library would take each pair for a list first.
struct Member {
  const char* key;
  mutable Json value;
};
Json object(std::initializer_list<Member> members);

// Rounded to a hundredth, so that goldens do not depend on the last bits of a compiler's
// arithmetic.
double rounded(double value);

// One line, or indented; bytes that are not UTF-8 become U+FFFD, and what a terminal might obey is
// written as \u escapes.
std::string dump(const Json& json, int indent = -1);

// One line whose keys are sorted, so that equal values give equal bytes.
std::string dump_sorted(const Json& json);

// Text that an enemy may have written: a key that comes twice, more or deeper values than these,
// and anything but one value of valid UTF-8 is an error.
struct JsonLimits {
  std::size_t depth = 12;
  std::size_t keys = 40;         // of one object; looking one up takes time in proportion
  std::size_t values = 400'000;  // each takes up to a hundred times the bytes of its text
};
Expected<Json> parse(std::string_view text, const JsonLimits& limits = {});

}  // namespace util
