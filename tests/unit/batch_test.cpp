#include "batch/batch.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "desk.hpp"
#include "tiny_pdf.hpp"

TEST_CASE("folders give their PDFs by name, however deep, and nothing else", "[batch]") {
  Desk desk;
  auto second = desk.write("in/b.pdf", "x");
  auto first = desk.write("in/a/z.PDF", "x");
  desk.write("in/notes.txt", "x");
  std::filesystem::create_directory_symlink(desk.path("in"), desk.path("in/loop"));
  auto inputs = batch::collect({desk.path("in")});
  CHECK(inputs.files == std::vector<std::string>{first, second});
  CHECK(inputs.problems.empty());
}

TEST_CASE("what is not there and what holds no PDF is said", "[batch]") {
  Desk desk;
  desk.write("empty/notes.txt", "x");
  auto inputs = batch::collect({desk.path("gone.pdf"), desk.path("empty")});
  CHECK(inputs.files.empty());
  REQUIRE(inputs.problems.size() == 2);
  CHECK(has(inputs.problems[0].message, "no such file"));
  CHECK(has(inputs.problems[1].message, ".pdf"));
}

TEST_CASE("a file is known by its bytes, and one that cannot be read stops nothing", "[batch]") {
  Desk desk;
  auto pdf = TinyPdf::with_page("BT /F1 12 Tf 72 700 Td (Hello) Tj ET").bytes();
  auto result = batch::inspect(desk.write("paper12.pdf", pdf), {});
  CHECK(result.stopped.empty());
  CHECK(result.file.id == "paper12");
  CHECK(result.file.bytes == pdf.size());
  CHECK(result.file.sha256.size() == 64);
  REQUIRE(result.paper);
  CHECK(result.paper->measured.pages == 1);
  auto gone = batch::check(desk.path("gone.pdf"), {});
  CHECK(has(gone.stopped, "gone.pdf"));
  CHECK(gone.verdict == model::Verdict::unjudged);
}

TEST_CASE("a pipe is refused and not waited for", "[batch]") {
  Desk desk;
  REQUIRE(mkfifo(desk.path("pipe.pdf").c_str(), 0600) == 0);
  auto result = batch::inspect(desk.path("pipe.pdf"), {});
  CHECK(has(result.stopped, "not a regular file"));
}
