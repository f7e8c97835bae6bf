#include <catch2/catch.hpp>

#include <algorithm>

#include "extract/exif.hpp"
#include "extract/jpeg_metadata.hpp"
#include "tiny_pdf.hpp"
#include "util/xmp.hpp"

namespace {

using model::TraceKind;
using namespace std::string_literals;

const std::string kHi = "BT /F1 12 Tf 72 700 Td (Hi) Tj ET";

// "figure_info fig.pdf 1 Author=Jane", of one kind.
std::vector<std::string> traces(const model::Document& document, TraceKind kind) {
  std::vector<std::string> out;
  for (const model::Trace& each : document.traces)
    if (each.kind == kind)
      out.push_back(each.place + "|" + std::to_string(each.page) + "|" + each.key + "|" +
                    each.text);
  return out;
}
using Texts = std::vector<std::string>;

std::string sized(std::size_t size, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i)
    out += i < 8 ? static_cast<char>(size >> (8 * i) & 0xff) : '\0';
  return out;
}

std::string segment(char marker, const std::string& bytes) {
  return "\xff"s + marker + sized(bytes.size() + 2, 2) + bytes;
}

std::string jpeg(const std::string& segments) {
  return "\xff\xd8"s + segments + "\xff\xda\0\x02"s + "samples";
}

std::string entry(int tag, int type, std::size_t count, const std::string& value) {
  return sized(tag, 2) + sized(type, 2) + sized(count, 4) + value;
}

// An Exif block with an artist, the serial number of a camera and a position.
std::string exif() {
  const std::size_t first = 8, camera = first + 2 + 3 * 12 + 4, gps = camera + 2 + 12 + 4,
                    texts = gps + 2 + 12 + 4;
  return "MM\0*"s + sized(first, 4) + sized(3, 2) + entry(0x013b, 2, 9, sized(texts, 4)) +
         entry(0x8769, 4, 1, sized(camera, 4)) + entry(0x8825, 4, 1, sized(gps, 4)) + sized(0, 4) +
         sized(1, 2) + entry(0xa431, 2, 4, "S12\0"s) + sized(0, 4) + sized(1, 2) +
         entry(2, 5, 3, sized(texts + 9, 4)) + sized(0, 4) + "Jane Doe\0"s + sized(48, 4) +
         sized(1, 4) + sized(0, 16);
}

std::vector<std::string> statements(const std::string& file) {
  std::size_t at = 0;
  std::vector<std::string> out;
  for (const auto& each : extract::read_jpeg_metadata([&](char*to, std::size_t count) {
         if (count > file.size() - at) return false;
         file.copy(to, count, at);
         at += count;
         return true;
       }))
    out.push_back(each.key + "=" + each.text);
  return out;
}

}  // namespace

TEST_CASE("an XMP packet says its properties, as elements and as attributes", "[util]") {
  const std::string packet =
      "<?xpacket begin='' id='x'?><x:xmpmeta xmlns:x='adobe:ns:meta/' x:xmptk='T'><rdf:RDF>"
      "<rdf:Description rdf:about='' xmp:CreatorTool=\"A &amp; B\" xmlns:dc='u'><!-- <no> -->"
      "<dc:creator><rdf:Seq><rdf:li>J&#246;rg</rdf:li><rdf:li>Ann</rdf:li></rdf:Seq></dc:creator>"
      "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>T</rdf:li></rdf:Alt></dc:title>"
      "<xmpMM:DerivedFrom rdf:resource='file:///home/ann/a.ai'/><pdf:Trapped/>"
      "</rdf:Description></rdf:RDF></x:xmpmeta>";
  Texts found;
  for (const auto& each : util::read_xmp(packet)) found.push_back(each.name + "=" + each.text);
  CHECK(found == Texts{"xmp:CreatorTool=A & B", "dc:creator=J\u00f6rg", "dc:creator=Ann",
                       "dc:title=T", "xmpMM:DerivedFrom=file:///home/ann/a.ai"});
  CHECK(util::read_xmp(packet, 2).size() == 2);
  CHECK(util::read_xmp("<a><b c='").empty());
  CHECK(util::read_xmp("<<<>></></a>&;&#xffffffff;").empty());
}

