#include <catch2/catch.hpp>

#include "tiny_pdf.hpp"
#include "util/text.hpp"

namespace {

model::Page first_page(const TinyPdf& pdf) {
  const model::Document document = pdf.read();
  INFO((document.failure ? document.failure->message : ""));
  REQUIRE_FALSE(document.failure);
  CHECK_FALSE(document.truncated);
  REQUIRE(document.pages.size() == 1);
  return document.pages[0];
}

std::vector<model::Glyph> glyphs_of(const std::string& content, const std::string& resources = "") {
  return first_page(TinyPdf::with_page(content, resources)).glyphs;
}

std::string text_of(const model::Page& page) {
  return util::to_utf8(page.text);
}

// A form XObject as object 7, with the page's fonts.
TinyPdf with_form(const std::string& content, const std::string& form,
                  const std::string& keys = "") {
  TinyPdf pdf = TinyPdf::with_page(content, "/XObject << /Fm 7 0 R >>");
  pdf.set_stream(
      7, form,
      "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 5 0 R "
      ">> /ExtGState << /Half << /ca 0.5 >> >> >> " +
          keys);
  return pdf;
}

const std::string kHi = "BT /F1 12 Tf 72 700 Td (Hi) Tj ET";

}  // namespace

TEST_CASE("a glyph has its text, place, size, font and colour", "[extract]") {
  const TinyPdf pdf = TinyPdf::with_page("1 0 0 rg " + kHi);
  const model::Document document = pdf.read();
  const model::Page& page = document.pages.at(0);
  REQUIRE(page.glyphs.size() == 2);
  CHECK(text_of(page) == "Hi");
  const model::Glyph& h = page.glyphs[0];
  CHECK(h.x == Approx(72));
  CHECK(h.baseline == Approx(92));
  CHECK(h.left == Approx(72));
  CHECK(h.right == Approx(72 + 12 * 0.722));  // the width of H in Helvetica
  CHECK(h.top < 92 - 6);
  CHECK(h.bottom > 92);
  CHECK(h.size == Approx(12));
  CHECK(h.color == 0xff0000);
  CHECK(h.opacity == 255);
  CHECK(h.render_mode == 0);
  CHECK(h.turn == model::Turn::none);
  CHECK_FALSE((h.clipped || h.off_page || h.hidden_layer || h.in_form));
  CHECK(page.glyphs[1].x == Approx(h.right));
  CHECK(page.glyphs[1].text == 1);
  REQUIRE(document.fonts.size() == 1);
  CHECK(document.fonts[0].name == "Helvetica");
  CHECK(document.fonts[0].type == "Type 1");
  CHECK_FALSE(document.fonts[0].embedded);
  CHECK(document.fonts[0].glyphs == 2);
  CHECK(document.fonts[0].glyphs_in_form == 0);
}

TEST_CASE("one glyph may stand for several letters", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("BT /F2 10 Tf 72 700 Td (AB) Tj ET");
  pdf.set(6, "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Some /ToUnicode 7 0 R >>");
  pdf.set_stream(7,
                 "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> "
                 "endcodespacerange 2 beginbfchar <41> <006600660069> <42> <d835dc00> endbfchar "
                 "endcmap");
  const model::Document document = pdf.read();
  const model::Page& page = document.pages.at(0);
  REQUIRE(page.glyphs.size() == 2);
  CHECK(page.glyphs[0].text_length == 3);
  CHECK(page.glyphs[1].text == 3);
  CHECK(page.glyphs[1].text_length == 1);
  CHECK(text_of(page) == "ffi\U0001d400");
  CHECK(document.fonts.at(0).name == "Some");
  CHECK(document.fonts.at(0).subset);
  CHECK(document.fonts.at(0).to_unicode);
}

TEST_CASE("the effective size is what the page shows", "[extract]") {
  const auto size = [](const std::string& content) { return glyphs_of(content).at(0).size; };
  CHECK(size("BT /F1 1 Tf 9.963 0 0 9.963 72 700 Tm (x) Tj ET") == Approx(9.963));
  CHECK(size("0.5 0 0 0.5 0 0 cm BT /F1 20 Tf 72 700 Td (x) Tj ET") == Approx(10));
  CHECK(size("BT /F1 10 Tf 50 Tz 72 700 Td (x) Tj ET") == Approx(10));
  CHECK(size("BT /F1 -10 Tf 1 0 0 -1 72 700 Tm (x) Tj ET") == Approx(10));
  CHECK(size("BT /F1 10 Tf 0 1 -1 0 72 700 Tm (x) Tj ET") == Approx(10));
}

