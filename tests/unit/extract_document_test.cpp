#include <catch2/catch.hpp>

#include <algorithm>

#include "extract/text_string.hpp"
#include "tiny_pdf.hpp"

namespace {

const std::string kHi = "BT /F1 12 Tf 72 700 Td (Hi) Tj ET";

const model::Destination& named(const model::Document& document, const std::string& name) {
  const auto found = std::find_if(document.destinations.begin(), document.destinations.end(),
                                  [&](const auto& each) { return each.name == name; });
  REQUIRE(found != document.destinations.end());
  return *found;
}

}  // namespace

TEST_CASE("text strings come as UTF-8", "[extract]") {
  using extract::decode_text_string;
  using namespace std::string_literals;
  CHECK(decode_text_string("\xfe\xff\0A\xd8\x35\xdc\0"s) == "A\U0001d400");
  CHECK(decode_text_string("\xff\xfe\x41\0"s) == "A");
  CHECK(decode_text_string("\xef\xbb\xbf\xc3\xa9") == "\u00e9");
  CHECK(decode_text_string("caf\xe9 \x84 \xa0") == "caf\u00e9 \u2014 \u20ac");
  CHECK(decode_text_string("\xfe\xff\xdc\0"s) == "\ufffd");
  CHECK(decode_text_string("\xfe\xff\0"s).empty());
  CHECK(extract::clean_utf8("a\xff") == "a\ufffd");
}

TEST_CASE("a document's own account is read", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi);
  pdf.set(1, "<< /Type /Catalog /Pages 2 0 R /Version /1.7 /Metadata 8 0 R >>");
  pdf.set(7, "<< /Title <feff00e9> /Author (A. Person) /Trapped /False /Number 3 >>");
  pdf.set_stream(8, "<x:xmpmeta/>", "/Type /Metadata /Subtype /XML");
  pdf.add_to_trailer("/Info 7 0 R");
  const model::Document document = pdf.read();
  CHECK(document.pdf_version == "1.7");
  CHECK(document.xmp == "<x:xmpmeta/>");
  REQUIRE(document.info.size() == 3);
  CHECK(document.info[0] == std::pair<std::string, std::string>("Title", "\u00e9"));
  CHECK(document.info[1] == std::pair<std::string, std::string>("Author", "A. Person"));
  CHECK(document.info[2] == std::pair<std::string, std::string>("Trapped", "False"));
  CHECK_FALSE(document.encrypted);
  CHECK_FALSE(document.repaired);
  CHECK_FALSE(document.truncated);
  CHECK(document.complaints == 0);
}

TEST_CASE("links and other annotations are told apart", "[extract]") {
  const TinyPdf pdf = TinyPdf::with_page(
      kHi, "",
      "/MediaBox [0 0 400 600] /Annots ["
      "<< /Subtype /Link /Rect [10 20 110 40] /A << /S /URI /URI (https://example.org/a) >> >>"
      "<< /Subtype /Link /Rect [10 20 110 40] /A << /S /GoTo /D (cite.one) >> >>"
      "<< /Subtype /Link /Rect [10 20 110 40] /Dest /section.1 >>"
      "<< /Subtype /Link /Rect [10 20 110 40] /Dest [3 0 R /Fit] >>"
      "<< /Subtype /Text /Rect [0 0 9 9] /T (Reviewer) /Contents (too long) >> 17 ]");
  const model::Document document = pdf.read();
  const model::Page& page = document.pages.at(0);
  REQUIRE(page.links.size() == 4);
  CHECK(page.links[0].uri == "https://example.org/a");
  CHECK(page.links[0].box.left == Approx(10));
  CHECK(page.links[0].box.top == Approx(560));
  CHECK(page.links[0].box.bottom == Approx(580));
  CHECK(page.links[1].destination == "cite.one");
  CHECK(page.links[2].destination == "section.1");
  CHECK((page.links[3].destination.empty() && page.links[3].uri.empty()));
  REQUIRE(page.annotations.size() == 1);
  CHECK(page.annotations[0].type == "Text");
  CHECK(page.annotations[0].author == "Reviewer");
  CHECK(page.annotations[0].contents == "too long");
}

TEST_CASE("what an annotation shows is on the page, unless it is hidden", "[extract]") {
  const auto glyphs = [](const std::string& keys) {
    TinyPdf pdf = TinyPdf::with_page(
        "", "",
        "/MediaBox [0 0 400 600] /Annots [<< /Subtype /FreeText /Rect [100 500 200 600] "
        "/AP << /N 7 0 R >> " +
            keys + " >>]");
    pdf.set_stream(7, "BT /F1 10 Tf 10 20 Td (a) Tj ET",
                   "/Subtype /Form /BBox [0 0 100 100] /Resources << /Font << /F1 5 0 R >> >>");
    return pdf.read().pages.at(0).glyphs;
  };
  REQUIRE(glyphs("").size() == 1);
  CHECK(glyphs("")[0].x == Approx(110));
  CHECK(glyphs("")[0].baseline == Approx(80));
  CHECK(glyphs("")[0].in_form);
  CHECK(glyphs("/F 2").empty());
}

