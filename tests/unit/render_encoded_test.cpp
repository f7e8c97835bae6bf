// Pictures of pages as files, read again by a small reader of our own.
#include <libdeflate.h>

#include <catch2/catch.hpp>

#include "render/encoded.hpp"

namespace {

using render::Encoded;
using render::Picture;

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < 4; ++i) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

// What stands in the chunk of this name; each is checked by its sum.
std::string chunk(const std::string& png, const std::string& name) {
  for (std::size_t at = 8; at + 12 <= png.size();) {
    std::size_t length = number_at(png, at);
    REQUIRE(number_at(png, at + 8 + length) ==
            libdeflate_crc32(0, png.data() + at + 4, length + 4));
    if (png.compare(at + 4, 4, name) == 0) return png.substr(at + 8, length);
    at += 12 + length;
  }
  return "";
}

// The numbers of the pixels, row by row.
std::vector<int> pixels_of(const std::string& png) {
  std::string head = chunk(png, "IHDR"), data = chunk(png, "IDAT");
  std::size_t width = number_at(head, 0), height = number_at(head, 4), bits = head[8];
  std::size_t row = (width * bits + 7) / 8, got = 0;
  std::string rows(height * (row + 1), '\0'), above(row, '\0');
  auto* unpacker = libdeflate_alloc_decompressor();
  REQUIRE(libdeflate_zlib_decompress(unpacker, data.data(), data.size(), rows.data(), rows.size(),
                                     &got) == LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor(unpacker);
  REQUIRE(got == rows.size());
  std::vector<int> out;
  for (std::size_t y = 0; y < height; ++y) {
    REQUIRE(rows[y * (row + 1)] == 2);
    for (std::size_t x = 0; x < row; ++x)
      above[x] = static_cast<char>(above[x] + rows[y * (row + 1) + 1 + x]);
    for (std::size_t x = 0; x < width; ++x) {
      auto byte = static_cast<unsigned char>(above[x * bits / 8]);
      out.push_back(bits == 8 ? byte : x % 2 == 0 ? byte >> 4 : byte & 15);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a grey page takes half a byte a pixel", "[render]") {
  Picture picture{
      3, 2, {0, 0, 0, 255, 255, 255, 128, 130, 127, 17, 17, 17, 8, 8, 8, 254, 250, 255}};
  Encoded file = render::encoded(picture);
  REQUIRE(file.type == "image/png");
  CHECK(file.bytes.starts_with("\x89PNG\r\n\x1a\n"));
  CHECK(chunk(file.bytes, "IHDR").substr(8, 2) == std::string("\4\0", 2));
  CHECK(pixels_of(file.bytes) == std::vector<int>{0, 15, 8, 1, 0, 15});
}

TEST_CASE("a page with a few colours has a palette", "[render]") {
  Encoded file = render::encoded({2, 2, {255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 255, 255}});
  REQUIRE(file.type == "image/png");
  CHECK(chunk(file.bytes, "PLTE") == std::string("\xff\0\0\0\0\xff\xff\xff\xff", 9));
  CHECK(pixels_of(file.bytes) == std::vector<int>{0, 1, 1, 2});
}

TEST_CASE("a photograph becomes a JPEG", "[render]") {
  Picture picture{64, 64, {}};
  for (int i = 0; i < 64 * 64; ++i)
    for (int sample : {4 * (i % 64), 4 * (i / 64), i % 256})
      picture.samples.push_back(static_cast<unsigned char>(sample));
  Encoded file = render::encoded(picture);
  CHECK(file.type == "image/jpeg");
  CHECK(file.bytes.starts_with("\xff\xd8\xff"));
  CHECK(file.bytes.ends_with("\xff\xd9"));
  CHECK(render::encoded({}).bytes.empty());
}
