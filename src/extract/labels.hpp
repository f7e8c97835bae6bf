// Names and descriptions that a document gives to its parts: pages, layers, fields, structure.
#pragma once

#include <PDFDoc.h>

#include "model/document.hpp"

namespace extract {

// False where a limit left something out.
bool read_labels(PDFDoc& document, model::Document& out);

}  // namespace extract
