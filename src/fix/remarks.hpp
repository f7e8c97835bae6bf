// Remarks of programs between the drawing instructions of a page.
#pragma once

#include <string>
#include <string_view>

namespace fix {

// The instructions without what stands behind a %, up to the first image among them, whose samples
// look like anything.
std::string without_remarks(std::string_view content);

}  // namespace fix
