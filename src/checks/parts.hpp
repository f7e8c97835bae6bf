// The body, the abstract and the title of a paper, and how long they are.
#pragma once

#include <string_view>

#include "checks/lines.hpp"

namespace checks {

// Of "body", "abstract" or "title"; empty where it could not be found.
Lines lines_of_part(const model::Measured& measured, std::string_view part);

// Words, or characters with blanks; a word broken by a hyphen over two lines is one.
int size_of(const Lines& lines, bool in_characters);

}  // namespace checks
