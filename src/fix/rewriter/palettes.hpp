// Palettes that the library takes for text.
#pragma once

#include "fix/rewriter/objects.hpp"

namespace fix {

// Gives the palette of an indexed colour space back its bytes, where they are a string in brackets
// that begins with FF FE: PoDoFo 0.9.8 takes that for a mark of UTF-16, drops it and swaps the
// rest.
void mend_palette(const Objects& objects, Value& array);

}  // namespace fix
