// Captions, text inside figures and tables, footnotes, notices and set-off formulas.
#pragma once

#include <vector>

#include "measure/text_line.hpp"
#include "model/vocabulary.hpp"

namespace measure {

struct TypeOfText {
  Points size = 0, leading = 0;
};

// In a paper whose pages are forms themselves, as those printed or stamped by other programs are,
// being in a form tells nothing.
void forget_forms_of_pages(std::vector<PageText>& pages);

void mark_captions(std::vector<PageText>& pages, const TypeOfText& text);

// Notes that open with a raised mark right below their rule, wherever on the page: LaTeX sets
// figures at the foot of a page below its notes.
void mark_ruled_footnotes(const model::Document& document, std::vector<PageText>& pages,
                          const TypeOfText& text);

// Text drawn by included figures, and what lies between a caption and the nearest running text.
void mark_figure_text(std::vector<PageText>& pages, const TypeOfText& text);

void mark_displays(std::vector<PageText>& pages, const TypeOfText& text);

// Small lines at the foot of a column, below a rule or opened by a raised mark. Those of the first
// page that name the occasion, not an author, are notices.
void mark_footnotes(const model::Document& document, std::vector<PageText>& pages,
                    const TypeOfText& text, const model::Vocabulary& vocabulary);

}  // namespace measure
