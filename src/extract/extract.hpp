// Turns the bytes of a PDF, however hostile, into plain values; the only door to the PDF library.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/document.hpp"
#include "util/stage.hpp"

namespace extract {

struct Budget;  // limits.hpp

// Throws std::bad_alloc alone, as no file is damaged because memory ran out, and never prints, but
// for what the library itself writes to standard error then. What cannot be read is said in
// Document::failure or, where only part is lost, in Document::truncated.
//
// Document::fonts has the fonts that some glyph is shown in, seen or not; those only declared are
// left out. A page that cannot be read stands in Document::pages with nothing in it, so that page
// numbers hold. Page::media_box has its own top left corner for origin, and Page::crop_box the
// same; neither is scaled by the user unit. What annotations show counts as in a form; link frames
// are left out.
// `stage`, where given, always says what is being read.
model::Document read(std::span<const char> bytes, util::Stage* stage = nullptr);

// A file that lies beside others: its first pages, at most so many, and what it says about itself.
// All such files take from one budget, so that many of them cost no more than one.
model::Document read_beside(std::string_view bytes, int pages, Budget& budget);

}  // namespace extract