TEST_CASE("the scale is what squeezes letters, however it is written", "[extract]") {
  const auto scale = [](const std::string& content) { return glyphs_of(content).at(0).scale; };
  CHECK(scale("BT /F1 10 Tf 72 700 Td (x) Tj ET") == 1000);
  CHECK(scale("BT /F1 10 Tf 92 Tz 72 700 Td (x) Tj ET") == 920);
  CHECK(scale("BT /F1 1 Tf 9.8 0 0 10 72 700 Tm (x) Tj ET") == 980);
  CHECK(scale("0.9 0 0 1 0 0 cm BT /F1 10 Tf 98 Tz 72 700 Td (x) Tj ET") == 882);
  CHECK(scale("0.5 0 0 0.5 0 0 cm BT /F1 20 Tf 72 700 Td (x) Tj ET") == 1000);
  CHECK(scale("BT /F1 10 Tf 1 0 0.2 1 72 700 Tm (x) Tj ET") == 1000);
  CHECK(scale("BT /F1 10 Tf 0 0.95 -1 0 72 700 Tm (x) Tj ET") == 950);
  CHECK(scale("BT /F1 -10 Tf 1 0 0 -1.25 72 700 Tm (x) Tj ET") == 800);
  CHECK(scale("BT /F1 10 Tf 1 0 0 0 72 700 Tm (x) Tj ET") == 0);
  CHECK(scale("BT /F1 10 Tf 900 0 0 1 72 700 Tm (x) Tj ET") == 65535);
}

TEST_CASE("boxes leave out the space between letters and words", "[extract]") {
  const auto glyphs = glyphs_of("BT /F1 10 Tf 5 Tc 20 Tw 72 700 Td ( x) Tj ET");
  REQUIRE(glyphs.size() == 2);
  CHECK(glyphs[0].right == Approx(72 + 2.78));
  CHECK(glyphs[1].x == Approx(72 + 2.78 + 5 + 20));
}

TEST_CASE("a Type 3 font takes its size from its matrix", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("BT /F2 1 Tf 0.12 0 0 0.12 72 700 Tm (a) Tj ET");
  pdf.set(6,
          "<< /Type /Font /Subtype /Type3 /FontBBox [0 -20 80 63] /FontMatrix [1 0 0 1 0 0] "
          "/CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 "
          "/LastChar 97 /Widths [50] >>");
  pdf.set_stream(7, "50 0 0 0 50 50 d1 0 0 50 50 re f");
  const model::Document bitmap = pdf.read();
  CHECK(bitmap.pages.at(0).glyphs.at(0).size == Approx(9.96));
  CHECK(bitmap.fonts.at(0).type == "Type 3");
  CHECK(bitmap.fonts.at(0).embedded);
  pdf.replace(6, "[0 -20 80 63] /FontMatrix [1 0 0 1 0 0]",
              "[0 -463 1794 1233] /FontMatrix [0.001 0 0 0.001 0 0]");
  pdf.set_stream(4, "BT /F2 8 Tf 72 700 Td (a) Tj ET");
  CHECK(first_page(pdf).glyphs.at(0).size == Approx(8));
  pdf.replace(6, "[0.001 0 0 0.001 0 0]", "[0.0009 0 0 0.001 0 0]");
  CHECK(first_page(pdf).glyphs.at(0).scale == 1000);  // the design's, and no squeezing
  CHECK(pdf.read().fonts.at(0).scale == 0);
}

TEST_CASE("text turns by the direction in which it runs", "[extract]") {
  const auto turn = [](const std::string& matrix) {
    return glyphs_of("BT /F1 10 Tf " + matrix + " 300 400 Tm (x) Tj ET").at(0).turn;
  };
  CHECK(turn("1 0 0 1") == model::Turn::none);
  CHECK(turn("0 1 -1 0") == model::Turn::left);
  CHECK(turn("-1 0 0 -1") == model::Turn::over);
  CHECK(turn("0 -1 1 0") == model::Turn::right);
  CHECK(turn("0.71 0.71 -0.71 0.71") == model::Turn::askew);
  CHECK(turn("0.1 -1 1 0.1") == model::Turn::askew);
  // A scanned page, and slanted letters.
  CHECK(turn("1 0.02 -0.02 1") == model::Turn::none);
  CHECK(turn("1 0 0.3 1") == model::Turn::none);
}

