// What stands beside the text or is laid over it: margin notes, watermarks, stamps of archives.
#pragma once

#include <vector>

#include "measure/text_line.hpp"

namespace measure {

// Sets the role margin_note on what stands wholly beside the text block, and stamp where it is
// turned or stands at one place of several pages, and on large letters laid over the text. Other
// turned text is that of a figure.
void mark_margin_notes(const model::Document& document, std::vector<PageText>& pages,
                       Points body_size);

}  // namespace measure
