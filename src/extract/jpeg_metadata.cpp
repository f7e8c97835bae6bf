#include "extract/jpeg_metadata.hpp"

#include <array>
#include <string>
#include <string_view>

#include "extract/text_string.hpp"
#include "extract/trace_limits.hpp"
#include "util/text.hpp"
#include "util/xmp.hpp"

namespace extract {
namespace {

constexpr unsigned char kStart = 0xd8, kSamples = 0xda, kEnd = 0xd9, kComment = 0xfe;
constexpr unsigned char kExifOrXmp = 0xe1, kPhotoshop = 0xed;
constexpr std::string_view kExif("Exif\0\0", 6), kXmp("http://ns.adobe.com/xap/1.0/\0", 29);
constexpr std::string_view kPhotoshopHead("Photoshop 3.0\0", 14);

std::size_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
    out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

std::string_view iptc_name(std::size_t dataset) {
  switch (dataset) {
    case 80:
      return "By-line";
    case 85:
      return "By-lineTitle";
    case 90:
      return "City";
    case 110:
      return "Credit";
    case 115:
      return "Source";
    case 116:
      return "CopyrightNotice";
    case 118:
      return "Contact";
    case 122:
      return "Writer-Editor";
    default:
      return {};
  }
}

// Records of two bytes, the number of the record and of the dataset, a size of two bytes and text.
void read_iptc(std::string_view records, std::vector<Statement>& out) {
  while (records.size() >= 5 && records[0] == 0x1c) {
    const std::size_t size = big_endian(records, 3, 2);
    const std::string_view name = records[1] == 2 ? iptc_name(big_endian(records, 2, 1)) : "";
    const std::string text(util::trim(clean_utf8(records.substr(5, size))));
    if (!name.empty() && !text.empty()) out.push_back({"IPTC " + std::string(name), text});
    records.remove_prefix(std::min(records.size(), 5 + size));
  }
}

// Resources of Photoshop, of which one holds IPTC.
void read_photoshop(std::string_view resources, std::vector<Statement>& out) {
  constexpr std::size_t kIptc = 0x0404;
  const auto even = [](std::size_t size) { return size + size % 2; };
  while (resources.size() >= 12 && resources.starts_with("8BIM")) {
    const std::size_t after_name = 6 + even(1 + big_endian(resources, 6, 1));
    const std::size_t size = big_endian(resources, after_name, 4);
    if (after_name + 4 > resources.size()) return;
    if (big_endian(resources, 4, 2) == kIptc)
      read_iptc(resources.substr(after_name + 4, size), out);
    resources.remove_prefix(std::min(resources.size(), after_name + 4 + even(size)));
  }
}

void read_segment(unsigned char marker, std::string_view bytes, std::vector<Statement>& out) {
  if (marker == kComment) {
    const std::string text(util::trim(clean_utf8(bytes.substr(0, limits::kTraceBytes))));
    if (!text.empty()) out.push_back({"comment", text});
  } else if (marker == kExifOrXmp && bytes.starts_with(kExif)) {
    read_exif(bytes.substr(kExif.size()), out);
  } else if (marker == kExifOrXmp && bytes.starts_with(kXmp)) {
    for (auto& each : util::read_xmp(bytes.substr(kXmp.size())))
      out.push_back({std::move(each.name), std::move(each.text)});
  } else if (marker == kPhotoshop && bytes.starts_with(kPhotoshopHead)) {
    read_photoshop(bytes.substr(kPhotoshopHead.size()), out);
  }
}

}  // namespace

std::vector<Statement> read_jpeg_metadata(const NextBytes& next) {
  std::vector<Statement> out;
  std::array<char, 4> head = {};
  if (!next(head.data(), 2) || head[0] != '\xff' || head[1] != static_cast<char>(kStart))
    return out;
  std::string segment;
  for (std::size_t read = 0; read < limits::kImageHeaderBytes; read += segment.size()) {
    if (!next(head.data(), head.size()) || head[0] != '\xff') return out;
    const auto marker = static_cast<unsigned char>(head[1]);
    const std::size_t size = big_endian({head.data(), head.size()}, 2, 2);
    if (marker == kSamples || marker == kEnd || size < 2) return out;
    segment.resize(size - 2);
    if (!next(segment.data(), segment.size())) return out;
    read_segment(marker, segment, out);
  }
  return out;
}

}  // namespace extract
