// Older states of a file: whoever changes it by appending leaves what it said before.
#pragma once

#include <PDFDoc.h>

#include <span>
#include <vector>

#include "model/document.hpp"

namespace extract {

// Where each state ends, the present one last, counted from the beginning of the file. Not the
// first part of a linearized file, which is no state.
std::vector<std::size_t> find_revision_ends(std::span<const char> bytes);

// Opens the older ones, if there are any, and notes what they said that `out` does not. False where
// a limit left something out.
bool read_revisions(std::span<const char> bytes, PDFDoc& present, model::Document& out);

}  // namespace extract
