// Values as a pack writes them; nothing that a file says can end a string or a comment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/geometry.hpp"

namespace learn {

std::string toml_text(std::string_view text);

// "[\"a\", \"b\"]"
std::string list_of(const std::vector<std::string>& texts);

// In TeX's points where it is one of the sizes that TeX's classes set, else in PDF points.
std::string type_length(model::Points length);
std::string type_lengths(std::vector<model::Points> lengths);  // a list, each once

// In PDF points, to a tenth.
std::string page_length(model::Points length);

// Lines that begin with "# ", broken where a line would be too long.
std::string comment(std::string_view text);

}  // namespace learn
