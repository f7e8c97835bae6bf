// Strings of a PDF as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace extract {

// A PDF "text string": UTF-16 or UTF-8 with a byte-order mark, else PDFDocEncoding. Cut at
// limits::kStringBytes; what is no character becomes U+FFFD.
std::string decode_text_string(std::string_view bytes);

// Bytes that ought to be ASCII or UTF-8: names, URIs.
std::string clean_utf8(std::string_view bytes);

}  // namespace extract
