// Reads a PDF's pages by the library's own interpreter: slow, and the measure of what ours says.
#pragma once

#include <span>

#include "model/document.hpp"

namespace oracle {

// Pages, fonts, and whether anything was left out; `failure` where nothing could be read. What this
// meets on hostile files may end the process.
model::Document read(std::span<const char> bytes);

}  // namespace oracle
