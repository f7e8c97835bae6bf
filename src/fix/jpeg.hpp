// Pictures' own formats, as far as it takes to leave out what they tell beside the picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fix {

// Without EXIF, XMP, IPTC, comments, thumbnails and what follows the picture. The scan, its tables
// and what decides its colours (JFIF, Adobe, ICC profiles) stay byte for byte. None where the bytes
// are no JPEG.
std::optional<std::string> without_metadata_jpeg(std::string_view bytes);

// The same of JPEG 2000, whose metadata are boxes of their own.
std::optional<std::string> without_metadata_jpx(std::string_view bytes);

// Whether the beginning of EXIF or XMP stands in these bytes.
bool tells_of_camera(std::string_view bytes);

}  // namespace fix
