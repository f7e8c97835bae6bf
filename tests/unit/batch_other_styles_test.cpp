// Whose style a paper is in, told behind the walls, and what becomes of it where packs cannot be
// read.
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "batch/other_styles.hpp"
#include "pack_files.hpp"
#include "packs/search.hpp"

namespace {

// While it lives no file can be opened.
class NoDescriptors {
 public:
  NoDescriptors() {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit none = before_;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }
  NoDescriptors(const NoDescriptors&) = delete;
  NoDescriptors& operator=(const NoDescriptors&) = delete;

 private:
  rlimit before_{};
};

model::Result misstyled() {
  model::Result result;
  result.file.path = "paper.pdf";
  result.pack = model::PackFacts{};
  result.pack->id = "desk-2025";
  result.verdict = model::Verdict::fail;
  result.printed = {"Preprint of the Shelf 2025"};
  model::Finding finding;
  finding.check = "style/template";
  finding.message = "The notice is missing.";
  result.findings = {finding};
  result.checked = {"font/type3"};
  return result;
}

}  // namespace

TEST_CASE("packs are all read, or it is said which one is not", "[batch]") {
  PackFiles files;
  files.write("desk-2025.toml", "id = \"desk-2025\"\n");
  auto read = packs::read_packs(files.path());
  REQUIRE(read);
  CHECK(read->at("desk-2025").bytes != nullptr);
  CHECK(packs::read_packs({std::filesystem::path("/no/such/folder")})->empty());
  NoDescriptors none;
  auto unread = packs::read_packs(files.path());
  REQUIRE_FALSE(unread);
  CHECK(unread.error().message.find("Too many open files") != std::string::npos);
}

TEST_CASE("a paper whose style cannot be told for lack of packs is unjudged, and tried again",
          "[batch]") {
  PackFiles files;
  files.write("desk-2025.toml", "id = \"desk-2025\"\n");
  batch::OtherStyles styles([&] { return files.path(); });
  auto stopped = misstyled();
  {
    NoDescriptors none;
    styles.tell(stopped);
  }
  CHECK(stopped.verdict == model::Verdict::unjudged);
  CHECK(stopped.stopped.starts_with("paper.pdf: the packs that tell its style cannot be read: "));
  CHECK(stopped.findings.empty());
  CHECK(stopped.checked.empty());
  CHECK(stopped.unchecked.size() == 2);

  auto judged = misstyled();
  styles.tell(judged);
  CHECK(judged.verdict == model::Verdict::fail);
  CHECK(judged.findings.size() == 1);
}
