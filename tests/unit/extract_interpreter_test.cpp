// What only our own interpreter decides: imbalance, inheritance, layers, inline images, vertical
// writing, clips made of text.
#include <catch2/catch.hpp>

#include "extract/limits.hpp"
#include "tiny_pdf.hpp"
#include "util/text.hpp"

namespace {

const std::string kHi = "BT /F1 12 Tf 72 700 Td (Hi) Tj ET";

model::Page first_page(const TinyPdf& pdf) {
  const model::Document document = pdf.read();
  REQUIRE_FALSE(document.failure);
  CHECK_FALSE(document.truncated);
  return document.pages.at(0);
}

model::Page page_of(const std::string& content, const std::string& resources = "") {
  return first_page(TinyPdf::with_page(content, resources));
}

std::string text_of(const model::Page& page) {
  return util::to_utf8(page.text);
}

TinyPdf with_layer(const std::string& content, const std::string& layer) {
  TinyPdf pdf = TinyPdf::with_page(content, "/Properties << /Layer " + layer + " >>");
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [8 0 R 9 0 R] /D << /OFF [8 0 R] "
          ">> >> >>");
  pdf.set(8, "<< /Type /OCG /Name (Off) >>");
  pdf.set(9, "<< /Type /OCG /Name (On) >>");
  return pdf;
}

}  // namespace

TEST_CASE("states that are not balanced do no harm", "[extract]") {
  const model::Page page = page_of("Q Q 0.5 g q 1 0 0 rg " + kHi + " Q Q Q " + kHi);
  REQUIRE(page.glyphs.size() == 4);
  CHECK(page.glyphs[0].color == 0xff0000);
  CHECK(page.glyphs[2].color == 0x808080);
}

TEST_CASE("a form cannot undo what is saved around it, nor leave its own behind", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("q 1 0 0 rg /Fm Do " + kHi + " Q", "/XObject << /Fm 7 0 R >>");
  pdf.set_stream(7, "Q Q 0 1 0 rg q q 9 0 0 9 0 0 cm EMC /Span BMC",
                 "/Subtype /Form /BBox [0 0 9 9]");
  const model::Page page = first_page(pdf);
  REQUIRE(page.glyphs.size() == 2);
  CHECK(page.glyphs[0].color == 0xff0000);
  CHECK(page.glyphs[0].x == Approx(72));
}

TEST_CASE("content streams go on where the one before ended", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("");
  pdf.replace(3, "/Contents 4 0 R", "/Contents [4 0 R 7 0 R]");
  pdf.set_stream(4, "q 1 0 0 rg BT /F1 12 Tf 72 700");
  pdf.set_stream(7, "Td (Hi) Tj ET Q");
  CHECK(first_page(pdf).glyphs.at(0).color == 0xff0000);
}

TEST_CASE("a form without resources takes those around it", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("/Fm Do", "/XObject << /Fm 7 0 R >>");
  pdf.set_stream(7, kHi, "/Subtype /Form /BBox [0 0 612 792]");
  CHECK(text_of(first_page(pdf)) == "Hi");
  pdf.set_stream(7, kHi, "/Subtype /Form /BBox [0 0 612 792] /Resources << /Font << >> >>");
  CHECK(text_of(first_page(pdf)) == "Hi");
}

TEST_CASE("a form is placed by its matrix and clipped by its box", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("2 0 0 2 0 0 cm /Fm Do", "/XObject << /Fm 7 0 R >>");
  pdf.set_stream(7, kHi + " 0 0 500 500 re f",
                 "/Subtype /Form /Matrix [0.5 0 0 0.5 10 0] /BBox [0 0 50 60]");
  const model::Page page = first_page(pdf);
  CHECK(page.glyphs.at(0).x == Approx(92));
  CHECK(page.glyphs[0].size == Approx(12));
  CHECK(page.glyphs[0].clipped);
  CHECK(page.inks.at(0).box.right == Approx(70));
  CHECK(page.inks[0].box.top == Approx(732));
}

