// What the figures of a document say of where, by whom and with what they were made.
#pragma once

#include <Object.h>
#include <PDFDoc.h>

#include "extract/xobjects.hpp"
#include "model/document.hpp"

namespace extract {

// Of all forms and images that the pages' resources name, and those within forms, without unpacking
// one: the names that TeX leaves of the figures' files, and what stands in their Info dictionaries,
// their XMP packets and the heads of JPEGs. What is in `objects` is not fetched again, JPEGs apart.
// False where a limit left something out.
bool read_figures(PDFDoc& document, int pages, const XObjects& objects, model::Document& out);

}  // namespace extract
