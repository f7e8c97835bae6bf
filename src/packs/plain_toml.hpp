// TOML of the kind that packs are written in, read many times faster than by the library.
#pragma once

#include <optional>
#include <string_view>

#include "packs/node.hpp"

namespace packs {

// What the library would read, places and all; nothing where there is more to the text than
// headers, keys of one word, texts on one line, numbers, flags, dates, lists and tables in braces.
// What is wrong is never read, so that the library says how.
std::optional<Node> read_plain_toml(std::string_view text, int file);

}  // namespace packs
