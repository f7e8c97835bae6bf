#include <re2/re2.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "archives/bytes.hpp"
#include "extract/exif.hpp"
#include "extract/inflater.hpp"
#include "extract/jpeg_metadata.hpp"
#include "supplement/looks.hpp"
#include "util/text.hpp"
#include "util/xmp.hpp"

namespace supplement {
namespace {

using extract::Statement;
using re2::RE2;
using re2::StringPiece;
using Statements = std::vector<Statement>;

constexpr std::size_t kMostChunks = 1'000, kMostText = 200'000;
// Where pictures that are text say what they are.
constexpr std::size_t kHead = 4'000;

// What names somebody, by the keys of Exif, IPTC, XMP and PNG.
constexpr std::string_view kNames[] = {
    "Exif Artist",
    "Exif Author",
    "Exif OwnerName",
    "Exif Copyright",
    "IPTC By-line",
    "IPTC Contact",
    "IPTC Writer-Editor",
    "IPTC Credit",
    "IPTC CopyrightNotice",
    "dc:creator",
    "dc:rights",
    "tiff:Artist",
    "aux:OwnerName",
    "exifEX:CameraOwnerName",
    "photoshop:CaptionWriter",
    "photoshop:Credit",
    "xmpRights:Owner",
    "Iptc4xmpCore:CiEmailWork",
    "PNG Author",
    "PNG Artist",
    "PNG Copyright",
    "For",
    // Of documents.
    "Author",
    "Company",
    "Manager",
    "Owner",
    "pdfx:Author",
    "pdfx:Company",
    "xmp:Author",
};
// What tells a person's camera, machine or place.
constexpr std::string_view kHints[] = {
    "Exif SerialNumber", "Exif LensSerialNumber",   "Exif GPSPosition", "Exif HostComputer",
    "aux:SerialNumber",  "exifEX:BodySerialNumber", "exif:GPSLatitude",
};

template <std::size_t N>
bool is_among(const std::string_view (&keys)[N], std::string_view key) {
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < 4 && at + i < bytes.size(); ++i)
    out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

std::string inflated(std::string_view packed) {
  extract::Inflater inflater;
  auto room = inflater.input(packed.size());
  std::memcpy(room.data(), packed.data(), packed.size());
  return std::string(inflater.inflate(packed.size(), kMostText).value_or(""));
}

void add_xmp(std::string_view packet, Statements& out) {
  for (util::XmpProperty& it : util::read_xmp(packet.substr(0, kMostText)))
    out.push_back({std::move(it.name), std::move(it.text)});
}

// A keyword, a zero, whether and how it is packed, and for iTXt a language and a translation.
void read_png_text(std::string_view kind, std::string_view bytes, Statements& out) {
  auto next = [&bytes] {
    std::string_view part = bytes.substr(0, bytes.find('\0'));
    bytes.remove_prefix(std::min(bytes.size(), part.size() + 1));
    return part;
  };
  std::string key(next());
  bool is_packed = kind == "zTXt" || (kind == "iTXt" && !bytes.empty() && bytes[0] == 1);
  if (kind != "tEXt")
    bytes.remove_prefix(std::min<std::size_t>(bytes.size(), kind == "zTXt" ? 1 : 2));
  if (kind == "iTXt") next(), next();
  std::string text = is_packed && !bytes.empty() ? inflated(bytes) : std::string(bytes);
  if (key == "XML:com.adobe.xmp") return add_xmp(text, out);
  if (!key.empty() && key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 32);
  out.push_back({"PNG " + key, std::move(text)});
}

void read_png(std::string_view bytes, Statements& out) {
  bytes.remove_prefix(8);
  for (std::size_t i = 0; i < kMostChunks && bytes.size() >= 12; ++i) {
    std::size_t size = big_endian(bytes, 0);
    std::string_view kind = bytes.substr(4, 4), inner = bytes.substr(8, size);
    if (kind == "eXIf") extract::read_exif(inner, out);
    bool is_text = kind == "tEXt" || kind == "zTXt" || kind == "iTXt";
    if (is_text && inner.size() <= kMostText) read_png_text(kind, inner, out);
    bytes.remove_prefix(std::min(bytes.size(), size + 12));
  }
}

void read_jpeg(std::string_view bytes, Statements& out) {
  out = extract::read_jpeg_metadata([&bytes](char* to, std::size_t count) {
    if (count > bytes.size()) return false;
    std::memcpy(to, bytes.data(), count);
    bytes.remove_prefix(count);
    return true;
  });
}

// Pictures of any kind that hold an XMP packet hold it as plain text.
void read_packets(std::string_view bytes, Statements& out) {
  constexpr std::string_view kBegin = "<x:xmpmeta", kEnd = "</x:xmpmeta>";
  std::size_t begin = bytes.find(kBegin);
  for (int i = 0; i < 10 && begin != std::string_view::npos; ++i) {
    add_xmp(bytes.substr(begin, bytes.find(kEnd, begin) - begin), out);
    begin = bytes.find(kBegin, begin + kBegin.size());
  }
}

// A list of chunks, with lengths in the other order of bytes.
void read_webp(std::string_view bytes, Statements& out) {
  bytes.remove_prefix(12);
  for (std::size_t i = 0; i < kMostChunks && bytes.size() >= 8; ++i) {
    std::size_t size = archives::number_at(bytes, 4, 4);
    std::string_view block = bytes.substr(8, size);
    if (block.starts_with("Exif")) block.remove_prefix(std::min<std::size_t>(block.size(), 6));
    if (bytes.starts_with("EXIF")) extract::read_exif(block, out);
    bytes.remove_prefix(std::min(bytes.size(), size + size % 2 + 8));
  }
}

void find_all(const RE2& expression, std::string_view bytes, const char* key, Statements& out) {
  StringPiece rest(bytes.data(), bytes.size()), who;
  while (out.size() < kMostChunks && RE2::FindAndConsume(&rest, expression, &who))
    out.push_back({key, std::string(who)});
}

// What Inkscape and Matplotlib write of the makers of a drawing.
void read_svg(const File& file, Statements& out, Gathering& gathering) {
  static const RE2 agent(R"((?s)<dc:(?:creator|rights|publisher|contributor)\b[^>]*>\s*)"
                         R"((?:<cc:Agent\b[^>]*>\s*<dc:title\b[^>]*>)?\s*([^<\s][^<]*)<)");
  find_all(agent, file.bytes, "dc:creator", out);
  static const RE2 place(
      R"re((?:inkscape:export-filename|sodipodi:absref)="((?:/|[A-Za-z]:)[^"]*)")re");
  StringPiece rest(file.bytes.data(), file.bytes.size()), path;
  while (RE2::FindAndConsume(&rest, place, &path)) {
    std::string_view text(path.data(), path.size());
    // What lies in a home is found as any path is.
    bool is_found = text.find("/home/") == 0 || text.find("Users") < 5;
    if (!is_found) gathering.tell("path", file.name, 0, text, text);
  }
}

void read_postscript(std::string_view bytes, Statements& out) {
  static const RE2 owner(R"((?m)^%%For:[ \t]*\(?([^\r\n()]+))");
  find_all(owner, bytes.substr(0, kHead), "For", out);
}

}  // namespace

bool names_people(std::string_view key) {
  return is_among(kNames, key);
}

bool tells_of_device(std::string_view key) {
  return is_among(kHints, key);
}

void look_at_picture(const File& file, Gathering& out) {
  std::string_view bytes = file.bytes;
  Statements found;
  bool is_tiff = bytes.starts_with(std::string_view("II*\0", 4)) ||
                 bytes.starts_with(std::string_view("MM\0*", 4));
  bool is_webp = bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
  bool is_jpeg = bytes.starts_with("\xff\xd8\xff"), is_gif = bytes.starts_with("GIF8");
  bool is_postscript = bytes.starts_with("%!PS");
  if (is_jpeg) read_jpeg(bytes, found);
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) read_png(bytes, found);
  if (is_tiff) extract::read_exif(bytes, found);
  if (is_webp) read_webp(bytes, found);
  if (is_postscript) read_postscript(bytes, found);
  if (is_tiff || is_webp || is_gif || is_postscript) read_packets(bytes, found);
  if (file.is_text && bytes.substr(0, kHead).find("<svg") != std::string_view::npos)
    read_svg(file, found, out);
  for (const Statement& it : found) {
    bool is_hint = tells_of_device(it.key);
    if (!is_hint && !names_people(it.key)) continue;
    std::string text = it.key + ": " + it.text;
    out.tell("picture", file.name, 0, text, is_hint ? text : it.text);
  }
}

}  // namespace supplement
