// What stands on pages beside the text: running heads, page numbers, stamps and margin notes.
#pragma once

#include <optional>
#include <vector>

#include "measure/text_line.hpp"

namespace measure {

// Sets the roles running_head and page_number.
void mark_running_heads(std::vector<PageText>& pages, Points body_size);

// Sets the role margin_note on turned text and on what stands wholly beside the text block.
void mark_margin_notes(std::vector<PageText>& pages, Points body_size);

// Whether pages print their numbers; none without text.
std::optional<bool> has_page_numbers(const std::vector<PageText>& pages);

}  // namespace measure
