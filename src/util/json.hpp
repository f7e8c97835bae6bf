// JSON values with their keys in the order written; the one place that includes the JSON library.
#pragma once

#include <nlohmann/json.hpp>

namespace util {

using Json = nlohmann::ordered_json;

// Rounded to a hundredth, so that goldens do not depend on the last bits of a compiler's
// arithmetic.
double rounded(double value);

// One line, or indented; bytes that are not UTF-8 become U+FFFD, and what a terminal might obey is
// written as \u escapes.
std::string dump(const Json& json, int indent = -1);

}  // namespace util
