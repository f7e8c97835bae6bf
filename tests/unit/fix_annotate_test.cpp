// Marked-up copies: the file's own bytes, and marks where they belong on the page as it is shown.
#include <catch2/catch.hpp>

#include "desk.hpp"
#include "extract/extract.hpp"
#include "fix/annotate.hpp"
#include "tiny_pdf.hpp"

namespace {

const model::Box kBox = {100, 150, 300, 170};

std::string marked(const std::string& pdf, std::vector<fix::Mark> marks) {
  REQUIRE_FALSE(fix::find_annotating_obstacle());
  auto update = fix::annotate(pdf, marks);
  REQUIRE(update);
  return pdf + *update;
}

fix::Mark mark_at(const model::Box& box) {
  fix::Mark mark;
  mark.box = box;
  mark.is_highlight = true;
  mark.words = "Too small, \xc3\xbc and \xf0\x9f\x98\x80";
  return mark;
}

std::string fixture(const std::string& name) {
  return std::string(DESKCHECK_SOURCE) + "/fixtures/" + name;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void check_same_text(const model::Document& before, const model::Document& after) {
  REQUIRE(before.pages.size() == after.pages.size());
  for (std::size_t i = 0; i < before.pages.size(); ++i)
    CHECK(after.pages[i].text.substr(0, before.pages[i].text.size()) == before.pages[i].text);
}

}  // namespace

TEST_CASE("marks lie where the page shows them, however it is turned and cut", "[fix]") {
  for (const char* keys :
       {"/MediaBox [0 0 612 792]", "/MediaBox [0 0 612 792] /Rotate 90",
        "/MediaBox [-20 10 612 792] /Rotate 180", "/MediaBox [0 0 612 792] /Rotate -90",
        "/MediaBox [0 0 612 792] /CropBox [30 40 600 700] /Rotate 90",
        "/MediaBox [0 0 612 792] /CropBox [30 40 600 700] /UserUnit 2"}) {
    INFO(keys);
    std::string pdf = TinyPdf::with_page("BT /F1 10 Tf 72 700 Td (text) Tj ET", "", keys).bytes();
    auto document = extract::read(marked(pdf, {mark_at(kBox), fix::Mark{}}));
    REQUIRE(document.pages.size() == 1);
    CHECK_FALSE(document.repaired);
    CHECK(document.complaints == 0);
    REQUIRE(document.pages[0].annotations.size() == 2);
    const auto& annotation = document.pages[0].annotations[0];
    CHECK(annotation.type == "Highlight");
    CHECK(annotation.author == "deskcheck");
    CHECK(annotation.contents == "Too small, \xc3\xbc and \xf0\x9f\x98\x80");
    CHECK(annotation.box.left == Approx(kBox.left).margin(0.03));
    CHECK(annotation.box.top == Approx(kBox.top).margin(0.03));
    CHECK(annotation.box.right == Approx(kBox.right).margin(0.03));
    CHECK(annotation.box.bottom == Approx(kBox.bottom).margin(0.03));
    CHECK(document.pages[0].annotations[1].box.left == Approx(4).margin(0.03));
  }
}

TEST_CASE("an update keeps what a page had, with either kind of table", "[fix]") {
  for (const char* name : {"neurips-2025/clean-links.pdf", "deepmath-2025/over-limit.pdf"}) {
    std::string pdf = bytes_of(fixture(name));
    std::string copy = marked(pdf, {mark_at(kBox)});
    CHECK(copy.starts_with(pdf));
    CHECK(copy == marked(pdf, {mark_at(kBox)}));
    auto before = extract::read(pdf), after = extract::read(copy);
    check_same_text(before, after);
    CHECK_FALSE(after.repaired);
    CHECK(after.pages[0].links.size() == before.pages[0].links.size());
    CHECK(after.pages[0].annotations.size() == before.pages[0].annotations.size() + 1);
    // Twice, as over a copy that somebody else marked.
    CHECK(extract::read(marked(copy, {mark_at(kBox)})).pages[0].annotations.size() == 2);
  }
}

TEST_CASE("what cannot be marked is said", "[fix]") {
  REQUIRE_FALSE(fix::find_annotating_obstacle());
  auto why = [](const std::string& name) {
    auto update = fix::annotate(bytes_of(fixture("broken/" + name)), {mark_at(kBox)});
    return update ? "" : update.error().message;
  };
  CHECK(why("owner-only.pdf") == "it is encrypted");
  CHECK(why("password.pdf") == "it is encrypted");
  CHECK(why("truncated.pdf") == "it is damaged");
  CHECK(why("text.pdf") == "the file does not begin as a PDF");
}

TEST_CASE("check writes copies of papers with findings alone, by their ids", "[cli]") {
  Desk desk;
  desk.write("in/conf-paper12.pdf", tiny_pdf(3));
  desk.write("in/5.pdf", tiny_pdf(1));
  desk.write("in/7.pdf", bytes_of(fixture("broken/owner-only.pdf")));
  std::string pack = desk.write("desk.toml", page_pack("desk", 2));
  auto check = [&] {
    return desk.run({"check", desk.path("in"), "--pack", pack, "--annotate", desk.path("out")});
  };
  auto answer = check();
  CHECK(answer.code == 1);
  CHECK(has(answer.err, "7.pdf: no marked-up copy: it is encrypted"));
  CHECK_FALSE(std::filesystem::exists(desk.path("out/5.pdf")));
  CHECK_FALSE(std::filesystem::exists(desk.path("out/7.pdf")));
  std::string copy = desk.read("out/12.pdf");
  CHECK(copy.starts_with(tiny_pdf(3)));
  auto document = extract::read(copy);
  REQUIRE_FALSE(document.pages.empty());
  std::string words;
  for (const auto& page : document.pages)
    for (const auto& annotation : page.annotations) words += annotation.contents;
  CHECK(has(words, "At most 2 pages."));
  CHECK(has(words, "Check: length/total-pages"));
  CHECK(check().code == 1);  // its own copy it replaces
  CHECK(desk.read("out/12.pdf") == copy);
}

TEST_CASE("a file that is no marked-up copy is left alone", "[cli]") {
  Desk desk;
  std::string paper = desk.write("conf-paper12.pdf", tiny_pdf(3));
  std::string pack = desk.write("desk.toml", page_pack("desk", 2));
  desk.write("12.pdf", "mine");
  auto answer = desk.run({"check", paper, "--pack", pack, "--annotate", desk.path("")});
  CHECK(answer.code == 3);
  CHECK(has(answer.err, "12.pdf is there already"));
  CHECK(desk.read("12.pdf") == "mine");
  CHECK(desk.run({"check", "-", "--pack", pack, "--annotate", desk.path("o")}).code == 2);
}

TEST_CASE("papers that an earlier run judged, and what compares papers, are marked too", "[cli]") {
  Desk desk;
  desk.write("in/1.pdf", tiny_pdf(3));
  desk.write("in/2.pdf", tiny_pdf(3));
  std::string pack = desk.write("desk.toml", page_pack("desk", 4) +
                                                 "[rule.same]\ncheck = \"batch/duplicate-file\"\n"
                                                 "severity = \"warning\"\n");
  std::vector<std::string> check = {"check",      desk.path("in"),
                                    "--pack",     pack,
                                    "--format",   "ndjson:" + desk.path("r.ndjson"),
                                    "--jobs",     "1",
                                    "--annotate", desk.path("out")};
  REQUIRE(desk.run(check).code == 0);
  const std::string copy = desk.read("out/1.pdf");
  REQUIRE(copy.starts_with(tiny_pdf(3)));
  auto page = extract::read(copy).pages.at(0);
  REQUIRE(page.annotations.size() == 1);
  CHECK(has(page.annotations[0].contents, "Check: batch/duplicate-file"));
  std::filesystem::remove_all(desk.path("out"));
  check.push_back("--resume");
  REQUIRE(desk.run(check).code == 0);
  CHECK(desk.read("out/1.pdf") == copy);
  CHECK(std::filesystem::exists(desk.path("out/2.pdf")));
}

TEST_CASE("no paper is written over by a marked-up copy, though it is one itself", "[cli]") {
  Desk desk;
  std::string pack = desk.write("desk.toml", page_pack("desk", 2));
  const std::string paper = marked(tiny_pdf(3), {mark_at(kBox)});
  std::string path = desk.write("in/12.pdf", paper);
  desk.write("list.csv", "paper_id,file\n12,in/12.pdf\n");
  for (const std::string& given : {path, desk.path("in"), desk.path("list.csv")}) {
    auto answer = desk.run({"check", given, "--pack", pack, "--annotate", desk.path("in")});
    CHECK(answer.code == (given == desk.path("in") ? 2 : 3));
    CHECK(has(answer.err, "judged"));
    CHECK(desk.read("in/12.pdf") == paper);
  }
  auto below = desk.run(
      {"check", desk.path("in"), "--pack", pack, "--annotate", desk.path("in/marked/new")});
  CHECK(below.code == 2);
  CHECK_FALSE(std::filesystem::exists(desk.path("in/marked")));
}

TEST_CASE("copies have names that stay, however long ids are", "[cli]") {
  Desk desk;
  std::string pack = desk.write("desk.toml", page_pack("desk", 2));
  desk.write("1.pdf", tiny_pdf(3));
  desk.write("2.pdf", tiny_pdf(3));
  const std::string id(300, 'z');
  desk.write("list.csv", "paper_id,file\na/b,1.pdf\na_b,2.pdf\n" + id + ",2.pdf\n..,1.pdf\n");
  auto check = [&] {
    return desk.run({"check", desk.path("list.csv"), "--pack", pack, "--annotate", desk.path("out"),
                     "--quiet"});
  };
  CHECK(check().code == 1);
  for (const std::string& name :
       {std::string("a_b"), std::string("a_b-2"), std::string("_.."), id.substr(0, 200)})
    CHECK(std::filesystem::exists(desk.path("out/" + name + ".pdf")));
  const std::string other = desk.read("out/a_b-2.pdf");
  desk.write("1.pdf", tiny_pdf(1));
  auto answer = check();
  CHECK(answer.code == 1);
  CHECK(has(answer.err, "a_b.pdf is of an earlier run"));
  CHECK(desk.read("out/a_b-2.pdf") == other);
}

TEST_CASE("papers that are clean hide none behind them from being marked", "[cli]") {
  Desk desk;
  std::string pack = desk.write("desk.toml", page_pack("desk", 2));
  for (int i = 100; i < 140; ++i)
    desk.write("in/" + std::to_string(i) + ".pdf", tiny_pdf(i == 139 ? 3 : 1));
  auto answer = desk.run(
      {"check", desk.path("in"), "--pack", pack, "--annotate", desk.path("out"), "--in-process"});
  CHECK(answer.code == 1);
  CHECK(std::filesystem::exists(desk.path("out/139.pdf")));
}

TEST_CASE("what belongs to a page that is not there is marked on the first", "[fix]") {
  std::vector<fix::Mark> marks(30);
  marks[3].page = 9;
  auto document = extract::read(marked(tiny_pdf(2), marks));
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].annotations.size() == 30);
  for (const auto& it : document.pages[0].annotations) CHECK(it.box.right < 400);
}
