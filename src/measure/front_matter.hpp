// The title and the people between it and the text.
#pragma once

#include "measure/floats.hpp"
#include "measure/text_line.hpp"

namespace measure {

// Sets the roles title and author on the first page; the others show what headings look like.
void mark_front_matter(std::vector<PageText>& pages, const TypeOfText& text);

}  // namespace measure
