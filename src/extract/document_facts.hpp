// What a document says about itself: version, Info dictionary, XMP.
#pragma once

#include <PDFDoc.h>

#include "model/document.hpp"

namespace extract {

// False where something was too long to be read whole.
bool read_facts(PDFDoc& document, model::Document& out);

}  // namespace extract
