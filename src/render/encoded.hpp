// Pictures as the bytes of a file, for reports.
#pragma once

#include <string>

#include "render/pages.hpp"

namespace render {

struct Encoded {
  std::string type;  // "image/png", or "image/jpeg" of what has photographs in it
  std::string bytes;
};

// With few levels of grey or colour, which text and drawings do not need more of. Empty bytes where
// it cannot be written.
Encoded encoded(const Picture& picture);

}  // namespace render
