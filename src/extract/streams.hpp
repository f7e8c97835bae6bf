// Decoding streams without letting a small one grow without bound.
#pragma once

#include <Object.h>

#include <cstddef>
#include <string>

namespace extract {

// Appends what `stream` decodes to, at most `most` bytes. False where more was left or where it is
// packed as a picture, which no text is.
bool append_decoded(const Object& stream, std::size_t most, std::string& out);

// The first bytes that `stream` decodes to, at most `most`; none of a picture.
std::string decoded_start(const Object& stream, std::size_t most);

// How many bytes `stream` decodes to; `most` + 1 where it is more than that, or a picture.
std::size_t decoded_size(const Object& stream, std::size_t most);

}  // namespace extract
