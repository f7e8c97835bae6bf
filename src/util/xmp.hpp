// XMP packets: XML that says by whom and with what something was made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace util {

struct XmpProperty {
  std::string name;  // with the usual prefix: "dc:creator"
  std::string text;
};

// What the packet says, in its order; each item of a list by itself. Takes what is no proper XML as
// far as it goes. At most `most` properties, each cut at 4,096 bytes.
std::vector<XmpProperty> read_xmp(std::string_view packet, std::size_t most = 2'000);

}  // namespace util
