// Running text by the section it stands in: the abstract and the entries of the bibliography.
#pragma once

#include <vector>

#include "measure/floats.hpp"
#include "measure/sections.hpp"
#include "measure/text_line.hpp"

namespace measure {

// Sets the role reference on what stands under the heading of the references.
void mark_references(const std::vector<SectionStart>& sections, std::vector<PageText>& pages);

// Sets the role abstract between the word, or the authors where it stands without one, and the
// first section; nothing without that.
void mark_abstract(const std::vector<SectionStart>& sections, const TypeOfText& text,
                   std::vector<PageText>& pages);

}  // namespace measure
