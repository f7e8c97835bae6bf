// Running heads and page numbers.
#pragma once

#include <optional>
#include <vector>

#include "measure/text_line.hpp"

namespace measure {

// Sets the roles running_head and page_number.
void mark_running_heads(std::vector<PageText>& pages, Points body_size);

// Whether pages print their numbers; none without text.
std::optional<bool> has_page_numbers(const std::vector<PageText>& pages);

}  // namespace measure
