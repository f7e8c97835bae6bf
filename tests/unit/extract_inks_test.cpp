#include <catch2/catch.hpp>

#include "check_box.hpp"
#include "tiny_pdf.hpp"

namespace {

model::Page read_page(const std::string& content, const std::string& resources = "",
                      const std::string& page = "/MediaBox [0 0 612 792]") {
  const model::Document document = TinyPdf::with_page(content, resources, page).read();
  REQUIRE_FALSE(document.failure);
  return document.pages.at(0);
}

model::Ink only_ink(const std::string& content, const std::string& resources = "") {
  const model::Page page = read_page(content, resources);
  REQUIRE(page.inks.size() == 1);
  return page.inks[0];
}

}  // namespace

TEST_CASE("a rectangle is known by its points", "[extract]") {
  CHECK(only_ink("10 20 30 40 re f").is_rectangle);
  CHECK(only_ink("10 20 m 40 20 l 40 60 l 10 60 l h f").is_rectangle);
  CHECK(only_ink("10 20 m 40 20 l 40 60 l 10 60 l f").is_rectangle);
  CHECK(only_ink("0 1 -1 0 300 300 cm 10 20 30 40 re f").is_rectangle);
  CHECK(only_ink("10 20 100 0.4 re f").is_rectangle);
  CHECK(only_ink("10 20 100 0 re f").is_rectangle);
  CHECK_FALSE(only_ink("10 20 m 40 20 l 40 60 l h f").is_rectangle);
  CHECK_FALSE(only_ink("10 20 m 40 60 l 40 20 l 10 60 l h f").is_rectangle);
  CHECK_FALSE(only_ink("0.7 0.7 -0.7 0.7 300 300 cm 10 20 30 40 re f").is_rectangle);
  CHECK_FALSE(only_ink("10 20 m 20 0 30 0 40 20 c 40 60 l 10 60 l h f").is_rectangle);
  CHECK_FALSE(only_ink("10 20 5 5 re 30 20 5 5 re f").is_rectangle);
  CHECK(only_ink("10 20 m 300 20 l S").is_rectangle);
  CHECK_FALSE(only_ink("10 20 m 300 90 l S").is_rectangle);
  CHECK_FALSE(only_ink("10 20 30 40 re S").is_rectangle);
}

TEST_CASE("paths have their box, colour and kind", "[extract]") {
  const model::Ink fill = only_ink("0 0 1 rg 10 20 30 40 re f");
  CHECK(fill.kind == model::InkKind::fill);
  CHECK(fill.color == 0x0000ff);
  check_box(fill.box, 10, 732, 40, 772);
  const model::Ink line = only_ink("0 1 0 RG 4 w 10 20 m 300 20 l S");
  CHECK(line.kind == model::InkKind::stroke);
  CHECK(line.color == 0x00ff00);
  check_box(line.box, 8, 770, 302, 774);
  CHECK(read_page("10 20 30 40 re B").inks.size() == 2);
  CHECK(read_page("10 20 30 40 re n").inks.empty());
}

TEST_CASE("boxes end at the clip and at the page", "[extract]") {
  check_box(only_ink("0 0 20 792 re W n 10 20 30 40 re f").box, 10, 732, 20, 772);
  check_box(only_ink("-50 -50 100 100 re f").box, 0, 742, 50, 792);
  CHECK(read_page("0 0 5 5 re W n 10 20 30 40 re f").inks.empty());
  CHECK(read_page("700 20 30 40 re f").inks.empty());
}

TEST_CASE("glyphs and inks share one paint order", "[extract]") {
  const model::Page page = read_page("1 1 1 1 re f BT /F1 9 Tf 9 9 Td (a) Tj ET 2 2 2 2 re f");
  REQUIRE(page.inks.size() == 2);
  CHECK(page.inks[0].order < page.glyphs.at(0).order);
  CHECK(page.glyphs[0].order < page.inks[1].order);
}

