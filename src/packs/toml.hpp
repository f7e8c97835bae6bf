// TOML text into raw values; the only place that knows the TOML library.
#pragma once

#include <string_view>
#include <variant>

#include "packs/node.hpp"

namespace packs {

struct SyntaxError {
  Place place;
  std::string message;
};

// The table of the whole text, its places marked with `file`. Never throws.
std::variant<Node, SyntaxError> read_toml(std::string_view text, int file);

}  // namespace packs
