// Reads an open document: facts, pages, destinations, outline.
#pragma once

#include <PDFDoc.h>

#include "extract/limits.hpp"
#include "model/document.hpp"
#include "util/stage.hpp"

namespace extract {

// How reading ended; `out` holds what was found before.
enum class Outcome {
  read,
  blank,           // whole, but no page paints anything
  no_pages,        // none could be read
  too_many_pages,  // none was tried
  too_large,       // limits left nothing
};

// How much of it.
struct Extent {
  int pages = limits::kPages;  // the first of them
  Budget* budget = nullptr;    // shared with others; none: its own
};

// `stage`, where there is one, says what is being read.
Outcome read_document(PDFDoc& document, util::Stage* stage, const Extent& scope,
                      model::Document& out);

}  // namespace extract
