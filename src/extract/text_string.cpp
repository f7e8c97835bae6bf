#include "extract/text_string.hpp"

#include <PDFDocEncoding.h>

#include "extract/limits.hpp"
#include "util/text.hpp"

namespace extract {
namespace {

bool is_surrogate(char32_t unit, char32_t first) {
  return unit >= first && unit < first + 0x400;
}

std::u32string from_utf16(std::string_view bytes, bool big_endian) {
  auto unit = [&](std::size_t at) -> char32_t {
    const auto high = static_cast<unsigned char>(bytes[big_endian ? at : at + 1]);
    const auto low = static_cast<unsigned char>(bytes[big_endian ? at + 1 : at]);
    return static_cast<char32_t>(high << 8 | low);
  };
  std::u32string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char32_t first = unit(at);
    if (is_surrogate(first, 0xd800) && at + 3 < bytes.size() &&
        is_surrogate(unit(at + 2), 0xdc00)) {
      out.push_back(0x10000 + ((first - 0xd800) << 10) + (unit(at + 2) - 0xdc00));
      at += 2;
    } else {
      out += first;
    }
  }
  return out;
}

}  // namespace

std::string decode_text_string(std::string_view bytes) {
  bytes = bytes.substr(0, limits::kStringBytes);
  if (bytes.starts_with("\xfe\xff")) return util::to_utf8(from_utf16(bytes.substr(2), true));
  if (bytes.starts_with("\xff\xfe")) return util::to_utf8(from_utf16(bytes.substr(2), false));
  if (bytes.starts_with("\xef\xbb\xbf")) return clean_utf8(bytes.substr(3));
  std::u32string out;
  for (const char byte : bytes)
    out.push_back(static_cast<char32_t>(pdfDocEncoding[static_cast<unsigned char>(byte)]));
  return util::to_utf8(out);
}

std::string clean_utf8(std::string_view bytes) {
  return util::to_utf8(util::to_utf32(bytes.substr(0, limits::kStringBytes)));
}

}  // namespace extract