TEST_CASE("a JPEG says who took it, before its samples begin", "[extract]") {
  const std::string iptc = "\x1c\x02\x50\0\x03"s + "Ann" + "\x1c\x02\x05\0\x01"s + "T";
  const std::string photoshop =
      "Photoshop 3.0\0"s + "8BIM\x04\x04\0\0"s + sized(iptc.size(), 4) + iptc;
  const std::string xmp =
      "http://ns.adobe.com/xap/1.0/\0"s + "<dc:creator><rdf:li>Bob</rdf:li></dc:creator>";
  const std::string file =
      jpeg(segment('\xe0', "JFIF") + segment('\xe1', "Exif\0\0"s + exif()) +
           segment('\xed', photoshop) + segment('\xe1', xmp) + segment('\xfe', "by hand"));
  CHECK(statements(file) == Texts{"Exif Artist=Jane Doe", "Exif SerialNumber=S12",
                                  "Exif GPSPosition=latitude 48 degrees", "IPTC By-line=Ann",
                                  "dc:creator=Bob", "comment=by hand"});
  CHECK(statements(jpeg("")).empty());
  CHECK(statements("no picture").empty());
  for (std::size_t size = 0; size < file.size(); ++size) statements(file.substr(0, size));
}

TEST_CASE("an Exif block of any bytes is read to its end", "[extract]") {
  const std::string whole = exif();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string spoilt = whole;
    spoilt[at] = '\xff';
    std::vector<extract::Statement> out;
    extract::read_exif(spoilt, out);
    extract::read_exif(whole.substr(0, at), out);
    CHECK(out.size() < 10);
  }
}

TEST_CASE("what figures say of themselves is read, also within others", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi + " /A Do /P Do", "/XObject << /A 7 0 R /P 11 0 R >>");
  pdf.set_stream(7, "/B Do",
                 "/Subtype /Form /BBox [0 0 9 9] /PTEX.FileName (./a.pdf) /PTEX.InfoDict 8 0 R "
                 "/Resources << /XObject << /B 9 0 R >> >> /Metadata 12 0 R");
  pdf.set(8, "<< /Author (Jane Q. Doe) /Creator (Tool) /CreationDate (D:2026) /N 1 >>");
  pdf.set_stream(9, "",
                 "/Subtype /Form /BBox [0 0 9 9] /PTEX.InfoDict << /Title (C:\\\\Users\\\\x) >> "
                 "/PieceInfo << /Illustrator << /Private << /AIMetaData 10 0 R /Note (n) >> >> >>");
  pdf.set_stream(10, "%!PS\r%%For: (Jane) (Lab)\n%%Title: (a.ai)\r\n%%Other: (x)\n");
  pdf.set_stream(11, jpeg(segment('\xfe', "by Ann")),
                 "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
                 "/Filter [/DCTDecode]");
  pdf.set_stream(12, "<dc:creator>Joe</dc:creator>");
  const model::Document document = pdf.read();
  CHECK(traces(document, TraceKind::figure_info) == Texts{"./a.pdf|1|Author|Jane Q. Doe",
                                                          "./a.pdf|1|Creator|Tool",
                                                          "./a.pdf|1|Title|C:\\Users\\x"});
  CHECK(traces(document, TraceKind::figure_xmp) == Texts{"./a.pdf|1|dc:creator|Joe"});
  CHECK(traces(document, TraceKind::private_data) == Texts{"./a.pdf|1|Illustrator Note|n",
                                                           "./a.pdf|1|Illustrator For|Jane Lab",
                                                           "./a.pdf|1|Illustrator Title|a.ai"});
  CHECK(traces(document, TraceKind::image) == Texts{"|1|comment|by Ann"});
  CHECK_FALSE(document.traces_truncated);
  CHECK_FALSE(document.repaired);
}

TEST_CASE("attachments are listed, with their text", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(
      kHi, "",
      "/MediaBox [0 0 9 9] /Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS 8 0 R >>]");
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /AF [7 0 R] /Names << /EmbeddedFiles << /Names [(one) 7 "
          "0 R (lost) 99 0 R] >> >> >>");
  pdf.set(7, "<< /UF (main.tex) /Desc (source) /EF << /F 9 0 R >> >>");
  pdf.set(8, "<< /F (b.zip) /EF << /F 10 0 R >> >>");
  pdf.set_stream(9, "% Jane", "/Params << /Size 6 >>");
  pdf.set_stream(10, "PK\0\x01"s);
  const model::Document document = pdf.read();
  REQUIRE(document.attachments.size() == 2);
  CHECK(document.attachments[0].name == "main.tex");
  CHECK(document.attachments[0].bytes == 6U);
  CHECK(document.attachments[0].is_text);
  CHECK(document.attachments[1].name == "b.zip");
  CHECK(document.attachments[1].page == 1);
  CHECK_FALSE(document.attachments[1].is_text);
  CHECK(traces(document, TraceKind::attachment) ==
        Texts{"main.tex|0|name|main.tex", "main.tex|0|listed as|one", "main.tex|0|Desc|source",
              "main.tex|0|text|% Jane", "b.zip|1|name|b.zip"});
  CHECK_FALSE(document.repaired);
}

