// Turns the bytes of a PDF, however hostile, into plain values; the only door to the PDF library.
#pragma once

#include <span>
#include <string>

#include "model/document.hpp"

namespace extract {

// Never throws and never prints. What cannot be read is said in Document::failure or, where only
// part is lost, in Document::truncated.
model::Document read(std::span<const char> bytes);

}  // namespace extract
