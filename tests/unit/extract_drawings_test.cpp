// What the procedures of Type 3 glyphs paint.
#include <catch2/catch.hpp>

#include "check_box.hpp"
#include "tiny_pdf.hpp"

namespace {

// Object 7 is a Type 3 font F3 on an em of 1000, whose letters a, b, c are objects 8, 9, 10.
TinyPdf with_type3(const std::string& content, const std::string& a, const std::string& b = "",
                   const std::string& resources = "<< /Font << /F1 5 0 R /F3 7 0 R >> >>") {
  TinyPdf pdf = TinyPdf::with_page(content);
  pdf.replace(3, "/F2 6 0 R", "/F2 6 0 R /F3 7 0 R");
  pdf.set(7,
          "<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800] "
          "/FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 99 /Widths [500 500 500] "
          "/CharProcs << /a 8 0 R /b 9 0 R >> /Encoding << /Differences [97 /a /b /c] >> "
          "/Resources " +
              resources + " >>");
  pdf.set_stream(8, a);
  pdf.set_stream(9, b);
  return pdf;
}

std::vector<model::Ink> inks_of(const TinyPdf& pdf) {
  const model::Document document = pdf.read();
  REQUIRE_FALSE(document.failure);
  REQUIRE(document.pages.size() == 1);
  return document.pages[0].inks;
}

}  // namespace

TEST_CASE("a Type 3 glyph paints what its procedure does, in the colour of the text", "[extract]") {
  const auto document = with_type3("0 0 1 rg BT /F3 10 Tf 100 700 Td (aa) Tj ET",
                                   "500 0 0 -100 400 700 d1 1 0 0 rg 0 -100 400 800 re f")
                            .read();
  const model::Page& page = document.pages.at(0);
  REQUIRE(page.glyphs.size() == 2);
  REQUIRE(page.inks.size() == 2);
  const model::Ink& ink = page.inks[0];
  CHECK(ink.kind == model::InkKind::glyph);
  CHECK(ink.color == 0x0000ff);
  check_box(ink.box, 100, 85, 104, 93);
  CHECK(ink.order == page.glyphs[0].order + 1);
  check_box(page.inks[1].box, 105, 85, 109, 93);
  CHECK_FALSE(document.truncated);
}

TEST_CASE("a Type 3 glyph may have colours of its own", "[extract]") {
  const std::string text = "0 0 1 rg BT /F3 10 Tf 100 700 Td (a) Tj ET";
  const auto one = inks_of(with_type3(text, "500 0 d0 1 0 0 rg 0 0 400 400 re f"));
  REQUIRE(one.size() == 1);
  CHECK(one[0].color == 0xff0000);
  const auto two =
      inks_of(with_type3(text, "500 0 d0 1 0 0 rg 0 0 400 400 re f 0 1 0 rg 400 0 100 500 re f"));
  REQUIRE(two.size() == 1);
  CHECK(two[0].color == model::kUnknownColor);
  check_box(two[0].box, 100, 87, 105, 92);
}

TEST_CASE("a Type 3 glyph is placed, scaled and turned as the text is", "[extract]") {
  const auto inks = inks_of(with_type3("BT /F3 10 Tf 200 Tz 0 1 -1 0 300 400 Tm 5 Ts (a) Tj ET",
                                       "500 0 0 0 400 700 d1 0 0 400 700 re f"));
  REQUIRE(inks.size() == 1);
  check_box(inks[0].box, 288, 384, 295, 392);
}

TEST_CASE("a Type 3 glyph whose procedure paints nothing has no ink", "[extract]") {
  CHECK(
      inks_of(with_type3("BT /F3 10 Tf (ab) Tj ET", "500 0 d0 0 0 9 9 re n", "500 0 d0")).empty());
  // c has no procedure.
  CHECK(inks_of(with_type3("BT /F3 10 Tf (c) Tj ET", "")).empty());
  CHECK(inks_of(with_type3("BT 3 Tr /F3 10 Tf (a) Tj ET", "500 0 d0 0 0 9 9 re f")).empty());
}

TEST_CASE("a Type 3 glyph may be drawn with images and with glyphs of other fonts", "[extract]") {
  const auto image = inks_of(with_type3(
      "BT /F3 10 Tf 100 700 Td (a) Tj ET",
      "500 0 0 0 400 700 d1 q 400 0 0 700 0 0 cm BI /W 1 /H 1 /IM true /BPC 1 ID \x80 EI Q"));
  REQUIRE(image.size() == 1);
  check_box(image[0].box, 100, 85, 104, 92);
  const auto page =
      with_type3("BT /F3 10 Tf 100 700 Td (a) Tj ET", "500 0 d0 BT /F1 1000 Tf (H) Tj ET")
          .read()
          .pages.at(0);
  CHECK(page.glyphs.size() == 1);
  REQUIRE(page.inks.size() == 1);
  CHECK(page.inks[0].box.left == Approx(100));
}

TEST_CASE("a Type 3 font without resources paints with those of the page", "[extract]") {
  const auto inks = inks_of(with_type3("BT /F3 10 Tf 100 700 Td (a) Tj ET",
                                       "500 0 d0 BT /F1 1000 Tf (H) Tj ET", "", "null"));
  CHECK(inks.size() == 1);
}

TEST_CASE("a Type 3 glyph that draws itself, or endless others, is taken to paint its box",
          "[extract]") {
  const auto inks =
      inks_of(with_type3("BT /F3 10 Tf 100 700 Td (a) Tj ET", "500 0 d0 BT /F3 500 Tf (ab) Tj ET",
                         "500 0 d0 BT /F3 500 Tf (a) Tj ET"));
  REQUIRE(inks.size() == 1);
  CHECK(inks[0].kind == model::InkKind::glyph);
}

TEST_CASE("a procedure that cannot be unpacked leaves the glyph its box and no known colour",
          "[extract]") {
  TinyPdf pdf = with_type3("BT /F3 10 Tf 100 700 Td (a) Tj ET", "");
  pdf.set_stream(8, "no flate data", "/Filter /FlateDecode");
  const auto page = pdf.read().pages.at(0);
  REQUIRE(page.inks.size() == 1);
  CHECK(page.inks[0].color == model::kUnknownColor);
  CHECK(page.inks[0].box.left == Approx(page.glyphs.at(0).left));
}
