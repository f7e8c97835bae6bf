#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "extract/faces.hpp"
#include "extract/simple_face.hpp"
#include "open_pdf.hpp"
#include "tiny_pdf.hpp"
#include "util/file.hpp"

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
  fonts.faces.count(1, true, 1);
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

namespace {

// A font with a program of its own in object 8, of which only the start is there.
std::string embedded(const std::string& keys) {
  return "<< /Type /Font /Subtype /Type1 /BaseFont /Own /FontDescriptor << /FontFile 8 0 R "
         "/Ascent 700 /Descent -200 >> " +
         keys + " >>";
}

TinyPdf with_embedded(const std::string& keys) {
  TinyPdf pdf = with_font(embedded(keys));
  pdf.set_stream(8,
                 "%!PS-AdobeFont-1.0: Own\n/FontName /Own def\n/Encoding 256 array\n"
                 "0 1 255 {1 index exch /.notdef put} for\ndup 65 /alpha put\n"
                 "dup 66 /strange put\nreadonly def\ncurrentfile eexec\nmore\n");
  return pdf;
}

}  // namespace

TEST_CASE("a program's own encoding counts where the font has none", "[extract]") {
  Fonts fonts(with_embedded("/Widths [1] "));
  CHECK((fonts.next("A").text == U"\u03b1"));
  CHECK((fonts.next("B").text == U"B"));  // passed on, as the library does
  CHECK((fonts.next("C").text == U"C"));
  CHECK(dynamic_cast<extract::SimpleFace*>(fonts.find()));
  CHECK(fonts.find()->describe().type == "Type 1");
  CHECK(fonts.find()->describe().embedded);
}

TEST_CASE("tables of a font that go on and on are read as far as they matter", "[extract]") {
  std::string widths = "/FirstChar 65 /Widths [", differences = "/Encoding << /Differences [";
  for (int i = 0; i < 1'000'000; ++i) widths += "500 ";
  for (int i = 0; i < 100'000; ++i) differences += "-7 /a 2000000000 /b 65 /c ";
  Fonts fonts(with_embedded(widths + "] " + differences + "] >>"));
  REQUIRE(fonts.find());
  CHECK(fonts.next("A").advance == 0.5);
  CHECK((fonts.next("A").text == U"c"));
  CHECK(fonts.next("\xff").advance == 0.5);
  CHECK(fonts.next("@").advance == 0);
}

TEST_CASE("maps that would drown the library are not opened", "[extract]") {
  TinyPdf ranges = with_font(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /ToUnicode 8 0 R "
      "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << "
      "/Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>");
  std::string map = "x beginbfrange\n";
  for (int i = 0; i < 2'000; ++i) map += "<0000> <ffff> <00410041>\n";
  ranges.set_stream(8, map);
  Fonts many(ranges);
  CHECK(many.find() == nullptr);
  CHECK(many.faces.was_cut());
  ranges.set_stream(8, "x beginbfchar <0041> <0062> endbfchar");
  Fonts few(ranges);
  REQUIRE(few.find());
  CHECK(few.next(std::string("\0A", 2)).bytes == 2);
  CHECK((few.next(std::string("\0A", 2)).text == U"b"));
  CHECK(!few.faces.was_cut());
  ranges.replace(7, "/Identity-H", "9 0 R");
  ranges.set_stream(9, "", "/UseCMap 9 0 R");
  Fonts endless(ranges);
  CHECK(endless.find() == nullptr);
  CHECK(endless.faces.was_cut());
}

namespace {

struct Count {
  int fonts = 0, codes = 0, simple = 0, asked = 0;
};

std::string kind_of(const Object& font) {
  const Object subtype = font.dictLookup("Subtype");
  return subtype.isName() ? subtype.getName() : "";
}

// Of every code, as the library's own font has it.
void compare_codes(const GfxFont& theirs, Face& ours, Count& count) {
  for (int i = 0; i < 256; ++i) {
    const char byte = static_cast<char>(i);
    CharCode code;
    const Unicode* text = nullptr;
    int length = 0;
    double dx, dy, x, y;
    theirs.getNextChar(&byte, 1, &code, &text, &length, &dx, &dy, &x, &y);
    const Code own = ours.next(&byte, 1);
    const std::u32string expected(text, text ? text + length : text);
    ++count.codes;
    if (own.bytes == 1 && own.advance == dx && own.text == expected) continue;
    CAPTURE(i, own.advance, dx, length, own.text.size());
    CHECK(own.advance == dx);
    CHECK((own.text == expected));
  }
}

void compare_font(OpenPdf& open, Faces& faces, int number, Count& count) {
  const Object dictionary = open.object(number);
  const std::unique_ptr<GfxFont> theirs =
      GfxFont::makeFont(&open.xref(), "F", Ref{number, 0}, dictionary.getDict());
  Face* const ours = faces.find(OpenPdf::reference(number));
  REQUIRE((ours != nullptr) == theirs->isOk());
  if (!ours) return;
  ++count.fonts;
  const model::Font own = ours->describe(), expected = extract::describe_font(*theirs);
  CHECK(own.name == expected.name);
  CHECK(own.type == expected.type);
  CHECK(own.embedded == expected.embedded);
  CHECK(own.subset == expected.subset);
  CHECK(own.to_unicode == expected.to_unicode);
  const extract::FontMetrics metrics = extract::measure_font(*theirs);
  CHECK(ours->metrics.ascent == metrics.ascent);
  CHECK(ours->metrics.descent == metrics.descent);
  CHECK(ours->metrics.em == metrics.em);
  CHECK(ours->is_type3 == (theirs->getType() == fontType3));
  CHECK(ours->is_vertical == (theirs->getWMode() != 0));
  for (int i = 0; i < 6 && ours->is_type3; ++i) {
    CHECK(ours->matrix[i] == theirs->getFontMatrix()[i]);
  }
  if (!theirs->isCIDFont()) compare_codes(*theirs, *ours, count);
  const auto* const simple = dynamic_cast<const extract::SimpleFace*>(ours);
  count.simple += simple ? 1 : 0;
  count.asked += simple && simple->asked_library() ? 1 : 0;
}

void compare_file(const std::filesystem::path& path, Count& count) {
  INFO(path);
  OpenPdf open(*util::read_file(path, 100'000'000));
  if (!open.document().isOk()) return;
  Faces faces(open.xref());
  for (int number = 1; number < open.xref().getNumObjects(); ++number) {
    const Object object = open.object(number);
    if (!object.isDict("Font") || kind_of(object).rfind("CIDFont", 0) == 0) continue;
    INFO("font " << number);
    compare_font(open, faces, number, count);
  }
}

void compare_folder(const std::filesystem::path& folder) {
  Count count;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".pdf") compare_file(entry.path(), count);
  }
  CHECK(count.fonts > 0);
  std::cerr << folder << ": " << count.fonts << " fonts, " << count.simple << " read here, "
            << count.asked << " of these not whole\n";
}

}  // namespace

TEST_CASE("every font of our papers reads as the library reads it", "[extract]") {
  compare_folder(std::filesystem::path(DESKCHECK_SOURCE) / "fixtures");
}

TEST_CASE("every font of the corpus reads as the library reads it", "[extract]") {
  const char* const corpus = std::getenv("DESKCHECK_CORPUS");
  if (!corpus) {
    WARN("skipped: DESKCHECK_CORPUS is not set");
    return;
  }
  compare_folder(corpus);
}
