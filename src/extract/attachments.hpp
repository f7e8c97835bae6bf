// Files within the file: their names, sizes and, where they are text, how they begin.
#pragma once

#include <PDFDoc.h>

#include <vector>

#include "extract/annotations.hpp"
#include "extract/trace_list.hpp"
#include "model/document.hpp"

namespace extract {

// From the catalog's list and its associated files, and from annotations. False where a limit left
// something out.
bool read_attachments(PDFDoc& document, const std::vector<Trigger>& annotations,
                      model::Document& out);

}  // namespace extract
