// Reads a paper's supplement where it lies: its files are unpacked one at a time into memory, and
// nothing of it is run, written or kept.
#pragma once

#include <string>

#include "archives/bytes.hpp"
#include "model/supplement.hpp"

namespace supplement {

// Zips and tars, and those within them; never throws. What could not be looked at is said.
model::Supplement read(const archives::Bytes& bytes, std::string path);

}  // namespace supplement
