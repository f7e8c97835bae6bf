// Lists: items that hang from a bullet or a number.
#pragma once

#include <vector>

#include "measure/floats.hpp"
#include "measure/text_line.hpp"

namespace measure {

// Sets the role list_item. A mark alone is none: its item hangs from it, or another item stands
// under it.
void mark_lists(std::vector<PageText>& pages, const TypeOfText& text);

}  // namespace measure
