// How many pages the page tree really holds; its Count may say otherwise.
#pragma once

#include <PDFDoc.h>

namespace extract {

// At most limits::kPages + 1. None for a tree so deep or branched that the library would be lost in
// it.
std::optional<int> count_pages(PDFDoc& document);

}  // namespace extract
