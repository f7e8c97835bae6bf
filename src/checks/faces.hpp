// What the name of a font tells of its look: bold, or as wide for i as for m.
#pragma once

#include <string_view>

#include "model/document.hpp"

namespace checks {

bool is_bold(std::string_view font);
bool is_typewriter(std::string_view font);

// Empty for an index that no font has.
std::string_view font_name(const model::Document& document, int font);

}  // namespace checks
