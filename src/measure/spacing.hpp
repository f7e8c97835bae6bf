// The white space above and below headings, captions, floats, formulas and paragraphs.
#pragma once

#include <vector>

#include "measure/floats.hpp"
#include "measure/sections.hpp"
#include "measure/text_line.hpp"
#include "model/document.hpp"
#include "model/spacing.hpp"

namespace measure {

// Of lines that count. Spacing::line is an index into the lines of its page.
std::vector<model::Spacing> find_spacings(const model::Document& document,
                                          const std::vector<PageText>& pages,
                                          const std::vector<SectionStart>& sections,
                                          const TypeOfText& text);

}  // namespace measure
