// What drawing programs keep for themselves in a page or figure: names among it.
#pragma once

#include <Object.h>

#include "extract/trace_list.hpp"

namespace extract {

// Of an object's PieceInfo; `trace` says where that stands.
void read_private_data(const Dict& object, XRef& xref, const model::Trace& trace,
                       TraceList& traces);

}  // namespace extract