TEST_CASE("a form inside itself ends", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("/Fm Do " + kHi, "/XObject << /Fm 7 0 R >>");
  pdf.set_stream(7, kHi + " /Fm Do", "/Subtype /Form /BBox [0 0 612 792]");
  CHECK(first_page(pdf).glyphs.size() == 4);
}

TEST_CASE("forms painted again paint the same", "[extract]") {
  TinyPdf pdf =
      TinyPdf::with_page("/Fm Do 1 0 0 1 0 -20 cm /Fm Do /Fm Do", "/XObject << /Fm 7 0 R >>");
  pdf.set_stream(7, kHi + std::string(extract::limits::kShortForm, ' '),
                 "/Subtype /Form /BBox [0 0 612 792]");
  CHECK(text_of(first_page(pdf)) == "HiHiHi");
}

TEST_CASE("layers hide by group and by membership", "[extract]") {
  const auto hidden = [](const std::string& layer) {
    const std::string content = "/OC /Layer BDC /Span BMC " + kHi + " 0 0 9 9 re f EMC EMC " + kHi;
    const model::Page page = first_page(with_layer(content, layer));
    REQUIRE(page.glyphs.size() == 4);
    CHECK_FALSE(page.glyphs[2].hidden_layer);
    CHECK(page.inks.empty() == page.glyphs[0].hidden_layer);
    return page.glyphs[0].hidden_layer;
  };
  CHECK(hidden("8 0 R"));
  CHECK_FALSE(hidden("9 0 R"));
  CHECK(hidden("<< /Type /OCMD /OCGs [8 0 R] >>"));
  CHECK_FALSE(hidden("<< /Type /OCMD /OCGs [8 0 R 9 0 R] >>"));
  CHECK(hidden("<< /Type /OCMD /OCGs [8 0 R 9 0 R] /P /AllOn >>"));
  CHECK(hidden("<< /Type /OCMD /VE [/Not 9 0 R] >>"));
}

TEST_CASE("images of hidden layers are not on the page", "[extract]") {
  TinyPdf pdf = with_layer("9 0 0 9 0 0 cm /Im Do", "8 0 R");
  pdf.replace(3, "/Properties", "/XObject << /Im 7 0 R >> /Properties");
  const std::string image =
      "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";
  pdf.set_stream(7, "x", image + " /OC 8 0 R");
  pdf.set_stream(4, "9 0 0 9 0 0 cm /Im Do " + kHi);
  CHECK(first_page(pdf).inks.empty());
  pdf.set_stream(7, "x", image + " /OC 9 0 R");
  CHECK(first_page(pdf).inks.size() == 1);
  pdf.set_stream(7, "x", image + " /Mask [0 0]");
  CHECK_FALSE(first_page(pdf).inks.at(0).is_rectangle);
}

TEST_CASE("the samples of an inline image are not read as content", "[extract]") {
  const std::string sketch = " 0 0 9 9 re f EI Q\x80\xff";  // 20 bytes
  const auto glyphs = [&](const std::string& keys, const std::string& samples) {
    const model::Page page =
        page_of("q 9 0 0 9 0 0 cm BI " + keys + " ID " + samples + "\nEI Q " + kHi);
    CHECK(page.inks.size() == 1);
    return page.glyphs.size();
  };
  REQUIRE(sketch.size() == 20);
  CHECK(glyphs("/W 20 /H 1 /BPC 8 /CS /G", sketch) == 2);
  CHECK(glyphs("/W 20 /H 8 /IM true", sketch + sketch.substr(0, 4)) == 2);
  CHECK(glyphs("/Width 5 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceCMYK", sketch) == 2);
  CHECK(glyphs("/W 20 /H 1 /BPC 8 /CS /G /F /Fl", sketch) == 2);
  CHECK(glyphs("/W 20 /H 1 /BPC 8 /CS /G /F [/A85 /Fl] /DP [null << /K 1 >>]", "abc EI\x01 def") ==
        2);
  CHECK(page_of(kHi + " BI /W 1 /H 1 ID never ends").glyphs.size() == 2);
}

