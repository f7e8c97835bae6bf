// Everything that tells of authors is planted in small files, and looked for in what is made of
// them.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <regex>

#include "fix/fix.hpp"
#include "fix/proof.hpp"
#include "recoverable.hpp"
#include "tiny_pdf.hpp"

namespace {

const std::string kText = "BT /F1 12 Tf 72 700 Td (Some words) Tj ET";

fix::Rewritten rewrite(const std::string& pdf) {
  auto rewritten = fix::rewrite(pdf);
  INFO((rewritten ? "" : rewritten.error().message));
  REQUIRE(rewritten);
  return *rewritten;
}

int removed(const fix::Rewritten& rewritten, const std::string& kind) {
  for (const fix::Removal& each : rewritten.removed)
    if (each.kind == kind) return each.count;
  return 0;
}

// Rewrites it, holds the pages against each other, and looks for every word.
fix::Rewritten clean(const std::string& pdf, const std::vector<std::string>& words) {
  fix::Rewritten rewritten = rewrite(pdf);
  CHECK(fix::prove(pdf, rewritten.bytes).differences == std::vector<std::string>{});
  std::string all = recoverable(rewritten.bytes);
  for (const std::string& word : words) {
    INFO(word);
    CHECK(recoverable(pdf).find(word) != std::string::npos);
    CHECK(all.find(word) == std::string::npos);
  }
  return rewritten;
}

TinyPdf with_catalog(const std::string& entries) {
  TinyPdf pdf = TinyPdf::with_page(kText);
  pdf.set(1, "<< /Type /Catalog /Pages 2 0 R " + entries + " >>");
  return pdf;
}

TinyPdf with_annotation(const std::string& annotation) {
  TinyPdf pdf = TinyPdf::with_page(kText, "", "/MediaBox [0 0 612 792] /Annots [10 0 R 11 0 R]");
  pdf.set(10, annotation);
  pdf.set(11, "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest [3 0 R /Fit] >>");
  return pdf;
}

std::string fixture(const std::string& name) {
  std::ifstream file(std::string(DESKCHECK_SOURCE) + "/fixtures/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("document information and the file's identifiers go", "[fix]") {
  TinyPdf pdf = TinyPdf::with_page(kText);
  pdf.set(9, "<< /Author (Jane Doe) /Title (Untold) /Trapped /False /Lab (Doe Lab) >>");
  pdf.add_to_trailer("/Info 9 0 R /ID [(jane-disk-0000001) (jane-disk-0000002)]");
  auto out = clean(pdf.bytes(), {"Jane", "Untold", "Doe Lab", "jane-disk", "Trapped"});
  CHECK(removed(out, "document-information") == 4);
  CHECK(out.removed[0].text == "4 entries of document information: Author, Lab, Title, Trapped");
}

TEST_CASE("XMP goes wherever it stands", "[fix]") {
  TinyPdf pdf = with_catalog("/Metadata 20 0 R");
  pdf.set(3,
          "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792] /Metadata 21 0 R"
          " /Resources << /Font << /F1 5 0 R >> /XObject << /X 8 0 R >> "
          "/Properties << /P << /Metadata 23 0 R >> >> >> >>");
  pdf.set_stream(8, "0 0 5 5 re f",
                 "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Metadata 22 0 R");
  for (int number : {20, 21, 22, 23})
    pdf.set_stream(number, "<creator>Jane Doe</creator>", "/Type /Metadata /Subtype /XML");
  auto out = clean(pdf.bytes(), {"Jane"});
  CHECK(removed(out, "xmp") == 4);
}

TEST_CASE("names and information of figures' files go, with what only they led to", "[fix]") {
  TinyPdf pdf = TinyPdf::with_page(kText + " /X Do", "/XObject << /X 8 0 R >>");
  pdf.set_stream(8, "0 0 5 5 re f",
                 "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /PTEX.PageNumber 1 "
                 "/PTEX.FileName (/home/jdoe/figure.pdf) /PTEX.InfoDict 20 0 R "
                 "/PieceInfo << /Adobe << /Private 21 0 R >> >> /LastModified (D:2025)");
  pdf.set(20, "<< /Author 22 0 R /Creator (Doe's plotter) >>");
  pdf.set(21, "<< /Original (drawn by jdoe) >>");
  pdf.set(22, "(Jane Doe)");
  auto out = clean(pdf.bytes(), {"jdoe", "Jane", "plotter", "PTEX", "D:2025"});
  CHECK(removed(out, "figure-file") == 1);
  CHECK(removed(out, "figure-information") == 1);
  CHECK(removed(out, "private-data") == 1);
}

TEST_CASE("what a program notes of a figure that it placed goes, and tags and layers stay",
          "[fix]") {
  TinyPdf pdf = TinyPdf::with_page(
      kText, "/Properties << /A 20 0 R /B << /Author (Jane) /MCID 3 >> /C 22 0 R /D 23 0 R >>");
  pdf.set(20, "<< /Author (Jane Doe) /Title (jdoe.tmp) /Metadata 21 0 R >>");
  pdf.set_stream(21, "<?xpacket by Jane", "");
  pdf.set(22, "<< /Type /OCG /Name (Layer) >>");
  pdf.set(23, "<< /Note 24 0 R >>");
  pdf.set(24, "<< /Producer (Jane's) /ModDate (D:2025) >>");
  auto out = clean(pdf.bytes(), {"Jane", "jdoe", "D:2025"});
  CHECK(removed(out, "figure-information") == 4);
  CHECK(removed(out, "xmp") == 1);
  CHECK(out.bytes.find("/MCID 3") != std::string::npos);
  CHECK(out.bytes.find("(Layer)") != std::string::npos);
}

TEST_CASE("comments and marks go, from the tags too, and links stay", "[fix]") {
  TinyPdf pdf = with_annotation(
      "<< /Type /Annot /Subtype /FreeText /Rect [9 9 200 90] /T (Jane Doe) /Popup 12 0 R "
      "/Contents (Ask Jane) /AP << /N 13 0 R >> >>");
  pdf.set(1, "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 14 0 R >>");
  pdf.set(12, "<< /Type /Annot /Subtype /Popup /Rect [9 9 99 99] /Parent 10 0 R >>");
  pdf.set_stream(13, "BT /F1 9 Tf (Jane drew) Tj ET",
                 "/Type /XObject /Subtype /Form /BBox [0 0 99 99] "
                 "/Resources << /Font << /F1 5 0 R >> >>");
  pdf.set(14, "<< /Type /StructTreeRoot /K [15 0 R] >>");
  pdf.set(15,
          "<< /Type /StructElem /S /Annot /P 14 0 R /K [<< /Type /OBJR /Obj 10 0 R >> 16 0 R] >>");
  pdf.set(16, "<< /Type /StructElem /S /P /P 15 0 R /Alt (A tag) >>");
  auto out = clean(pdf.bytes(), {"Jane"});
  CHECK(removed(out, "comment") == 1);
  CHECK(out.bytes.find("(A tag)") != std::string::npos);
  CHECK(out.bytes.find("/Link") != std::string::npos);
}

TEST_CASE("attached files go, by whatever way they are reached", "[fix]") {
  TinyPdf pdf =
      with_annotation("<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 20 0 R >>");
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /PageMode /UseAttachments /AF [22 0 R] "
          "/Names << /EmbeddedFiles << /Names [(jdoe.tex) 22 0 R] >> >> >>");
  pdf.set(20, "<< /Type /Filespec /F (jdoe.txt) /EF << /F 21 0 R >> >>");
  pdf.set_stream(21, "written by Jane", "/Type /EmbeddedFile");
  pdf.set(22, "<< /F (jdoe.tex) /EF << /F 21 0 R >> >>");
  auto out = clean(pdf.bytes(), {"jdoe", "Jane", "UseAttachments"});
  CHECK(removed(out, "attachment") >= 2);
}

TEST_CASE("what runs or sends goes, and a link to a page stays", "[fix]") {
  TinyPdf pdf = with_annotation(
      "<< /Type /Annot /Subtype /Link /Rect [9 9 19 19] /A << /S /Launch /F (jdoe.exe) >> >>");
  pdf.set(
      1,
      "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /GoTo /D [3 0 R /Fit] "
      "/Next << /S /JavaScript /JS (app.jdoe) >> >> /AA << /WC << /S /JavaScript /JS (jdoe) >> >> "
      "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (jdoe) >>] >> >> >>");
  auto out = clean(pdf.bytes(), {"jdoe", "JavaScript", "Launch"});
  CHECK(removed(out, "action") == 4);
  CHECK(out.bytes.find("/GoTo") != std::string::npos);
}

TEST_CASE("links to a disk are cut and links to the web stay", "[fix]") {
  auto link = [](const std::string& action) {
    return with_annotation("<< /Type /Annot /Subtype /Link /Rect [9 9 19 19] /A << " + action +
                           " >> >>");
  };
  auto out = clean(link("/S /URI /URI (file:///home/jdoe/a.pdf)").bytes(), {"jdoe"});
  CHECK(removed(out, "file-link") == 1);
  out = clean(link("/S /GoToR /F (jdoe.pdf) /D [0 /Fit]").bytes(), {"jdoe"});
  CHECK(removed(out, "file-link") == 1);
  out = rewrite(link("/S /URI /URI (https://example.org)").bytes());
  CHECK(out.bytes.find("https://example.org") != std::string::npos);
}

TEST_CASE("thumbnails, layers' makers, signatures and unknown entries go", "[fix]") {
  TinyPdf pdf = with_catalog(
      "/JDOE_Key (jdoe) /OCProperties << /OCGs [20 0 R] /D << /Creator (jdoe) /Order [20 0 R] >> "
      ">> "
      "/AcroForm << /SigFlags 3 /XFA (jdoe) /Fields [21 0 R] >>");
  pdf.set(3,
          "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792] /Thumb 23 0 R "
          "/JDOE (jdoe) /LastModified (D:2025) /Annots [21 0 R] "
          "/Resources << /Font << /F1 5 0 R >> >> >>");
  pdf.set(20,
          "<< /Type /OCG /Name (Layer) /Usage << /CreatorInfo << /Creator (jdoe) >> /User << /Type "
          "/Ind /Name (jdoe) >> >> >>");
  pdf.set(21, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Box) /Rect [0 0 9 9] /V 22 0 R >>");
  pdf.set(22, "<< /Type /Sig /Name (Jane) /ByteRange [0 1 2 3] /Contents <00> >>");
  pdf.set_stream(23, "jdoe", "/Width 1 /Height 1 /Subtype /Image");
  auto out = clean(pdf.bytes(), {"jdoe", "JDOE", "Jane", "D:2025"});
  CHECK(removed(out, "thumbnail") == 1);
  CHECK(removed(out, "layer-author") == 3);
  CHECK(removed(out, "signature") == 1);
  CHECK(removed(out, "form-data") == 1);
  CHECK(out.bytes.find("(Layer)") != std::string::npos);
}

TEST_CASE("lengths that are objects are not kept, and names go with what they named", "[fix]") {
  TinyPdf pdf = with_catalog(
      "/Names << /Templates << /Names [(kept) 3 0 R (jdoe) 20 0 R (also) 3 0 R] >> >>");
  pdf.set(4, "<< /Length 21 0 R >>\nstream\n" + kText + "\nendstream");
  pdf.set(20, "<< /S /JavaScript /JS (jdoe) >>");
  pdf.set(21, std::to_string(kText.size()));
  auto out = clean(pdf.bytes(), {"jdoe"});
  CHECK(std::regex_search(out.bytes, std::regex(R"(\[\(kept\) (\d+ 0 R) \(also\) \1\])")));
  CHECK(rewrite(out.bytes).bytes == out.bytes);
}

TEST_CASE("older revisions and what nothing leads to are not written", "[fix]") {
  TinyPdf pdf = TinyPdf::with_page(kText);
  pdf.set(9, "<< /Author (Jane Doe) >>");
  pdf.add_to_trailer("/Info 9 0 R");
  std::string bytes = pdf.bytes();
  // As exiftool and Acrobat do it: the old bytes stay, a newer object hides them.
  std::string first_table = bytes.substr(bytes.rfind("startxref\n") + 10);
  first_table.resize(first_table.find('\n'));
  std::string offset = std::to_string(bytes.size());
  bytes += "9 0 obj\n<< >>\nendobj\n";
  std::string table = std::to_string(bytes.size());
  bytes += "xref\n9 1\n" + std::string(10 - offset.size(), '0') + offset + " 00000 n \ntrailer\n" +
           "<< /Size 10 /Root 1 0 R /Info 9 0 R /Prev " + first_table + " >>\nstartxref\n" + table +
           "\n%%EOF\n";
  auto out = clean(bytes, {"Jane"});
  CHECK(removed(out, "revision") == 1);
  pdf = TinyPdf::with_page(kText);
  pdf.set(9, "(left behind by Jane)");
  CHECK(removed(clean(pdf.bytes(), {"Jane"}), "unreachable") == 1);
}

TEST_CASE("the same bytes make the same bytes, and nothing is left for a second time", "[fix]") {
  std::string pdf = fixture("neurips-2025/metadata-author.pdf");
  auto once = rewrite(pdf), again = rewrite(pdf);
  CHECK(once.bytes == again.bytes);
  auto twice = rewrite(once.bytes);
  CHECK(twice.removed == std::vector<fix::Removal>{});
  CHECK(twice.bytes == once.bytes);
}

TEST_CASE("papers of ours stay the same and tell nothing", "[fix]") {
  for (const char* name : {"neurips-2025/metadata-author.pdf", "neurips-2025/type3-figure.pdf",
                           "acm-small/clean.pdf", "jmlr/camera-ready.pdf"}) {
    INFO(name);
    std::string pdf = fixture(name);
    auto out = rewrite(pdf);
    fix::Proof proof = fix::prove(pdf, out.bytes);
    CHECK(proof.differences == std::vector<std::string>{});
    CHECK(proof.glyphs > 100);
    CHECK(out.bytes.size() < pdf.size() + pdf.size() / 10);
    std::string all = recoverable(out.bytes);
    for (const char* word : {"/Author", "/Producer", "PTEX", "xpacket"})
      CHECK(all.find(word) == std::string::npos);
  }
}

TEST_CASE("numbers, strings and names are written as they were read", "[fix]") {
  TinyPdf pdf = with_catalog(
      "/ViewerPreferences << /A 0.000000123 /B -1234567.25 /C (a\\(b\\\\c\\)) /D <fffe41> "
      "/E#20F /G#2f /H [true null 7] /I <feff00e9> >>");
  std::string out = rewrite(pdf.bytes()).bytes;
  for (const char* part : {"/A 0.000000123", "/B -1234567.25", "/C (a\\(b\\\\c\\))", "/E#20F /G#2f",
                           "/H [true null 7]", "/I <feff00e9>"}) {
    INFO(part);
    CHECK(out.find(part) != std::string::npos);
  }
}

TEST_CASE("a palette keeps its bytes, whatever they look like", "[fix]") {
  for (const std::string palette : {"(\xff\xfe"
                                    "abcd)",
                                    "(\xfe\xff"
                                    "abcd)",
                                    "<fffe61626364>"}) {
    TinyPdf pdf = TinyPdf::with_page("99 0 0 99 0 0 cm /X Do", "/XObject << /X 8 0 R >>");
    pdf.set_stream(8, "\x40",
                   "/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 1 /ColorSpace "
                   "[/Indexed /DeviceRGB 1 " +
                       palette + "]");
    CHECK(rewrite(pdf.bytes())
              .bytes.find(palette.find("\xfe\xff") == std::string::npos
                              ? "<fffe61626364>"
                              : "<feff61626364>") != std::string::npos);
    clean(pdf.bytes(), {});
  }
}

TEST_CASE("a path in what stays is told", "[fix]") {
  TinyPdf pdf =
      with_catalog("/StructTreeRoot << /K << /S /Figure /Alt (C:\\\\Users\\\\jdoe\\\\a.png) >> >>");
  auto out = clean(pdf.bytes(), {});
  REQUIRE(out.stays.size() == 1);
  CHECK(out.stays[0].starts_with("\"/users/jdoe/a.png\" in an entry Alt "));
}

TEST_CASE("what cannot be rewritten is refused with what to do", "[fix]") {
  auto why = [](const std::string& pdf) {
    auto rewritten = fix::rewrite(pdf);
    REQUIRE_FALSE(rewritten);
    return rewritten.error().message;
  };
  CHECK(why("plain text").find("no PDF") != std::string::npos);
  CHECK(why(fixture("broken/owner-only.pdf")).find("encrypted") != std::string::npos);
  CHECK(why(fixture("broken/truncated.pdf")).find("damaged") != std::string::npos);
}

TEST_CASE("what a process answers is read back, and nonsense is not believed", "[fix]") {
  auto out = rewrite(fixture("neurips-2025/metadata-author.pdf"));
  auto back = fix::decode(fix::encode(out));
  REQUIRE(back);
  CHECK(back->bytes == out.bytes);
  CHECK(back->removed == out.removed);
  for (const char* nonsense : {"", "x", "99999999{}", "00000002[]", "0000000a{}"})
    CHECK_FALSE(fix::decode(nonsense));
  CHECK(fix::decode_proof("00000002{}").differences.size() == 1);
  fix::Proof proof{3, 70, {"page 2 would look different"}};
  CHECK(fix::decode_proof(fix::encode(proof)) == proof);
}
