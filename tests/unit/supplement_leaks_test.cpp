// Leaks planted in supplements, each of which the blind packs must find, and what only looks like
// one, which they must leave alone.
#include <catch2/catch.hpp>

#include "desk.hpp"
#include "picture_parts.hpp"
#include "supplement_parts.hpp"
#include "tiny_pdf.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

using util::Json;

namespace {

struct Planted {
  std::string name;
  std::string archive;
  std::string evidence;  // empty: nothing is found
};

constexpr const char* kPack = "id = \"s\"\ntitle = \"S\"\nversion = \"1\"\nextends = \"blind\"\n";
const std::string kMira = "Mira Lovelace";

std::string pdf_with(const std::string& info, const std::string& content = "",
                     const std::string& resources = "", const std::string& page = "") {
  auto pdf = TinyPdf::with_page("BT /F1 10 Tf 72 700 Td (Proof of lemma 1.) Tj ET " + content,
                                resources, "/MediaBox [0 0 612 792] " + page);
  pdf.set(9, "<< " + info + " >>");
  pdf.add_to_trailer("/Info 9 0 R");
  return pdf.bytes();
}

std::string pdf_with_figure(const std::string& keys, const std::string& info = "") {
  auto pdf = TinyPdf::with_page("/X Do", "/XObject << /X 7 0 R >>");
  pdf.set_stream(7, "", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + keys);
  pdf.set(8, "<< " + info + " >>");
  return pdf.bytes();
}

std::string pdf_with_remark() {
  auto pdf = TinyPdf::with_page("BT /F1 10 Tf 72 700 Td (Proof.) Tj ET", "",
                                "/MediaBox [0 0 612 792] /Annots [7 0 R]");
  pdf.set(7,
          "<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /T (" + kMira + ") /Contents (fix) >>");
  return pdf.bytes();
}

std::string in(const std::string& name, const std::string& bytes) {
  return zip_of({{name, bytes}, {"README.md", "# Code\nRun it.\n"}});
}

std::string docx(const std::string& part, const std::string& xml) {
  return zip_of({{"[Content_Types].xml", "<Types/>"}, deflated(part, xml)});
}

std::vector<Planted> leaks() {
  const std::string tar = tar_of({{"a.py", "x", "mlovelace", "lab"}});
  return {
      {"history", in(".git/logs/HEAD", "0 1 Mira Lovelace <m@nowhere.edu> 16 +0200\tcommit: x\n"),
       kMira},
      {"owner of a tar", tar, "mlovelace"},
      {"owner in a packed tar", in("x.tar.gz", gzipped(tar)), "mlovelace"},
      {"three archives deep", in("a.zip", zip_of({{"b.zip", zip_of({{"c.tgz", gzipped(tar)}})}})),
       "mlovelace"},
      {"path", in("a.sh", "cd /home/mlovelace/work\n"), "mlovelace"},
      {"compiled file", in("a.pyc", std::string("\0/Users/mlovelace/a.py\0", 23)), "mlovelace"},
      {"package", in("setup.py", "setup(\n  author='Mira Lovelace',\n)"), kMira},
      {"notebook", in("a.ipynb", R"({"user": {"displayName": "Mira Lovelace"}})"), kMira},
      {"cluster", in("job.sh", "#SBATCH --mail-user=mira@nowhere.edu\n"), "mira@nowhere.edu"},
      {"machine", in("events.out.tfevents.1693492345.ws.lab.edu.77.0", "x"), "ws.lab.edu"},
      {"licence", in("LICENSE", "Copyright (c) 2025 Mira Lovelace\n"), kMira},
      {"first line", in("a.py", "# Author: Mira Lovelace\n"), kMira},
      {"address", in("README.txt", "Ask mira@nowhere.edu.\n"), "mira@nowhere.edu"},
      {"JPEG artist", in("a.jpg", jpeg_with(0x013b, kMira)), kMira},
      {"JPEG owner", in("a.JPEG", jpeg_with(0xa430, kMira)), kMira},
      {"JPEG camera", in("a.jpg", jpeg_with(0xa431, "SN-4711")), "SN-4711"},
      {"JPEG machine", in("a.jpg", jpeg_with(0x013c, "miras-mac")), "miras-mac"},
      {"JPEG XMP",
       in("a.jpg", jpeg_of(jpeg_segment(
                       '\xe1', std::string("http://ns.adobe.com/xap/1.0/\0", 29) + xmp_by(kMira)))),
       kMira},
      {"JPEG IPTC",
       in("a.jpg",
          jpeg_of(jpeg_segment(
              '\xed',
              std::string("Photoshop 3.0\0008BIM\4\4\0\0\0\0\0\x12\x1c\2\x50\0\x0d", 31) + kMira))),
       kMira},
      {"PNG text", in("a.png", png_of(png_chunk("tEXt", "Author" + std::string(1, 0) + kMira))),
       kMira},
      {"PNG XMP",
       in("a.png",
          png_of(png_chunk("iTXt", "XML:com.adobe.xmp" + std::string(5, 0) + xmp_by(kMira)))),
       kMira},
      {"PNG Exif", in("a.png", png_of(png_chunk("eXIf", tiff_with(0x013b, kMira)))), kMira},
      {"TIFF", in("a.tif", tiff_with(0x013b, kMira)), kMira},
      {"WebP",
       in("a.webp", "RIFF....WEBPEXIF" + std::string("\x28\0\0\0", 4) + tiff_with(0x013b, kMira)),
       kMira},
      {"GIF", in("a.gif", "GIF89a" + xmp_by(kMira)), kMira},
      {"SVG maker", in("a.svg", svg_by(kMira)), kMira},
      {"SVG export", in("a.svg", svg_by("", "inkscape:export-filename=\"/data/mlovelace/a.png\"")),
       "mlovelace"},
      {"PostScript", in("a.eps", "%!PS-Adobe-3.0 EPSF-3.0\n%%For: Mira Lovelace\n"), kMira},
      {"document",
       in("a.docx", docx("docProps/core.xml", "<dc:creator>Mira Lovelace</dc:creator>")), kMira},
      {"company", in("a.pptx", docx("docProps/app.xml", "<Company>Lovelace Lab</Company>")),
       "Lovelace Lab"},
      {"remark in a document",
       in("a.docx", docx("word/comments.xml", R"(<w:comment w:id="1" w:author="Mira Lovelace"/>)")),
       kMira},
      {"change in a document",
       in("a.docx", docx("word/document.xml", R"(<w:ins w:id="1" w:author="Mira Lovelace">)")),
       kMira},
      {"remark on a slide",
       in("a.pptx", docx("ppt/commentAuthors.xml", R"(<p:cmAuthor id="1" name="Mira Lovelace"/>)")),
       kMira},
      {"remark in a table",
       in("a.xlsx", docx("xl/comments1.xml", "<author>Mira Lovelace</author>")), kMira},
      {"path of a table",
       in("a.xlsx", docx("xl/workbook.xml", R"(<x15ac:absPath url="C:\Users\mlovelace\x\"/>)")),
       "mlovelace"},
      {"picture in a document", in("a.docx", docx("word/media/a.jpg", jpeg_with(0x013b, kMira))),
       kMira},
      {"PDF", in("a.pdf", pdf_with("/Author (Mira Lovelace)")), kMira},
      {"figure's path in a PDF",
       in("a.pdf", pdf_with_figure("/PTEX.FileName (/home/mlovelace/fig/a.pdf)")), "mlovelace"},
      {"figure's author in a PDF",
       in("a.pdf", pdf_with_figure("/PTEX.InfoDict 8 0 R", "/Author (Mira Lovelace)")), kMira},
      {"remark in a PDF", in("a.pdf", pdf_with_remark()), kMira},
      {"address in a PDF",
       in("a.pdf", pdf_with("", "BT /F1 10 Tf 72 680 Td (mira@nowhere.edu) Tj ET")),
       "mira@nowhere.edu"},
  };
}

std::vector<Planted> controls() {
  return {
      {"nothing", in("a.py", "print(1)\n"), ""},
      {"others' licence", in("third_party/x/LICENSE", "Copyright (c) 2019 Jane Stranger\n"), ""},
      {"vendored package",
       in("node_modules/x/package.json", R"({"author": "Jane Stranger <jane@stranger.org>"})"), ""},
      {"company's licence", in("LICENSE", "Copyright (c) 2023 Google LLC\n"), ""},
      {"anonymous licence", in("LICENSE", "Copyright (c) 2026 Anonymous Authors\n"), ""},
      {"anonymous package", in("setup.py", "setup(\n  author='Anonymous',\n)"), ""},
      {"placeholders", in("CITATION.cff", "authors:\n- family-names: Anonymous\n"), ""},
      {"generic users", in("a.sh", "cd /home/user/x\ncd /home/ubuntu/x\ncd /Users/runner/x\n"), ""},
      {"root's tar", tar_of({{"a.py", "x"}}), ""},
      {"example address", in("README.txt", "Write to you@example.com.\n"), ""},
      {"SVG of a program", in("a.svg", svg_by("Matplotlib v3.8.2, https://matplotlib.org/")), ""},
      {"PNG of a program",
       in("a.png", png_of(png_chunk("tEXt", std::string("Software\0Matplotlib 3.8", 23)))), ""},
      {"camera without owner", in("a.jpg", jpeg_with(0x010f, "Canon")), ""},
      {"anonymous picture", in("a.jpg", jpeg_with(0x013b, "Anonymous")), ""},
      {"document of a program",
       in("a.docx", docx("docProps/core.xml", "<dc:creator>python-docx</dc:creator>")), ""},
      {"anonymous remarks",
       in("a.docx", docx("word/comments.xml", R"(<w:comment w:author="Anonymous Author"/>)")), ""},
      {"anonymous PDF", in("a.pdf", pdf_with("/Author (Anonymous Authors) /Creator (TeX)")), ""},
      {"figure without a home", in("a.pdf", pdf_with_figure("/PTEX.FileName (./fig/a.pdf)")), ""},
      {"route of a program", in("a.py", "route('/home/settings')\n"), ""},
  };
}

std::vector<Json> judge(const std::vector<Planted>& all, const std::string& identities = "") {
  Desk desk;
  std::vector<std::string> arguments = {
      "--pack", desk.write("s.toml", kPack), "--format", "ndjson", "--stage", "submission"};
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string stem = "p/" + std::to_string(1000 + i);
    desk.write(stem + ".pdf", pdf_with(""));
    desk.write(stem + (all[i].archive.starts_with("PK") ? ".zip" : ".tar"), all[i].archive);
  }
  arguments.insert(arguments.begin(), desk.path("p"));
  if (!identities.empty())
    arguments.insert(arguments.end(), {"--identities", desk.write("i.csv", identities)});
  Answer answer = desk.run(arguments);
  INFO(answer.err);
  CHECK(answer.code < 2);
  std::vector<Json> results;
  for (const std::string& line : util::split(answer.out, '\n'))
    if (!line.empty()) results.push_back(Json::parse(line));
  REQUIRE(results.size() == all.size());
  return results;
}

