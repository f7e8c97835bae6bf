// The command that writes a pack from samples, tried on our own papers.
#include <catch2/catch.hpp>

#include "desk.hpp"

namespace {

std::string fixture(const std::string& name) {
  return std::string(DESKCHECK_SOURCE) + "/fixtures/" + name + ".pdf";
}

std::string rules() {
  return std::string(DESKCHECK_SOURCE) + "/rules";
}

Answer learn_into(const Desk& desk, const std::string& pack,
                  const std::vector<std::string>& samples) {
  std::vector<std::string> arguments = {"learn", "-o", desk.path(pack), "--packs", rules()};
  arguments.insert(arguments.end(), samples.begin(), samples.end());
  return desk.run(arguments);
}

// Judged at the stage, with warnings counting as errors do.
Answer judge(const Desk& desk, const std::string& pack, const std::string& paper,
             const std::string& stage = "submission") {
  return desk.run({"check", fixture(paper), "--pack", desk.path(pack), "--packs", rules(),
                   "--stage", stage, "--fail-on", "warning"});
}

}  // namespace

TEST_CASE("a paper keeps what was learned from it, and a spoilt one does not", "[cli]") {
  struct Style {
    std::string name;
    std::vector<std::pair<std::string, std::string>> faults;  // and the check that finds each
  };
  const Style styles[] = {
      {"neurips-2025", {{"line-spacing-tight", "layout/line-spacing"}}},
      {"aaai-2026", {{"body-size-9pt", "font/body-size"}}},
      {"acm-sigplan",
       {{"line-spacing-tight", "layout/line-spacing"}, {"text-block-wide", "layout/text-block"}}},
      {"acm-small",
       {{"body-size-9pt", "font/body-size"}, {"line-spacing-tight", "layout/line-spacing"}}},
      {"aistats-2026", {{"page-size-a4", "layout/page-size"}}},
  };
  for (const Style& style : styles) {
    INFO(style.name);
    Desk desk;
    auto learned = learn_into(desk, "style.toml", {fixture(style.name + "/clean") + "=submission"});
    CHECK(learned.err == "");
    REQUIRE(learned.code == 0);
    CHECK(desk.run({"packs", "check", desk.path("style.toml"), "--packs", rules()}).code == 0);
    CHECK(judge(desk, "style.toml", style.name + "/clean").code == 0);
    for (const auto& [paper, check] : style.faults) {
      INFO(paper);
      auto answer = judge(desk, "style.toml", style.name + "/" + paper);
      CHECK(answer.code == 1);
      CHECK(has(answer.out, "Check        " + check));
    }
  }
}

TEST_CASE("words of one stage go to that stage", "[cli]") {
  Desk desk;
  auto learned = learn_into(desk, "two.toml",
                            {fixture("neurips-2025/clean") + "=submission",
                             fixture("neurips-2025/camera-ready") + "=camera-ready"});
  REQUIRE(learned.code == 0);
  CHECK(judge(desk, "two.toml", "neurips-2025/clean").code == 0);
  CHECK(judge(desk, "two.toml", "neurips-2025/camera-ready", "camera-ready").code == 0);
  CHECK(judge(desk, "two.toml", "neurips-2025/camera-ready").code == 1);
  std::string text = desk.read("two.toml");
  CHECK(has(text, "stages = [\"submission\", \"camera-ready\"]"));
  CHECK(has(text, "{ordinal} Conference on Neural Information Processing Systems"));
  CHECK(has(text, "year = 2025"));
  CHECK(has(text, "# ask: how many pages may the main part have?"));
}

TEST_CASE("a pack replaces no file unless it is told to", "[cli]") {
  Desk desk;
  desk.write("style.toml", "mine");
  std::string sample = fixture("aaai-2026/clean");
  auto refused = learn_into(desk, "style.toml", {sample});
  CHECK(refused.code == 2);
  CHECK(has(refused.err, "say --overwrite to replace it"));
  CHECK(desk.read("style.toml") == "mine");
  CHECK(
      desk.run({"learn", sample, "-o", desk.path("style.toml"), "--overwrite", "--packs", rules()})
          .code == 0);
  CHECK(has(desk.read("style.toml"), "id = \"style\""));
}

TEST_CASE("what cannot be learned from is named", "[cli]") {
  Desk desk;
  auto learn = [&](const std::string& sample) {
    return desk.run({"learn", sample, "--packs", rules()});
  };
  CHECK(has(learn(desk.path("none.pdf")).err, "none.pdf"));
  CHECK(learn(desk.path("none.pdf")).code == 2);
  CHECK(has(learn(desk.path("")).err, "a sample is one PDF"));
  CHECK(learn(desk.path("")).code == 2);
  auto stage = learn("a.pdf=submision");
  CHECK(stage.code == 2);
  CHECK(has(stage.err, "did you mean submission?"));
  auto broken = learn(desk.write("broken.pdf", "no PDF"));
  CHECK(broken.code == 3);
  CHECK(has(broken.err, "broken.pdf"));
  CHECK(broken.out.empty());
  auto blank = learn(desk.write("blank.pdf", tiny_pdf(1)));
  CHECK(blank.code == 3);
  CHECK(has(blank.err, "no text that could be measured"));
  std::string sample = fixture("aaai-2026/clean");
  auto twice = desk.run({"learn", sample + "=submission", sample, "--packs", rules()});
  CHECK(twice.code == 2);
  CHECK(has(twice.err, "clean.pdf: the same file as "));
  auto nowhere = desk.run({"learn", sample, "-o", desk.path("no/x.toml"), "--packs", rules()});
  CHECK(nowhere.code == 2);
  CHECK(has(nowhere.err, "no/x.toml: No such file or directory"));
  auto locked =
      desk.write("locked.pdf", tiny_pdf(1, "/Encrypt <</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>"));
  CHECK(learn(locked).code == 3);
  CHECK(has(learn(locked).err, "locked.pdf: "));
  auto name = desk.run({"learn", "a.pdf", "-o", "My Pack.toml", "--packs", rules()});
  CHECK(name.code == 2);
  CHECK(has(name.err, "the file's name is the pack's"));
}

TEST_CASE("a reference adds its geometry where the pack has none", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 30));
  auto run = [&](const std::string& paper) {
    return desk.run({"check", fixture(paper), "--pack", pack, "--packs", rules(), "--reference",
                     fixture("acm-sigplan/clean")});
  };
  CHECK(run("acm-sigplan/clean").code == 0);
  auto spoilt = run("acm-sigplan/line-spacing-tight");
  CHECK(spoilt.code == 1);
  CHECK(has(spoilt.out, "layout/line-spacing"));
  CHECK(has(spoilt.out, "Measured in the reference clean.pdf."));
  auto missing = desk.run({"check", fixture("acm-sigplan/clean"), "--pack", pack, "--packs",
                           rules(), "--reference", desk.path("none.pdf")});
  CHECK(missing.code == 2);
  auto broken = desk.run({"check", fixture("acm-sigplan/clean"), "--pack", pack, "--packs", rules(),
                          "--reference", desk.write("broken.pdf", "no PDF")});
  CHECK(broken.code == 3);
  CHECK(has(broken.err, "broken.pdf: "));
  CHECK(broken.out.empty());
}
