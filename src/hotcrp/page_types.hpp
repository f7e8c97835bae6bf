// What a page is for HotCRP: a page of the body, or of a kind that its limits may leave out.
#pragma once

#include <string_view>
#include <vector>

#include "model/paper.hpp"

namespace hotcrp {

// "body", "cover", "blank", "bib", "appendix" or "figure", one for each page of the document.
//
// HotCRP does not count what stands at the end and is no body, so each of these needs evidence: a
// heading and what belongs under it. A page of figures is none of the body's only where more of the
// body follows it. Of a paper without any text all pages are blank, of which HotCRP makes an error.
std::vector<std::string_view> page_types(const model::Paper& paper);

// The page of the first heading of an appendix; 0 where there is none.
int find_appendix(const model::Measured& measured);

}  // namespace hotcrp
