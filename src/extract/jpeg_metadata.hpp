// What a JPEG says about itself before its samples begin, without decoding one.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "extract/exif.hpp"

namespace extract {

// The next bytes of a file: fills `to` with `count` of them, or says that there are not so many.
using NextBytes = std::function<bool(char* to, std::size_t count)>;

// From Exif, XMP, IPTC and comments; reads on to the samples at most, and not for ever.
std::vector<Statement> read_jpeg_metadata(const NextBytes& next);

}  // namespace extract
