// Where the figures that TeX put into a document lay on its author's computer.
#pragma once

#include <Object.h>
#include <PDFDoc.h>

#include "extract/xobjects.hpp"
#include "model/document.hpp"

namespace extract {

// Notes the file name that TeX leaves in the dictionary of a form XObject; once, however often it
// is painted.
void note_form(const Dict& form, model::Document& out);

// The same for all forms that the pages' resources name, and forms in forms, without unpacking
// one; those in `objects` are not fetched again. False where a limit left some out.
bool read_figure_files(PDFDoc& document, int pages, const XObjects& objects, model::Document& out);

}  // namespace extract