TEST_CASE("vertical writing runs down the page", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page("BT /F2 10 Tf 1 Tc 100 700 Td <00410042> Tj ET");
  pdf.set(
      6,
      "<< /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-V /DescendantFonts [7 "
      "0 R] >>");
  pdf.set(
      7,
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Some /CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor "
      "/FontName /Some /Flags 4 >> >>");
  const model::Page page = first_page(pdf);
  REQUIRE(page.glyphs.size() == 2);
  CHECK(page.glyphs[0].x == Approx(95));
  CHECK(page.glyphs[1].x == Approx(95));
  CHECK(page.glyphs[1].baseline - page.glyphs[0].baseline == Approx(9));
}

TEST_CASE("text can be what the clip leaves", "[extract]") {
  const model::Page page = page_of("BT 7 Tr /F1 12 Tf 72 700 Td (Hi) Tj ET 0 0 612 792 re f 0 Tr " +
                                   std::string("BT /F1 12 Tf 300 300 Td (far) Tj ET"));
  REQUIRE(page.inks.size() == 1);
  CHECK(page.inks[0].box.left == Approx(72));
  CHECK(page.inks[0].box.right < 90);
  REQUIRE(page.glyphs.size() == 5);
  CHECK_FALSE(page.glyphs[0].clipped);
  CHECK(page.glyphs[2].clipped);
}

TEST_CASE("a passage says what it is meant to read as", "[extract]") {
  const model::Page page = page_of("/Span << /ActualText <FEFF00660066> >> BDC " + kHi +
                                       " EMC /Span /Named BDC EMC /P << /MCID 0 >> BDC EMC",
                                   "/Properties << /Named << /ActualText (named) >> >>");
  REQUIRE(page.actual_texts.size() == 2);
  CHECK(page.actual_texts[0].text == "ff");
  CHECK(page.actual_texts[0].box.left == Approx(72));
  CHECK(page.actual_texts[0].box.right == Approx(72 + 12 * (0.722 + 0.222)));
  CHECK(page.actual_texts[1].text == "named");
  CHECK(page.actual_texts[1].box.is_empty());
}

TEST_CASE("an extended state may set the font, the line and a mask", "[extract]") {
  const model::Page page = page_of(
      "/All gs BT 72 700 Td (Hi) Tj ET 0 0 9 9 re f 10 20 m 300 20 l S /None gs 0 0 9 9 re f",
      "/ExtGState << /All << /Font [5 0 R 20] /LW 4 /SMask << /S /Alpha >> >> /None << /SMask "
      "/None "
      ">> >>");
  CHECK(page.glyphs.at(0).size == Approx(20));
  REQUIRE(page.inks.size() == 3);
  CHECK(page.inks[0].masked);
  CHECK(page.inks[1].box.height() == Approx(4));
  CHECK_FALSE(page.inks[2].masked);
}

TEST_CASE("text in a font that is missing is not shown in another, which is said", "[extract]") {
  CHECK(page_of("BT /F1 12 Tf /F9 12 Tf 72 700 Td () Tj ET " + kHi).glyphs.size() == 2);
  for (const char* const operation : {"(Hi) Tj", "[3 (Hi)] TJ", "(Hi) '"}) {
    const std::string content = "BT /F1 12 Tf /F9 12 Tf 72 700 Td " + std::string(operation);
    const model::Document document = TinyPdf::with_page(content + " ET " + kHi).read();
    CHECK(document.truncated);
    CHECK(document.pages.at(0).glyphs.size() == 2);
  }
}

TEST_CASE("operators lacking operands are left out", "[extract]") {
  const model::Page page = page_of("1 0 cm (a) w /F1 Tf 5 re f Tj TJ ' \" Do gs cs scn 3 d " + kHi);
  CHECK(text_of(page) == "Hi");
  CHECK(page.inks.empty());
}

TEST_CASE("content that would paint without end is cut and says so", "[extract]") {
  const std::string all(extract::limits::kGlyphsPage + 10, 'x');
  const model::Document document =
      TinyPdf::with_page("BT /F1 1 Tf (" + all + ") Tj ET 0 0 1 1 re f").read();
  CHECK(document.truncated);
  CHECK(document.pages.at(0).glyphs.size() == extract::limits::kGlyphsPage);
}
