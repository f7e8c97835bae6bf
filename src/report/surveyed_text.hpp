// The samples behind what was measured in a paper, page by page and part by part, for a person.
#pragma once

#include "model/result.hpp"
#include "report/layout.hpp"

namespace report {

// Headings with what marks them; from a record of an older tool without that.
void write_sections(Layout& layout, const model::Result& result);

void write_fonts(Layout& layout, const model::Result& result);

// Tables of pages, lines by role, gaps and sizes of type.
void write_survey(Layout& layout, const model::Survey& survey);

}  // namespace report
