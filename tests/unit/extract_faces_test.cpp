#include <catch2/catch.hpp>

#include "extract/faces.hpp"
#include "open_pdf.hpp"
#include "tiny_pdf.hpp"

namespace {

using extract::Code;
using extract::Face;
using extract::Faces;

TinyPdf with_font(const std::string& font) {
  TinyPdf pdf = TinyPdf::with_page("");
  pdf.set(7, font);
  return pdf;
}

// The font stands in object 7.
struct Fonts {
  explicit Fonts(const TinyPdf& pdf) : open(pdf.bytes()), faces(open.xref()) {}
  explicit Fonts(const std::string& font) : Fonts(with_font(font)) {}
  Face* find() { return faces.find(OpenPdf::reference(7)); }
  Code next(const std::string& bytes) { return find()->next(bytes.data(), bytes.size()); }
  OpenPdf open;
  Faces faces;
};

const std::string kPlain =
    "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Own /FirstChar 65 /LastChar 67 "
    "/Widths [500 600 700] /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 "
    "/Ascent 700 /Descent -200 /MissingWidth 250 >> /Encoding << /Differences [66 /eacute /f_i] >> "
    ">>";

}  // namespace

TEST_CASE("a face steps through a string", "[extract]") {
  Fonts fonts(kPlain);
  REQUIRE(fonts.find());
  CHECK(fonts.find() == fonts.find());
  CHECK(fonts.next("AB").bytes == 1);
  CHECK(fonts.next("AB").advance == Approx(0.5));
  CHECK(fonts.next("A").text == U"A");
  CHECK(fonts.next("B").text == U"\u00e9");
  CHECK(fonts.next("C").text == U"fi");
  CHECK(fonts.next("C").advance == Approx(0.7));
  CHECK(fonts.next("D").advance == Approx(0.25));
  CHECK(fonts.find()->metrics.ascent == Approx(0.7));
  CHECK(fonts.find()->metrics.descent == Approx(-0.2));
}

TEST_CASE("a font is listed at its first glyph", "[extract]") {
  Fonts fonts(kPlain);
  CHECK(fonts.faces.fonts().empty());
  Face* const other = fonts.faces.find(OpenPdf::reference(5));
  REQUIRE(fonts.find());
  CHECK(fonts.faces.fonts().empty());
  CHECK(fonts.faces.index_of(*other) == 0);
  CHECK(fonts.faces.index_of(*fonts.find()) == 1);
  CHECK(fonts.faces.index_of(*other) == 0);
  fonts.faces.count(1, true);
  CHECK(fonts.faces.fonts().at(0).name == "Helvetica");
  CHECK(fonts.faces.fonts().at(1).name == "Own");
  CHECK(fonts.faces.fonts().at(1).subset);
  CHECK(!fonts.faces.fonts().at(1).embedded);
  CHECK(fonts.faces.fonts().at(1).glyphs == 1);
  CHECK(fonts.faces.fonts().at(1).glyphs_in_form == 1);
}

TEST_CASE("what is no font is none, and equal dictionaries are one", "[extract]") {
  Fonts fonts(kPlain);
  CHECK(fonts.faces.find(OpenPdf::reference(99)) == nullptr);
  CHECK(fonts.faces.find(Object(objName, "Font")) == nullptr);
  CHECK(fonts.faces.find(OpenPdf::reference(4)) == nullptr);
  const Object direct = fonts.open.object(7), again = fonts.open.object(7);
  CHECK(fonts.faces.find(direct) != nullptr);
  CHECK(fonts.faces.find(direct) == fonts.faces.find(again));
}
