#include "extract/exif.hpp"

#include <array>
#include <cstdint>

#include "extract/text_string.hpp"
#include "extract/trace_limits.hpp"
#include "util/text.hpp"

namespace extract {
namespace {

struct Tag {
  std::uint16_t number;
  std::string_view name;
  bool is_utf16 = false;
};

// Exif 2.32 and, from 0x9c9b on, what Windows writes. Cameras and programs are nobody's name.
constexpr std::array kTags = {
    Tag{0x010e, "ImageDescription"}, Tag{0x013b, "Artist"},       Tag{0x013c, "HostComputer"},
    Tag{0x8298, "Copyright"},        Tag{0x9286, "UserComment"},  Tag{0x9c9b, "Title", true},
    Tag{0x9c9c, "Comment", true},    Tag{0x9c9d, "Author", true}, Tag{0x9c9f, "Subject", true},
    Tag{0xa430, "OwnerName"},        Tag{0xa431, "SerialNumber"}, Tag{0xa435, "LensSerialNumber"},
};
constexpr std::uint16_t kExifBlock = 0x8769, kGpsBlock = 0x8825, kLatitude = 2;
constexpr std::size_t kMostEntries = 500;

class Reader {
 public:
  Reader(std::string_view bytes, std::vector<Statement>& out) : bytes_(bytes), out_(out) {}

  void read() {
    if (bytes_.size() < 8) return;
    is_little_ = bytes_.starts_with("II");
    if ((!is_little_ && !bytes_.starts_with("MM")) || number(2, 2) != 42) return;
    read_block(number(4, 4), 0);
  }

 private:
  // Of `size` bytes; 0 beyond the end.
  std::uint32_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) return 0;
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t from = is_little_ ? at + size - 1 - i : at + i;
      out = out << 8 | static_cast<unsigned char>(bytes_[from]);
    }
    return out;
  }

  void read_block(std::size_t at, int depth) {
    const std::size_t count = number(at, 2);
    for (std::size_t i = 0; i < count && i < kMostEntries; ++i) read_entry(at + 2 + 12 * i, depth);
  }

  void read_entry(std::size_t at, int depth) {
    const auto tag = static_cast<std::uint16_t>(number(at, 2));
    const std::uint32_t value = number(at + 8, 4);
    if (tag == kExifBlock && depth == 0) return read_block(value, depth + 1);
    if (tag == kGpsBlock && depth == 0) return read_position(value);
    for (const Tag& known : kTags)
      if (known.number == tag) add(known, at);
  }

  void add(const Tag& tag, std::size_t at) {
    constexpr std::uint32_t kText = 2;  // all others that are read have units of one byte, too
    const std::uint32_t size = number(at + 4, 4);
    const std::size_t begin = size <= 4 ? at + 8 : number(at + 8, 4);
    if (begin >= bytes_.size()) return;
    std::string raw(bytes_.substr(begin, std::min<std::size_t>(size, limits::kTraceBytes)));
    if (tag.is_utf16) raw = decode_text_string("\xff\xfe" + raw);
    // A comment begins with the name of its character set.
    if (tag.number == 0x9286 && number(at + 2, 2) != kText)
      raw = raw.starts_with("ASCII") && raw.size() > 8 ? raw.substr(8) : "";
    raw.resize(std::min(raw.size(), raw.find('\0')));
    const std::string text(util::trim(clean_utf8(raw)));
    if (!text.empty()) out_.push_back({"Exif " + std::string(tag.name), text});
  }

  void read_position(std::size_t at) {
    const std::size_t count = number(at, 2);
    for (std::size_t i = 0; i < count && i < kMostEntries; ++i) {
      const std::size_t entry = at + 2 + 12 * i;
      const std::size_t place = number(entry + 8, 4);
      // Cameras without reception write a latitude of 0/0 or 0/1.
      const bool is_set = number(place, 4) != 0 && number(place + 4, 4) != 0;
      if (number(entry, 2) != kLatitude || !is_set) continue;
      const std::string degrees = std::to_string(number(place, 4) / number(place + 4, 4));
      out_.push_back({"Exif GPSPosition", "latitude " + degrees + " degrees"});
    }
  }

  std::string_view bytes_;
  std::vector<Statement>& out_;
  bool is_little_ = false;
};

}  // namespace

void read_exif(std::string_view tiff, std::vector<Statement>& out) {
  Reader(tiff, out).read();
}

}  // namespace extract
