#include <catch2/catch.hpp>
#include <string>

#include "tiny_pdf.hpp"

using model::kUnknownColor;

namespace {

// Of a picture of two by one samples.
model::Color color_of(const std::string& space, const std::string& samples,
                      const std::string& keys = "/BitsPerComponent 8") {
  auto pdf = TinyPdf::with_page("q 100 0 0 10 72 700 cm /I Do Q", "/XObject << /I 7 0 R >>");
  pdf.set_stream(
      7, samples,
      "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace " + space + " " + keys);
  const model::Document document = pdf.read();
  REQUIRE(document.pages.size() == 1);
  REQUIRE(document.pages[0].inks.size() == 1);
  CHECK(document.pages[0].inks[0].kind == model::InkKind::image);
  return document.pages[0].inks[0].color;
}

}  // namespace

TEST_CASE("a picture whose samples are all alike has their colour", "[extract]") {
  CHECK(color_of("/DeviceGray", "\xff\xff") == 0xffffff);
  CHECK(color_of("/DeviceRGB", "\x10\x20\x30\x10\x20\x30") == 0x102030);
  CHECK(color_of("/DeviceCMYK", std::string(8, '\0')) == 0xffffff);
  CHECK(color_of("[/Indexed /DeviceRGB 1 <102030FFFFFF>]", "\x01\x01") == 0xffffff);
}

TEST_CASE("a picture of several colours, or of some that are not told, has none", "[extract]") {
  CHECK(color_of("/DeviceGray", "\xff\xfe") == kUnknownColor);
  CHECK(color_of("/DeviceGray", "\xff") == kUnknownColor);
  CHECK(color_of("/DeviceRGB", "\xff\xff\xff\xff\xff\x10") == kUnknownColor);
  CHECK(color_of("/DeviceGray", "\xff\xff", "/BitsPerComponent 8 /Decode [1 0]") == kUnknownColor);
  CHECK(color_of("/DeviceGray", "\xff\xff", "/BitsPerComponent 4") == kUnknownColor);
  CHECK(color_of("/DeviceGray", "\xff\xff", "/BitsPerComponent 8 /Mask [0 0]") == kUnknownColor);
  CHECK(color_of("[/Lab << /WhitePoint [1 1 1] >>]", "\x10\x20\x30\x10\x20\x30") == kUnknownColor);
}