TEST_CASE("images are boxes, opaque ones rectangles", "[extract]") {
  const std::string inline_image =
      "q 100 0 0 50 72 600 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \1\2\3\4 EI Q ";
  const model::Page page = read_page(inline_image + "BT /F1 9 Tf 9 9 Td (a) Tj ET");
  REQUIRE(page.inks.size() == 1);
  CHECK(page.inks[0].kind == model::InkKind::image);
  CHECK(page.inks[0].is_rectangle);
  CHECK(page.inks[0].color == model::kUnknownColor);
  check_box(page.inks[0].box, 72, 142, 172, 192);
  CHECK(page.glyphs.size() == 1);
  const model::Ink stencil = only_ink("1 0 0 rg 9 0 0 9 0 0 cm BI /W 8 /H 1 /IM true ID \xff EI");
  CHECK_FALSE(stencil.is_rectangle);
  CHECK(stencil.color == 0xff0000);
}

TEST_CASE("images keep their samples and their sides, whatever the clip leaves", "[extract]") {
  const model::Page page = read_page(
      "0 0 90 792 re W n 0 50 -100 0 172 600 cm BI /W 40 /H 20 /BPC 4 /CS /G ID \1\2 EI "
      "BI /W 8 /H 1 /IM true ID \xff EI 1 0 0 1 900 0 cm BI /W 9 /H 9 /BPC 8 /CS /G ID \1 EI");
  REQUIRE(page.images.size() == 2);
  const model::Image& image = page.images[0];
  check_box(image.box, 72, 142, 90, 192);
  CHECK(image.width == Approx(50));
  CHECK(image.height == Approx(100));
  CHECK(image.columns == 40);
  CHECK(image.rows == 20);
  CHECK(image.bits == 4);
  CHECK_FALSE((image.is_stencil || image.in_form));
  CHECK(image.order == page.inks.at(0).order);
  CHECK(page.images[1].is_stencil);
  CHECK(page.images[1].bits == 1);
}

TEST_CASE("what the dictionary of an image leaves to its samples is unknown", "[extract]") {
  const auto images = [](const std::string& keys) {
    TinyPdf pdf = TinyPdf::with_page("99 0 0 99 9 9 cm /I Do", "/XObject << /I 7 0 R >>");
    pdf.set_stream(7, "x", "/Type /XObject /Subtype /Image " + keys);
    return pdf.read().pages.at(0).images;
  };
  const auto plain = images("/Width 3 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray");
  REQUIRE(plain.size() == 1);
  CHECK(plain[0].columns == 3);
  CHECK(plain[0].rows == 2);
  CHECK(plain[0].bits == 8);
  REQUIRE(images("/Width 3 /Height 2 /Filter /JPXDecode").size() == 1);
  CHECK(images("/Width 3 /Height 2 /Filter /JPXDecode")[0].bits == 0);
  CHECK(images("/Width 3 /Height 2 /BitsPerComponent 77")[0].bits == 0);
  CHECK(images("/Width 3e30 /Height 2")[0].columns > 0);
  CHECK(images("/Height 2 /Filter /JPXDecode").empty());
}

TEST_CASE("patterns and shadings are inks without a colour", "[extract]") {
  const std::string shading =
      "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 612 0] /Function << /FunctionType 2 "
      "/N "
      "1 /Domain [0 1] >> >>";
  const model::Ink shaded =
      only_ink("10 20 30 40 re W n /S sh", "/Shading << /S " + shading + " >>");
  CHECK(shaded.kind == model::InkKind::shading);
  CHECK(shaded.color == model::kUnknownColor);
  check_box(shaded.box, 10, 732, 40, 772);
  TinyPdf pdf =
      TinyPdf::with_page("/Pattern cs /P scn 10 20 30 40 re f", "/Pattern << /P 7 0 R >>");
  pdf.set_stream(7, "0 0 1 1 re f BT ET",
                 "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 2 2] /XStep 2 /YStep 2 "
                 "/Resources << >>");
  const model::Document tiled = pdf.read();
  REQUIRE(tiled.pages.at(0).inks.size() == 1);
  CHECK(tiled.pages[0].inks[0].color == model::kUnknownColor);
  check_box(tiled.pages[0].inks[0].box, 10, 732, 40, 772);
}

