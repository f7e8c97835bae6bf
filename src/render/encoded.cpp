#include "render/encoded.hpp"

#include <goo/JpegWriter.h>
#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>

namespace render {
namespace {

// Antialiased text has no need of more: sixteen levels a colour.
constexpr int kLevels = 16, kLevel = 255 / (kLevels - 1);
// What differs less than this between its colours is grey.
constexpr int kGrey = 12;
constexpr int kJpegQuality = 72;
// PNG: of a row, each byte is the difference to the one above.
constexpr char kUp = 2;
constexpr int kPacking = 9;

// As PNG writes numbers.
std::string big_endian(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 255);
  return out;
}

// Length, name, bytes and a sum of name and bytes.
std::string chunk(std::string_view name, std::string_view data) {
  std::string body = std::string(name).append(data);
  return big_endian(static_cast<std::uint32_t>(data.size())) + body +
         big_endian(libdeflate_crc32(0, body.data(), body.size()));
}

std::string packed(std::string_view bytes) {
  std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> packer(
      libdeflate_alloc_compressor(kPacking), &libdeflate_free_compressor);
  if (!packer) return "";
  std::string out(libdeflate_zlib_compress_bound(packer.get(), bytes.size()), '\0');
  out.resize(
      libdeflate_zlib_compress(packer.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

// To the nearest level, so that white stays white.
int level_of(int sample) {
  return std::clamp((sample + kLevel / 2) / kLevel, 0, kLevels - 1);
}

// A number for each pixel, and what it stands for.
struct Indexed {
  std::vector<unsigned char> pixels;
  std::string palette;  // red, green, blue of each; empty: the numbers are levels of grey
};

// None where anything has a colour: pages of text, which most are, take half a byte a pixel.
std::optional<Indexed> grey(const Picture& picture) {
  Indexed out;
  out.pixels.reserve(picture.samples.size() / 3);
  for (std::size_t at = 0; at + 2 < picture.samples.size(); at += 3) {
    auto [least, most] =
        std::minmax({picture.samples[at], picture.samples[at + 1], picture.samples[at + 2]});
    if (most - least > kGrey) return std::nullopt;
    out.pixels.push_back(static_cast<unsigned char>(level_of(picture.samples[at + 1])));
  }
  return out;
}

// None where there are more colours than a palette holds, as in photographs.
std::optional<Indexed> in_palette(const Picture& picture) {
  Indexed out;
  std::array<int, std::size_t{kLevels} * kLevels * kLevels> known;
  known.fill(-1);
  int count = 0;
  for (std::size_t at = 0; at + 2 < picture.samples.size(); at += 3) {
    int red = level_of(picture.samples[at]), green = level_of(picture.samples[at + 1]),
        blue = level_of(picture.samples[at + 2]);
    auto colour = static_cast<std::size_t>(red);
    for (int level : {green, blue}) colour = colour * kLevels + static_cast<std::size_t>(level);
    int& number = known[colour];
    if (number < 0) {
      if (count == 256) return std::nullopt;
      number = count++;
      for (int level : {red, green, blue}) out.palette += static_cast<char>(level * kLevel);
    }
    out.pixels.push_back(static_cast<unsigned char>(number));
  }
  return out;
}

std::string rows_of(const Indexed& it, int width, int height) {
  bool is_grey = it.palette.empty();  // two pixels a byte
  const auto columns = static_cast<std::size_t>(width);
  const std::size_t length = is_grey ? (columns + 1) / 2 : columns;
  std::string out, above(length, '\0'), row(length, '\0');
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    const unsigned char* pixels = it.pixels.data() + y * columns;
    std::fill(row.begin(), row.end(), '\0');
    for (std::size_t x = 0; x < columns; ++x) {
      std::size_t at = is_grey ? x / 2 : x;
      int shift = is_grey && x % 2 == 0 ? 4 : 0;
      row[at] = static_cast<char>(row[at] | pixels[x] << shift);
    }
    out += kUp;
    for (std::size_t at = 0; at < length; ++at) out += static_cast<char>(row[at] - above[at]);
    above.swap(row);
  }
  return out;
}

std::string png(const Indexed& it, int width, int height) {
  bool is_grey = it.palette.empty();
  std::string head = big_endian(static_cast<std::uint32_t>(width)) +
                     big_endian(static_cast<std::uint32_t>(height));
  head += is_grey ? std::string("\4\0\0\0\0", 5) : std::string("\10\3\0\0\0", 5);
  std::string out = "\x89PNG\r\n\x1a\n" + chunk("IHDR", head);
  if (!is_grey) out += chunk("PLTE", it.palette);
  return out + chunk("IDAT", packed(rows_of(it, width, height))) + chunk("IEND", "");
}

std::string jpeg(const Picture& picture) {
  char* bytes = nullptr;
  std::size_t size = 0;
  std::FILE* file = open_memstream(&bytes, &size);
  if (!file) return "";
  // Quality and density; not progressive, which would take memory for the whole picture.
  JpegWriter writer(kJpegQuality, false);
  bool is_written = writer.init(file, picture.width, picture.height, 100, 100);
  for (int y = 0; is_written && y < picture.height; ++y) {
    auto* row =
        const_cast<unsigned char*>(picture.samples.data()) + std::ptrdiff_t{3} * picture.width * y;
    is_written = writer.writeRow(&row);
  }
  is_written = is_written && writer.close();
  std::fclose(file);
  std::string out = is_written ? std::string(bytes, size) : "";
  std::free(bytes);
  return out;
}

}  // namespace

Encoded encoded(const Picture& picture) {
  if (picture.width <= 0 || picture.height <= 0) return {};
  auto indexed = grey(picture);
  if (!indexed) indexed = in_palette(picture);
  if (indexed) return {"image/png", png(*indexed, picture.width, picture.height)};
  return {"image/jpeg", jpeg(picture)};
}

}  // namespace render
