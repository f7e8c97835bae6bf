#include "util/json.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "util/format.hpp"
#include "util/text.hpp"

namespace util {
namespace {

// The library escapes what lies below U+0020; above it, such characters can only stand in strings.
std::string escaped(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (char32_t c : to_utf32(json)) {
    auto code = static_cast<std::uint32_t>(c);
    if (c < 0x20 || !is_dangerous(c))
      out += to_utf8({&c, 1});
    else if (code < 0x10000)
      out += fmt::format("\\u{:04x}", code);
    else
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff));
  }
  return out;
}

bool is_plain(char byte) {
  return byte >= 0 && byte < 0x7f;
}

}  // namespace

double rounded(double value) {
  double hundredths = std::round(value * 100);
  return hundredths == 0 ? 0 : hundredths / 100;  // no negative zero
}

std::string dump(const Json& json, int indent) {
  std::string out = json.dump(indent, ' ', false, Json::error_handler_t::replace);
  return std::all_of(out.begin(), out.end(), is_plain) ? out : escaped(out);
}

}  // namespace util