TEST_CASE("pages are as shown: turned, cropped, in their own unit", "[extract]") {
  const std::string text = "BT /F1 10 Tf 100 200 Td (a) Tj ET";
  const auto place = [&](const std::string& keys) {
    const model::Page page = read_page(text, "", keys);
    const model::Glyph& glyph = page.glyphs.at(0);
    return std::vector<double>{page.size.width, page.size.height, glyph.x, glyph.baseline,
                               glyph.size};
  };
  const auto near = [](std::vector<double> numbers) {
    return Catch::Matchers::Approx(numbers).margin(0.01);
  };
  CHECK_THAT(place("/MediaBox [0 0 400 600]"), near({400, 600, 100, 400, 10}));
  CHECK_THAT(place("/MediaBox [50 100 400 600]"), near({350, 500, 50, 400, 10}));
  CHECK_THAT(place("/MediaBox [0 0 400 600] /Rotate 90"), near({600, 400, 200, 100, 10}));
  CHECK_THAT(place("/MediaBox [0 0 400 600] /Rotate 180"), near({400, 600, 300, 200, 10}));
  CHECK_THAT(place("/MediaBox [0 0 400 600] /Rotate 270"), near({600, 400, 400, 300, 10}));
  CHECK_THAT(place("/MediaBox [0 0 400 600] /UserUnit 2"), near({800, 1200, 200, 800, 20}));
  CHECK_THAT(place("/MediaBox [0 0 400 600] /CropBox [20 30 380 570]"),
             near({360, 540, 80, 370, 10}));
  CHECK_THAT(place("/MediaBox [0 0 400 600] /CropBox [900 900 950 950]"),
             near({400, 600, 100, 400, 10}));
}

TEST_CASE("the stored boxes are kept beside what is shown", "[extract]") {
  const model::Page page =
      read_page("", "", "/MediaBox [10 10 410 610] /CropBox [30 40 390 580] /Rotate 90");
  CHECK(page.rotation == 90);
  check_box(page.media_box, 0, 0, 400, 600);
  check_box(page.crop_box, 20, 30, 380, 570);
}

TEST_CASE("how much of its box an ink paints is known for plain shapes", "[extract]") {
  using model::Cover;
  CHECK(only_ink("10 20 30 40 re f").cover == Cover::all);
  CHECK(only_ink("10 20 m 300 20 l S").cover == Cover::all);
  CHECK(only_ink("12 20 m 98 20 l 100 22 l 100 58 l 98 60 l 12 60 l 10 58 l 10 22 l f").cover ==
        Cover::most);
  CHECK(only_ink("10 20 m 40 60 l 70 20 l f").cover == Cover::some);
  CHECK(only_ink("10 20 5 5 re 300 400 5 5 re f").cover == Cover::little);
  CHECK(only_ink("10 20 m 300 90 l S").cover == Cover::little);
  CHECK(only_ink("50 50 m 60 90 l 90 50 l W n 10 20 300 400 re f").cover == Cover::some);
  CHECK(only_ink("50 50 40 40 re W n 10 20 300 400 re f").cover == Cover::all);
}

TEST_CASE("what a blend mode paints is mixed with what is below", "[extract]") {
  const std::string states =
      "/ExtGState << /M << /BM /Multiply >> /N << /BM [/Normal /Multiply] >> >>";
  CHECK(only_ink("/M gs 10 20 30 40 re f", states).masked);
  CHECK_FALSE(only_ink("/N gs 10 20 30 40 re f", states).masked);
  CHECK_FALSE(only_ink("q /M gs Q 10 20 30 40 re f", states).masked);
  const std::string text = "BT /F1 9 Tf 9 9 Td (a) Tj ET";
  CHECK(read_page("/M gs " + text, states).glyphs.at(0).is_mixed);
  CHECK(read_page("2 Tr 1 g 0 G " + text).glyphs.at(0).is_mixed);
  CHECK_FALSE(read_page("2 Tr 1 g 1 G " + text).glyphs.at(0).is_mixed);
  CHECK_FALSE(read_page("1 g 0 G " + text).glyphs.at(0).is_mixed);
}