// What is said of the supplement, one a line.
std::string said(const Json& result, const std::string& check = "supplement/") {
  std::string out;
  for (const Json& it : result["findings"])
    if (it["check"].get<std::string>().starts_with(check))
      out += it["message"].get<std::string>() + " " + it.value("evidence", "") + "\n";
  return out;
}

}  // namespace

TEST_CASE("every leak that is planted in a supplement is found", "[supplement]") {
  auto all = leaks();
  auto results = judge(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO(all[i].name << ": " << said(results[i]));
    CHECK(has(said(results[i]), all[i].evidence));
  }
}

TEST_CASE("nobody is accused of what only looks like a leak", "[supplement]") {
  auto all = controls();
  auto results = judge(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO(all[i].name);
    CHECK(said(results[i]).empty());
  }
}

TEST_CASE("known authors are found in all that a supplement tells", "[supplement]") {
  std::vector<Planted> all = {
      {"picture", in("a.jpg", jpeg_with(0x013b, kMira)), kMira},
      {"name", in("mira_lovelace/a.py", "x"), ""},
      {"history", in(".git/logs/HEAD", "0 1 Mira Lovelace <m@x.edu> 16 +0200\tcommit: x\n"), kMira},
      {"nobody", in("a.py", "# Author: Ann Other\n"), ""},
  };
  std::string rows = "paper_id,authors\n";
  for (int i = 1000; i < 1004; ++i) rows += std::to_string(i) + ",Mira Lovelace\n";
  auto results = judge(all, rows);
  for (std::size_t i = 0; i < 3; ++i) {
    INFO(all[i].name);
    CHECK(has(said(results[i], "anonymity/known-author"), "in the supplement"));
  }
  CHECK(said(results[3], "anonymity/known-author").empty());
}
