// The document's outline ("bookmarks"), flattened in reading order.
#pragma once

#include <PDFDoc.h>

#include "extract/page_index.hpp"
#include "model/document.hpp"

namespace extract {

// After the destinations, which entries refer to. False where there are more, or deeper ones, than
// are read.
bool read_outline(PDFDoc& document, const PageIndex& pages, model::Document& out);

}  // namespace extract
