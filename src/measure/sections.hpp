// Sections: their classes, which lines belong to each, and which of them count against a limit.
#pragma once

#include <vector>

#include "measure/headings.hpp"
#include "measure/text_line.hpp"
#include "model/vocabulary.hpp"

namespace measure {

struct SectionStart {
  model::Section section;
  bool counted = true;
  std::size_t line = 0;  // of its page's lines
};

// Classes from headings: an appendix by its word, its anchor or its letter; nothing but an appendix
// is looked for inside a checklist; sub-sections follow the section they are in.
std::vector<SectionStart> classify(const std::vector<Heading>& headings,
                                   const std::vector<PageText>& pages,
                                   const model::Vocabulary& vocabulary);

// Sets Line::section and Line::counted of every line. A float that drifted among the references,
// with a number as those of the main part have, counts too.
void assign_lines(const std::vector<SectionStart>& sections, std::vector<PageText>& pages);

}  // namespace measure
