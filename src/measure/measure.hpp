// Measures a document: lines, columns, text block, type, sections, and where the main text ends.
#pragma once

#include "model/document.hpp"
#include "model/measured.hpp"
#include "model/vocabulary.hpp"

namespace measure {

model::Measured measure(const model::Document& document, const model::Vocabulary& vocabulary);

}  // namespace measure
