// The rectangle that running text fills, on a page and in the whole paper.
#pragma once

#include <optional>
#include <vector>

#include "measure/text_line.hpp"

namespace measure {

// Of lines of body size. Left and right are edges that several lines reach, so that one overfull
// line does not move them; top is that of the first line, bottom the last baseline.
model::PageLayout find_layout(const PageText& page, Points body_size);

// The block of most pages from `first` to `last`, page 1 left out where there are others.
std::optional<Box> find_text_block(const std::vector<model::PageLayout>& layouts, int first,
                                   int last);

// The number of columns most body lines of these pages stand in.
std::optional<int> find_columns(const std::vector<model::PageLayout>& layouts, int first, int last);

std::optional<Points> find_column_gap(const std::vector<PageText>& pages, int first, int last);

}  // namespace measure
