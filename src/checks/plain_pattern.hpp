// Tells most regular expressions to be sound by one look at their bytes. A library would parse
// them, which for the lists of a pack took a seventh of a whole run.
#pragma once

#include <string>
#include <string_view>

namespace checks {

// True only of what RE2 surely takes: letters, groups, alternatives, simple classes and escapes,
// and one repetition a piece, counted up to nine. False says nothing.
bool is_plain_pattern(std::string_view source);

// The longest run of letters and signs that stand in all that a plain pattern matches, in lower
// case; "" where there is none.
std::string letters_needed(std::string_view source);

}  // namespace checks
