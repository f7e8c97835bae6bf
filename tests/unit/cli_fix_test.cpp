// The command that rewrites a paper, from outside.
#include <catch2/catch.hpp>

#include "desk.hpp"

namespace {

std::string fixture(const std::string& name) {
  return std::string(DESKCHECK_SOURCE) + "/fixtures/" + name + ".pdf";
}

const std::string kNamed = "neurips-2025/metadata-author";

}  // namespace

TEST_CASE("fix writes a clean file and says what it removed and what stays", "[cli]") {
  Desk desk;
  auto answer = desk.run({"fix", fixture(kNamed), "-o", desk.path("clean.pdf")});
  CHECK(answer.err == "");
  CHECK(answer.code == 0);
  CHECK(has(answer.out, "the same to the pixel and to the letter\nremoved:\n"));
  CHECK(has(answer.out, " entries of document information: Author, "));
  CHECK(has(answer.out, "stays:\n  what pages show"));
  CHECK(desk.read("clean.pdf").starts_with("%PDF-"));
}

TEST_CASE("fix never touches the paper itself, nor another file unasked", "[cli]") {
  Desk desk;
  std::string paper = desk.write("paper.pdf", tiny_pdf(1));
  auto answer = desk.run({"fix", paper, "-o", paper, "--overwrite"});
  CHECK(answer.code == 2);
  CHECK(has(answer.err, "is the paper itself"));
  CHECK(desk.read("paper.pdf") == tiny_pdf(1));
  std::string other = desk.write("other.pdf", "mine");
  answer = desk.run({"fix", fixture(kNamed), "-o", other});
  CHECK(answer.code == 2);
  CHECK(has(answer.err, "--overwrite"));
  CHECK(desk.read("other.pdf") == "mine");
  CHECK(desk.run({"fix", fixture(kNamed), "-o", other, "--overwrite"}).code == 0);
  CHECK(desk.read("other.pdf") != "mine");
}

TEST_CASE("fix says what is missing or wrong before it begins", "[cli]") {
  Desk desk;
  CHECK(has(desk.run({"fix", fixture(kNamed)}).err, "-o FILE"));
  CHECK(desk.run({"fix", fixture(kNamed)}).code == 2);
  CHECK(desk.run({"fix", fixture(kNamed), "-o", "-"}).code == 2);
  CHECK(desk.run({"fix", desk.path("none.pdf"), "-o", desk.path("a.pdf")}).code == 2);
  CHECK(desk.run({"fix", fixture(kNamed), "-o", desk.path("no/where.pdf")}).code == 2);
}

TEST_CASE("a file that cannot be rewritten leaves none behind", "[cli]") {
  Desk desk;
  auto answer = desk.run({"fix", fixture("broken/owner-only"), "-o", desk.path("a.pdf")});
  CHECK(answer.code == 3);
  CHECK(has(answer.err, "it is encrypted; save it without a password"));
  answer = desk.run({"fix", fixture("broken/truncated"), "-o", desk.path("a.pdf")});
  CHECK(answer.code == 3);
  CHECK(has(answer.err, "nothing was written"));
  CHECK_FALSE(std::filesystem::exists(desk.path("a.pdf")));
}

TEST_CASE("fix tells programs as JSON", "[cli]") {
  Desk desk;
  auto answer = desk.run({"fix", fixture(kNamed), "-o", desk.path("a.pdf"), "--format", "json"});
  CHECK(answer.code == 0);
  CHECK(has(answer.out, "\"kind\": \"document-information\""));
  CHECK(has(answer.out, "\"stays\": []"));
  answer = desk.run({"fix", fixture(kNamed), "-o", desk.path("b.pdf"), "--format", "ndjson"});
  CHECK(answer.code == 2);
  CHECK_FALSE(std::filesystem::exists(desk.path("b.pdf")));
}

TEST_CASE("with a pack fix tells the names that pages still show", "[cli]") {
  Desk desk;
  std::string rules = std::string(DESKCHECK_SOURCE) + "/rules";
  auto fix = [&](const std::string& paper) {
    return desk.run({"fix", fixture(paper), "-o", desk.path("a.pdf"), "--overwrite", "--packs",
                     rules, "--pack", "neurips-2025"});
  };
  auto answer = fix("neurips-2025/authors-named");
  CHECK(answer.code == 1);
  CHECK(has(answer.out, "anonymity/author-block"));
  answer = fix(kNamed);
  CHECK(answer.code == 0);
  CHECK_FALSE(has(answer.out, "length/"));
}
