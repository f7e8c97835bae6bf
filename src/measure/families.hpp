// What the name of a font tells: its design, and whether it is bold, slanted or for formulas.
#pragma once

#include <string>
#include <string_view>

namespace measure {

// "times", "computer-modern", "palatino", "libertine", "helvetica"...; "" where unknown.
std::string design_family(std::string_view font);

bool is_bold_font(std::string_view font);
bool is_slanted_font(std::string_view font);
bool is_math_font(std::string_view font);
// Roots, sums and tall brackets, which TeX hangs from a raised baseline.
bool is_hanging_font(std::string_view font);
bool is_typewriter_font(std::string_view font);

}  // namespace measure
