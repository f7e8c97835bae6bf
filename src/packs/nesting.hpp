// How deep the values of a TOML text nest, told without building them.
#pragma once

#include <optional>
#include <string_view>

#include "packs/node.hpp"

namespace packs {

// Where nesting goes beyond what any pack needs; none where it never does. toml++ 3.3 bounds the
// nesting of brackets but not that of dotted keys, and frees what it built by recursion: a key of a
// hundred thousand dots would overflow the stack.
std::optional<Place> find_deep_nesting(std::string_view toml);

}  // namespace packs
