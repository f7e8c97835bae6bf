#include "fix/jpeg.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace fix {
namespace {

using std::string_view;
using namespace std::literals;

// ISO 10918-1 table B.1.
enum Marker : unsigned {
  kTem = 0x01,
  kRst0 = 0xd0,
  kRst7 = 0xd7,
  kSoi = 0xd8,
  kEoi = 0xd9,
  kSos = 0xda,
  kApp0 = 0xe0,
  kApp2 = 0xe2,
  kApp14 = 0xee,
  kApp15 = 0xef,
  kCom = 0xfe,
};
constexpr std::size_t kJfifBytes = 14;  // of APP0 without its length and the thumbnail

unsigned byte(string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool is_alone(unsigned marker) {
  return marker == kTem || (marker >= kRst0 && marker <= kSoi);
}

// A segment with its marker and length; "" where it is left out.
std::string kept(unsigned marker, string_view segment) {
  string_view content = segment.substr(4);
  if (marker == kApp0 && content.starts_with("JFIF\0"sv) && content.size() >= kJfifBytes) {
    std::string short_one = "\xff\xe0\x00\x10"s.append(content.substr(0, kJfifBytes));
    short_one[short_one.size() - 2] = short_one[short_one.size() - 1] = 0;
    return short_one;
  }
  bool is_colour = (marker == kApp2 && content.starts_with("ICC_PROFILE\0"sv)) ||
                   (marker == kApp14 && content.starts_with("Adobe"sv));
  bool is_told = (marker >= kApp0 && marker <= kApp15) || marker == kCom;
  return is_told && !is_colour ? "" : std::string(segment);
}

// Where the entropy-coded bytes from `at` on end: at the next marker that is none of theirs.
std::size_t end_of_scan(string_view bytes, std::size_t at) {
  for (; at + 1 < bytes.size(); ++at) {
    if (byte(bytes, at) != 0xff) continue;
    unsigned next = byte(bytes, at + 1);
    bool is_part = next == 0 || next == 0xff || (next >= kRst0 && next <= kRst7);
    if (!is_part) return at;
  }
  return bytes.size();
}

std::uint32_t number(string_view bytes, std::size_t at) {
  return byte(bytes, at) << 24 | byte(bytes, at + 1) << 16 | byte(bytes, at + 2) << 8 |
         byte(bytes, at + 3);
}

}  // namespace

std::optional<std::string> without_metadata_jpeg(string_view bytes) {
  if (!bytes.starts_with("\xff\xd8"sv)) return std::nullopt;
  std::string out(bytes.substr(0, 2));
  for (std::size_t at = 2; at < bytes.size();) {
    if (byte(bytes, at) != 0xff || at + 1 == bytes.size()) return std::nullopt;
    unsigned marker = byte(bytes, at + 1);
    if (marker == 0xff) {  // filling
      ++at;
      continue;
    }
    if (marker == kEoi || is_alone(marker)) out += bytes.substr(at, 2);
    if (marker == kEoi) return out;
    if (is_alone(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.size()) return std::nullopt;
    std::size_t length = 2 + (byte(bytes, at + 2) << 8 | byte(bytes, at + 3));
    if (length < 4 || at + length > bytes.size()) return std::nullopt;
    out += kept(marker, bytes.substr(at, length));
    at += length;
    if (marker != kSos) continue;
    std::size_t end = end_of_scan(bytes, at);
    out += bytes.substr(at, end - at);
    at = end;
  }
  return out;  // without its end, which readers do without
}

std::optional<std::string> without_metadata_jpx(string_view bytes) {
  constexpr std::size_t kHead = 8;
  if (bytes.size() < kHead || bytes.substr(4, 4) != "jP  "sv) return std::nullopt;
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    if (at + kHead > bytes.size()) return std::nullopt;
    std::size_t length = number(bytes, at);
    string_view kind = bytes.substr(at + 4, 4);
    if (length == 0) length = bytes.size() - at;
    // Longer than four gigabytes, and tables of where other boxes lie.
    bool is_beyond = length < kHead || at + length > bytes.size() || kind == "ftbl" ||
                     kind == "dtbl" || kind == "cref";
    if (is_beyond) return std::nullopt;
    if (kind != "xml " && kind != "uuid" && kind != "uinf") out += bytes.substr(at, length);
    at += length;
  }
  return out;
}

bool tells_of_camera(string_view bytes) {
  for (string_view sign :
       {"Exif\0\0"sv, "http://ns.adobe.com/xap/"sv, "<?xpacket"sv, "Photoshop 3.0\0"sv})
    if (bytes.find(sign) != string_view::npos) return true;
  return false;
}

}  // namespace fix
