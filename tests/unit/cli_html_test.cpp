// Pictures of pages in HTML: drawn of the paper that was judged, and of nothing else.
#include <catch2/catch.hpp>

#include "batch_zips.hpp"
#include "cli/page_pictures.hpp"
#include "desk.hpp"
#include "util/sha256.hpp"

namespace {

namespace fs = std::filesystem;

const std::string kPaper = DESKCHECK_SOURCE "/fixtures/deepmath-2025/over-limit.pdf";
const std::vector<std::string> kPack = {"--pack", "deepmath-2025", "--packs",
                                        DESKCHECK_SOURCE "/rules"};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Answer check(const Desk& desk, std::vector<std::string> words) {
  words.insert(words.begin(), "check");
  words.insert(words.end(), kPack.begin(), kPack.end());
  return desk.run(words);
}

model::Result judged(const std::string& path) {
  model::Result result;
  result.file.path = path;
  result.file.sha256 = util::sha256(bytes_of(kPaper));
  return result;
}

const std::string kPicture = "href=\"data:image/png;base64,";

}  // namespace

TEST_CASE("a page with a finding is drawn, however its paper is given", "[cli]") {
  Desk desk;
  CHECK(has(check(desk, {kPaper, "--format", "html"}).out, kPicture));
  CHECK(has(check(desk, {kPaper, "--format", "html", "--in-process"}).out, kPicture));
  desk.write("uploads.zip", zip_of({{"5/x.pdf", bytes_of(kPaper)}, {"6/y.pdf", tiny_pdf(1)}}));
  CHECK(has(check(desk, {desk.path("uploads.zip"), "--format", "html"}).out, kPicture));
  fs::copy_file(kPaper, desk.path("x.pdf"));
  desk.write("papers.csv", "paper_id,file\n5,x.pdf\n");
  CHECK(has(check(desk, {desk.path("papers.csv"), "--format", "html"}).out, kPicture));
}

TEST_CASE("who wants no pictures, or must see none, gets outlines", "[cli]") {
  Desk desk;
  for (std::vector<std::string> words :
       {std::vector<std::string>{"--no-pictures"}, {"--audience", "blind"}}) {
    words.insert(words.begin(), {kPaper, "--format", "html"});
    Answer answer = check(desk, words);
    CHECK(answer.code == 1);
    CHECK_FALSE(has(answer.out, "data:image"));
    CHECK(has(answer.out, "<svg class=\"outline\""));
  }
}

TEST_CASE("stored results are drawn of the very file that was judged", "[cli]") {
  Desk desk;
  fs::copy_file(kPaper, desk.path("x.pdf"));
  std::string stored = desk.path("results.ndjson");
  check(desk, {desk.path("x.pdf"), "--format", "ndjson:" + stored});
  auto report = [&] { return desk.run({"report", stored, "--format", "html"}).out; };
  CHECK(has(report(), kPicture));
  desk.write("x.pdf", bytes_of(kPaper) + "\n");
  CHECK_FALSE(has(report(), kPicture));
  CHECK(has(report(), "the PDF that was judged is not at hand"));
  fs::remove(desk.path("x.pdf"));
  CHECK(has(report(), "the PDF that was judged is not at hand"));
}

TEST_CASE("paths of forged results lead nowhere", "[cli]") {
  cli::DrawnPages pages({});
  Desk desk;
  fs::copy_file(kPaper, desk.path("x.pdf"));
  desk.write("list.csv", "paper_id,file\n5,x.pdf\n");
  REQUIRE(pages.draw(judged(desk.path("x.pdf")), {1})[0].missing.empty());
  for (const char* path : {"", "list.csv", "/dev/zero", "none.pdf"})
    CHECK_FALSE(
        pages.draw(judged(path[0] == '/' ? path : desk.path(path)), {1})[0].missing.empty());
  CHECK_FALSE(pages.draw(judged("-"), {1})[0].missing.empty());
}

TEST_CASE("a page that cannot be drawn says why, and the next is not tried", "[cli]") {
  batch::RunOptions options;
  options.wall_seconds = 0;
  auto drawn = cli::DrawnPages(options).draw(judged(kPaper), {1, 2});
  REQUIRE(drawn.size() == 2);
  CHECK(has(drawn[0].missing, "could not be drawn"));
  CHECK(has(drawn[1].missing, "another page could not be"));
  drawn = cli::DrawnPages({}).draw(judged(kPaper), {3});
  CHECK(drawn[0].missing == "could not be drawn");
}