TEST_CASE("destinations are found in both places and put on their page", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi, "", "/MediaBox [0 0 400 600] /CropBox [0 0 400 500]");
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /Dests << /old [3 0 R /FitH 480] >> /Names << /Dests 7 "
          "0 R >> >>");
  pdf.set(7, "<< /Kids [8 0 R 7 0 R] >>");  // a loop
  pdf.set(8,
          "<< /Names [(appendix.A) << /D [3 0 R /XYZ 10 400 null] >> (page.1) [0 /Fit] (lost) [99 "
          "0 R /Fit] (odd) 5 ] >>");
  const model::Document document = pdf.read();
  REQUIRE(document.destinations.size() == 5);
  CHECK(named(document, "old").page == 1);
  CHECK(named(document, "old").y == Approx(20));
  CHECK(named(document, "appendix.A").y == Approx(100));
  CHECK(named(document, "page.1").page == 1);
  CHECK(named(document, "page.1").y == Approx(0));
  CHECK(named(document, "lost").page == 0);
  CHECK_FALSE(document.truncated);
}

TEST_CASE("the outline is read in order, with levels, through loops", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi, "", "/MediaBox [0 0 400 600]");
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R /Dests << /one [3 0 R /XYZ 0 550 0] >> "
          ">>");
  pdf.set(7, "<< /First 8 0 R >>");
  pdf.set(8, "<< /Title (One) /Dest /one /First 9 0 R /Next 10 0 R >>");
  pdf.set(9, "<< /Title (Inner) /A << /S /GoTo /D [3 0 R /XYZ 0 500 0] >> /Next 8 0 R >>");
  pdf.set(10, "<< /Title (Two) /Next 8 0 R /First 7 0 R >>");
  const model::Document document = pdf.read();
  REQUIRE(document.outline.size() >= 3);
  CHECK(document.outline[0].title == "One");
  CHECK(document.outline[0].level == 1);
  CHECK(document.outline[0].page == 1);
  CHECK(document.outline[0].y == Approx(50));
  CHECK(document.outline[1].title == "Inner");
  CHECK(document.outline[1].level == 2);
  CHECK(document.outline[1].y == Approx(100));
  CHECK(document.outline[2].title == "Two");
  CHECK(document.outline[2].level == 1);
  CHECK(document.outline[2].page == 0);
}

TEST_CASE("marks of where a document was made are read", "[extract]") {
  TinyPdf pdf =
      TinyPdf::with_page(kHi, "/XObject << /A 7 0 R /B 8 0 R /C 7 0 R /D 99 0 R /E (no form) >>");
  pdf.set_stream(7, "",
                 "/Subtype /Form /PTEX.FileName (/home/ann/\xc3\xa9.pdf)"
                 " /Resources << /XObject 9 0 R >>");
  pdf.set_stream(8, "", "/Subtype /Image /PTEX.FileName 17");
  pdf.set(9, "<< /Self 7 0 R /Inner 10 0 R >>");
  pdf.set_stream(10, "", "/Subtype /Form /PTEX.FileName (./inner.pdf)");
  pdf.add_to_trailer("/ID [<00FF10> (ab) (third)]");
  const model::Document document = pdf.read();
  CHECK(document.trailer_ids == std::vector<std::string>{"00ff10", "6162"});
  auto files = document.figure_files;
  std::sort(files.begin(), files.end());
  CHECK(files == std::vector<std::string>{"./inner.pdf", "/home/ann/\u00e9.pdf"});
  CHECK_FALSE(document.repaired);
  CHECK_FALSE(document.truncated);
}

TEST_CASE("more figures than there can be are not all named", "[extract]") {
  std::string names;
  TinyPdf pdf = TinyPdf::with_page(kHi, "/XObject 7 0 R");
  for (int i = 0; i < 1200; ++i) {
    pdf.set_stream(10 + i, "", "/Subtype /Form /PTEX.FileName (f" + std::to_string(i) + ")");
    names += "/N" + std::to_string(i) + " " + std::to_string(10 + i) + " 0 R ";
  }
  pdf.set(7, "<< " + names + " >>");
  const model::Document document = pdf.read();
  CHECK(document.figure_files.size() == 1000);
  CHECK(document.truncated);
}
