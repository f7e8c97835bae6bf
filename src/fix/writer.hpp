// Writes the objects of a PDF as a new file: one table, no older revision, no date, and
// identifiers made of its own bytes.
#pragma once

#include <string>

#include "fix/sweep.hpp"

namespace fix {

// `version` is what stands behind "%PDF-". Small objects are packed into streams where they were
// before.
std::string write(const Sweep& sweep, const std::string& version, bool packs);

}  // namespace fix
