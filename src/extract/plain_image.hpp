// Pictures of one colour, on which text of that colour is not seen.
#pragma once

#include <Object.h>

#include <cstddef>
#include <optional>

#include "extract/colors.hpp"
#include "extract/xobjects.hpp"

namespace extract {

// The colour of all samples of a picture; none where they differ, are packed as photographs are, or
// are more than the limit. `left` are the bytes that may still be unpacked.
std::optional<model::Color> find_plain_color(const Object& stream, const ImageTraits& traits,
                                             ColorSpaces& spaces, std::size_t& left);

}  // namespace extract
