// The page of a check, which is Markdown, laid out for a terminal.
#pragma once

#include <string_view>

#include "report/layout.hpp"

namespace report {

void write_page(Layout& layout, std::string_view page);

}  // namespace report
