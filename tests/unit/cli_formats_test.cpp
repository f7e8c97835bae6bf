// Where reports for machines go from the command line.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "desk.hpp"

namespace {

struct Summary {
  explicit Summary(const std::string& path) { setenv("GITHUB_STEP_SUMMARY", path.c_str(), 1); }
  ~Summary() { unsetenv("GITHUB_STEP_SUMMARY"); }
};

}  // namespace

TEST_CASE("annotations bring a table into the job's summary, behind what stands there", "[cli]") {
  Desk desk;
  desk.write("paper.pdf", tiny_pdf(3));
  desk.write("pack.toml", page_pack("pack", 2));
  desk.write("summary.md", "# Others\n");
  Summary summary(desk.path("summary.md"));
  std::vector<std::string> arguments = {
      "check", desk.path("paper.pdf"), "--pack", desk.path("pack.toml"), "--format", "github"};
  auto answer = desk.run(arguments);
  CHECK(answer.code == 1);
  CHECK(has(answer.out, "::error file="));
  CHECK(has(answer.out, ",line=1,title=length/total-pages::"));
  CHECK(desk.read("summary.md").starts_with("# Others\n\n\n| Paper |"));
  CHECK(has(desk.read("summary.md"), "| problem | length/total-pages |"));
  auto size = desk.read("summary.md").size();
  arguments.back() = "gitlab";
  desk.run(arguments);
  CHECK(desk.read("summary.md").size() == size);
}

TEST_CASE("a summary that is full is left as it is", "[cli]") {
  Desk desk;
  desk.write("paper.pdf", tiny_pdf(3));
  desk.write("pack.toml", page_pack("pack", 2));
  desk.write("summary.md", std::string((1 << 20) - 20, 'x'));
  Summary summary(desk.path("summary.md"));
  desk.run({"check", desk.path("paper.pdf"), "--pack", desk.path("pack.toml"), "--format",
            "github:" + desk.path("annotations")});
  CHECK(desk.read("summary.md").size() <= (1 << 20));
  CHECK(has(desk.read("annotations"), "::error "));
}

TEST_CASE("a summary that cannot be written is said", "[cli]") {
  Desk desk;
  desk.write("paper.pdf", tiny_pdf(1));
  desk.write("pack.toml", page_pack("pack", 2));
  Summary summary(desk.path("none/summary.md"));
  auto answer = desk.run(
      {"check", desk.path("paper.pdf"), "--pack", desk.path("pack.toml"), "--format", "github"});
  CHECK(answer.code == 3);
  CHECK(has(answer.err, "summary.md"));
}

TEST_CASE("formats with verdicts are not for what is only inspected", "[cli]") {
  Desk desk;
  desk.write("paper.pdf", tiny_pdf(1));
  auto answer = desk.run({"inspect", desk.path("paper.pdf"), "--format", "sarif"});
  CHECK(answer.code == 2);
  CHECK(has(answer.err, "--format knows text, json, ndjson, "));
  CHECK_FALSE(has(answer.err, "junit"));
}
