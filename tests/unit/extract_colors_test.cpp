#include <GfxState.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "extract/colors.hpp"
#include "open_pdf.hpp"
#include "tiny_pdf.hpp"

namespace {

using Space = extract::ColorSpace;
using extract::ColorSpaces;

// What the library makes of it, as the interpreter of pages asked it.
model::Color by_library(const Object& space, std::vector<double> components) {
  const PDFRectangle box(0, 0, 1, 1);
  GfxState state(72, 72, &box, 0, false);
  Object copy = space.copy();
  const std::unique_ptr<GfxColorSpace> parsed(
      GfxColorSpace::parse(nullptr, &copy, nullptr, &state));
  REQUIRE(parsed);
  GfxColor color = {};
  for (std::size_t i = 0; i < components.size(); ++i) color.c[i] = dblToCol(components[i]);
  GfxRGB rgb;
  parsed->getRGB(&color, &rgb);
  return static_cast<model::Color>(colToByte(rgb.r) << 16 | colToByte(rgb.g) << 8 |
                                   colToByte(rgb.b));
}

model::Color color(Space& space, std::vector<double> components) {
  return space.srgb(components);
}

// The colour space stands in object 7.
struct Spaces {
  explicit Spaces(const std::string& space, const std::string& stream = "",
                  const std::string& keys = "") {
    TinyPdf pdf = TinyPdf::with_page("");
    pdf.set(7, space);
    pdf.set_stream(8, stream, keys);
    open = std::make_unique<OpenPdf>(pdf.bytes());
    spaces = std::make_unique<ColorSpaces>(open->xref());
  }
  Space* find() { return spaces->find(OpenPdf::reference(7)); }
  model::Color by_library(std::vector<double> components) {
    return ::by_library(open->object(7), std::move(components));
  }
  std::unique_ptr<OpenPdf> open;
  std::unique_ptr<ColorSpaces> spaces;
};

}  // namespace

TEST_CASE("device colours come out as the library's", "[extract]") {
  Spaces s("null");
  CHECK(s.find() == nullptr);
  ColorSpaces& spaces = *s.spaces;
  for (double v = -0.3; v < 1.4; v += 0.037) {
    CHECK(color(spaces.gray(), {v}) == by_library(Object(objName, "DeviceGray"), {v}));
    CHECK(color(spaces.rgb(), {v, 1 - v, v * v}) ==
          by_library(Object(objName, "DeviceRGB"), {v, 1 - v, v * v}));
    CHECK(color(spaces.cmyk(), {v, 1 - v, v * v, v / 2}) ==
          by_library(Object(objName, "DeviceCMYK"), {v, 1 - v, v * v, v / 2}));
  }
  CHECK(spaces.gray().initial() == 0);
  CHECK(spaces.rgb().initial() == 0);
  CHECK(spaces.cmyk().initial() == by_library(Object(objName, "DeviceCMYK"), {0, 0, 0, 1}));
  CHECK(color(spaces.gray(), {1e300}) == 0);
  CHECK(color(spaces.gray(), {std::nan("")}) == 0);
  CHECK(color(spaces.rgb(), {1}) == 0xff0000);
  CHECK(color(spaces.rgb(), std::vector<double>(1000, 1)) == 0xffffff);
}

TEST_CASE("a colour space is set up once", "[extract]") {
  Spaces s("[/Indexed /DeviceRGB 1 <000000 ff8000>]");
  Space* const found = s.find();
  REQUIRE(found);
  CHECK(s.find() == found);
  CHECK(found->components() == 1);
  CHECK(color(*found, {1}) == 0xff8000);
  CHECK(found->initial() == 0);
  const Object direct = s.open->object(7), again = s.open->object(7);
  CHECK(s.spaces->find(direct) == s.spaces->find(again));
  CHECK(s.spaces->find(Object(objName, "DeviceRGB")) == &s.spaces->rgb());
  CHECK(s.spaces->find(Object(objName, "Sky")) == nullptr);
}

TEST_CASE("spaces that are computed agree with the library", "[extract]") {
  const std::string tint =
      "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0.5 0.2] /N 1 >>";
  for (const std::string& space : std::vector<std::string>{
           "[/CalGray << /WhitePoint [0.95 1 1.09] /Gamma 1.8 >>]",
           "[/Separation /Spot /DeviceCMYK " + tint + "]",
           "[/Separation /All /DeviceCMYK " + tint + "]",
       }) {
    Spaces s(space);
    INFO(space);
    REQUIRE(s.find());
    CHECK(s.find()->components() == 1);
    for (double v = 0; v <= 1; v += 0.125) CHECK(color(*s.find(), {v}) == s.by_library({v}));
  }
  Spaces lab("[/Lab << /WhitePoint [0.95 1 1.09] /Range [-100 100 -100 100] >>]");
  CHECK(color(*lab.find(), {50, 20, -30}) == lab.by_library({50, 20, -30}));
}

TEST_CASE("a pattern space has no colour of its own", "[extract]") {
  for (const char* space : {"/Pattern", "[/Pattern]", "[/Pattern /DeviceRGB]"}) {
    Spaces s(space);
    INFO(space);
    REQUIRE(s.find());
    CHECK(s.find()->is_pattern());
    CHECK(s.find()->components() == 0);
    CHECK(s.find()->initial() == model::kUnknownColor);
    CHECK(color(*s.find(), {1, 0, 0}) == model::kUnknownColor);
  }
}

TEST_CASE("a colour function nested without end is not opened", "[extract]") {
  std::string program;
  for (int i = 0; i < 100'000; ++i) program += "{";
  Spaces s("[/Separation /Spot /DeviceGray 8 0 R]", program,
           "/FunctionType 4 /Domain [0 1] /Range [0 1]");
  CHECK(s.find() == nullptr);
  CHECK(s.spaces->was_cut());
}
