// Reads an open document: facts, pages, destinations, outline.
#pragma once

#include <PDFDoc.h>

#include "model/document.hpp"

namespace extract {

// `out` holds what was found before reading stopped.
enum class Outcome { read, no_pages, too_many_pages };

Outcome read_document(PDFDoc& document, model::Document& out);

}  // namespace extract
