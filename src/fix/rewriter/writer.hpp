// Writes the objects of a PDF as a new file: one table, no older revision, no date.
#pragma once

#include <string>

#include "fix/rewriter/rewriter.hpp"
#include "fix/rewriter/sweep.hpp"

namespace fix {

// `version` is what stands behind "%PDF-". Small objects are packed into streams where they were
// before. Fills in the bytes of `out` and the places of its identifiers.
void write(const Sweep& sweep, const std::string& version, bool packs, Written& out);

}  // namespace fix