TEST_CASE("actions that run or phone home are found, and others are not", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(
      kHi, "",
      "/MediaBox [0 0 9 9] /AA << /O << /S /URI /URI (http://x.example) >> >> /Annots ["
      "<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (run.exe) >> >>"
      "<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://y.example) >> >>"
      "<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoTo /D (a) /Next 8 0 R >> >>"
      "<< /Subtype /Widget /Rect [0 0 9 9] /A << /S /SubmitForm /F << /FS /URL /F (http://z) >> >> "
      ">>]");
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /OpenAction 7 0 R /Names << /JavaScript << /Names [(n) "
          "<< /S /JavaScript /JS 9 0 R >>] >> >> >>");
  pdf.set(7, "<< /S /GoTo /D [3 0 R /Fit] /Next [8 0 R 7 0 R] >>");
  pdf.set(8, "<< /S /GoToR /F (other.pdf) >>");
  pdf.set_stream(9, "app.alert(1)");
  Texts found;
  for (const model::Action& each : pdf.read().actions)
    found.push_back(each.kind + "|" + each.trigger + "|" + std::to_string(each.page) + "|" +
                    each.text);
  CHECK(found == Texts{"GoToR|open|0|other.pdf", "JavaScript|open|0|app.alert(1)",
                       "URI|page|1|http://x.example", "Launch|link|1|run.exe",
                       "GoToR|link|1|other.pdf", "SubmitForm|field|1|http://z"});
}

TEST_CASE("names of pages, layers, fields and structure are read", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi);
  pdf.set(1,
          "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /P (Doe-) >>] >> "
          "/OCProperties << /OCGs [7 0 R] /D << /Creator (Tool) >> >> /StructTreeRoot 8 0 R "
          "/AcroForm << /Fields [<< /T (name) /V (Jane) /Kids [<< /TU (of you) >>] >>] >> "
          "/PieceInfo << /App << /Private << /User (jane) >> >> >> >>");
  pdf.set(7, "<< /Type /OCG /Name (Jane's layer) >>");
  pdf.set(8, "<< /K [<< /S /Figure /Alt (A photo of Jane) /K [8 0 R 1 << /T (x) >>] >>] >>");
  const model::Document document = pdf.read();
  CHECK(traces(document, TraceKind::page_label) == Texts{"|0|P|Doe-"});
  CHECK(traces(document, TraceKind::layer) == Texts{"|0|Creator|Tool", "|0|Name|Jane's layer"});
  CHECK(traces(document, TraceKind::private_data) == Texts{"|0|App User|jane"});
  CHECK(traces(document, TraceKind::form_field) == Texts{"|0|T|name", "|0|V|Jane", "|0|TU|of you"});
  CHECK(traces(document, TraceKind::structure) == Texts{"|0|Alt|A photo of Jane", "|0|T|x"});
}

TEST_CASE("what an older state of the file said is told", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi);
  pdf.set(7, "<< /Author (Jane Doe) /Producer (p) >>");
  pdf.add_to_trailer("/Info 7 0 R");
  const std::string first = pdf.bytes();
  const auto append = [](const std::string& file, const std::string& object, int number) {
    const std::size_t table = file.find("xref\n0"), at = file.size();
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", at);
    const std::string body = std::to_string(number) + " 0 obj\n" + object + "\nendobj\n";
    return file + body + "xref\n" + std::to_string(number) + " 1\n" + entry +
           "trailer\n<< /Size 8 /Root 1 0 R /Info 7 0 R /Prev " + std::to_string(table) +
           " >>\nstartxref\n" + std::to_string(at + body.size()) + "\n%%EOF\n";
  };
  const auto read = [](const std::string& file) {
    return extract::read({file.data(), file.size()});
  };
  CHECK(read(first).revisions.empty());
  const model::Document cleaned = read(append(first, "<< /Producer (p) >>", 7));
  REQUIRE(cleaned.revisions.size() == 1);
  CHECK(cleaned.revisions[0].is_read);
  CHECK(cleaned.revisions[0].bytes == first.size() - 1);
  CHECK(cleaned.revisions[0].changed == 1);
  CHECK(cleaned.revisions[0].changed_pages.empty());
  CHECK(traces(cleaned, TraceKind::revision) == Texts{"1|0|Author|Jane Doe"});
  CHECK_FALSE(cleaned.repaired);
  const std::string other = "<< /Length 3 >>\nstream\nq Q\nendstream";
  const model::Document painted = read(append(first, other, 4));
  REQUIRE(painted.revisions.size() == 1);
  CHECK(painted.revisions[0].changed_pages == std::vector<int>{1});
  CHECK(traces(painted, TraceKind::revision).empty());
  std::string quoted = first;
  quoted.insert(quoted.find("%\xe2"), "% startxref 9 %%EOF\n");
  CHECK(read(quoted).revisions.empty());
}
