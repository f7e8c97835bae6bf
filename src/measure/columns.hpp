// Columns: where a page's gutters are, which column a line stands in, and the order of reading.
#pragma once

#include <vector>

#include "measure/text_line.hpp"

namespace measure {

// From pieces of lines; empty on a page of one column, and where there is too little text to tell.
std::vector<Gutter> find_gutters(const std::vector<TextLine>& pieces, model::Size page);

// Forgets a gutter that one page alone has and many of its lines cross: a table's.
void drop_stray_gutters(std::vector<PageText>& pages);

// Gutters of pages too empty to show them, from the pages that do.
void lend_gutters(std::vector<PageText>& pages);

// The edge that most lines share, so that hanging punctuation and an overfull line do not move it;
// of ragged lines the outermost that several reach or pass. `values` is not empty.
Points common_edge(std::vector<Points> values, bool largest);

// Sets Line::column and sorts into reading order: columns from left to right between lines that
// span them.
void order_lines(PageText& page);

// The lines of each column from top to bottom, those that span columns first. What is turned, not
// seen, or stands beside the text is in none.
using Column = std::vector<TextLine*>;
std::vector<Column> by_column(PageText& page);

}  // namespace measure
