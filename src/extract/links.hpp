// A page's links and other annotations, read from their dictionaries.
#pragma once

#include <Page.h>

#include "extract/page_frame.hpp"
#include "model/document.hpp"

namespace extract {

// False where there are more than are read.
bool read_annotations(Page& page, const PageFrame& frame, model::Page& out);

}  // namespace extract