TEST_CASE("text that is not seen says why", "[extract]") {
  CHECK(glyphs_of("BT 3 Tr /F1 9 Tf 72 700 Td (x) Tj ET").at(0).render_mode == 3);
  const auto off = glyphs_of("BT /F1 9 Tf 700 700 Td (x) Tj ET").at(0);
  CHECK(off.off_page);
  CHECK_FALSE(off.clipped);
  CHECK(glyphs_of("0 0 50 50 re W n " + kHi).at(0).clipped);
  CHECK_FALSE(glyphs_of("q 0 0 50 50 re W n Q " + kHi).at(0).clipped);
  const auto faint = glyphs_of("/Half gs " + kHi, "/ExtGState << /Half << /ca 0.5 >> >>").at(0);
  CHECK(faint.opacity == 128);
  const auto outlined = glyphs_of("1 Tr 0 0 1 RG " + kHi).at(0);
  CHECK(outlined.render_mode == 1);
  CHECK(outlined.color == 0x0000ff);
}

TEST_CASE("text of hidden layers is read and marked", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(
      kHi + " /OC /Layer BDC BT /F1 12 Tf 2 Tc 72 600 Td [(no) -500 (w)] TJ ET EMC " + kHi,
      "/Properties << /Layer 8 0 R >>");
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> "
          ">> >>");
  pdf.set(8, "<< /Type /OCG /Name (Layer) >>");
  const model::Page page = first_page(pdf);
  CHECK(text_of(page) == "HinowHi");
  REQUIRE(page.glyphs.size() == 7);
  for (std::size_t i = 0; i < 7; ++i) CHECK(page.glyphs[i].hidden_layer == (i >= 2 && i < 5));
  CHECK(page.glyphs[3].x == Approx(72 + 12 * 0.556 + 2));
  CHECK(page.glyphs[4].x == Approx(72 + 2 * (12 * 0.556 + 2) + 6));
}

TEST_CASE("forms of hidden layers are read and marked, their paths left out", "[extract]") {
  TinyPdf pdf = with_form("/Fm Do " + kHi, "0 0 9 9 re f /Span BMC " + kHi + " EMC", "/OC 8 0 R");
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> "
          ">> >>");
  pdf.set(8, "<< /Type /OCG /Name (Layer) >>");
  const model::Page page = first_page(pdf);
  REQUIRE(page.glyphs.size() == 4);
  CHECK(page.glyphs[1].hidden_layer);
  CHECK_FALSE(page.glyphs[2].hidden_layer);
  CHECK(page.inks.empty());
}

TEST_CASE("what a form paints is known as such", "[extract]") {
  const TinyPdf pdf = with_form(kHi + " /Fm Do " + kHi, "0 0 9 9 re f " + kHi);
  const model::Document document = pdf.read();
  const model::Page& page = document.pages.at(0);
  REQUIRE(page.glyphs.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) CHECK(page.glyphs[i].in_form == (i == 2 || i == 3));
  CHECK(page.inks.at(0).in_form);
  CHECK(document.fonts.at(0).glyphs == 6);
  CHECK(document.fonts.at(0).glyphs_in_form == 2);
}

TEST_CASE("the opacity of a group holds for what is in it", "[extract]") {
  TinyPdf pdf =
      with_form("/Half gs /Fm Do", "/Half gs " + kHi, "/Group << /S /Transparency /I true >>");
  pdf.replace(3, "/XObject", "/ExtGState << /Half << /ca 0.5 >> >> /XObject");
  CHECK(first_page(pdf).glyphs.at(0).opacity == 64);
  pdf.set_stream(4, "/Fm Do");
  CHECK(first_page(pdf).glyphs.at(0).opacity == 128);
}

TEST_CASE("what shapes a mask is not on the page", "[extract]") {
  TinyPdf pdf = with_form("/Masked gs " + kHi, "1 g 0 0 612 792 re f " + kHi,
                          "/Group << /S /Transparency /CS /DeviceGray >>");
  pdf.replace(3, "/XObject",
              "/ExtGState << /Masked << /SMask << /S /Luminosity /G 7 0 R >> >> >> /XObject");
  const model::Page page = first_page(pdf);
  CHECK(page.glyphs.size() == 2);
  CHECK(page.inks.empty());
}

TEST_CASE("text filled with a pattern keeps its render mode and paints no ink", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("/Pattern cs /P scn " + kHi,
                                   "/Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 "
                                   "/ColorSpace /DeviceGray /Coords [0 0 612 0] /Function << "
                                   "/FunctionType 2 /N 1 /Domain [0 1] >> >> >> >>");
  const model::Page page = first_page(pdf);
  REQUIRE(page.glyphs.size() == 2);
  CHECK(page.glyphs[0].render_mode == 0);
  CHECK(page.glyphs[0].color == model::kUnknownColor);
  CHECK(page.inks.empty());
}
