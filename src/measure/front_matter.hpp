// The title and the people between it and the text.
#pragma once

#include "measure/floats.hpp"
#include "measure/text_line.hpp"

namespace measure {

// Sets the roles title and author on the first page.
void mark_front_matter(PageText& first_page, const TypeOfText& text);

}  // namespace measure
