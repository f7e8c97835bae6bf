// Decoding streams without letting a small one grow without bound.
#pragma once

#include <Object.h>

#include <string>

namespace extract {

// Appends what `stream` decodes to, at most `most` bytes. False where more was left or where it is
// packed as a picture, which no text is.
bool append_decoded(const Object& stream, std::size_t most, std::string& out);

}  // namespace extract
