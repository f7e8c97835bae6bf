// What a viewer does by itself or at a click, other than going to a place or following a link.
#pragma once

#include <PDFDoc.h>

#include <vector>

#include "extract/annotations.hpp"
#include "model/document.hpp"

namespace extract {

// Of the document, its pages and its annotations. False where a limit left something out.
bool read_actions(PDFDoc& document, int pages, const std::vector<Trigger>& annotations,
                  model::Document& out);

}  // namespace extract
