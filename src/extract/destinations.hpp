// The document's named destinations, from the old dictionary and the name tree alike.
#pragma once

#include <PDFDoc.h>

#include "extract/page_index.hpp"
#include "model/document.hpp"

namespace extract {

// False where there are more, or deeper ones, than are read.
bool read_destinations(PDFDoc& document, const PageIndex& pages, model::Document& out);

}  // namespace extract
