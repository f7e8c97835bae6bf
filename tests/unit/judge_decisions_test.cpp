#include "judge/decisions.hpp"

#include <catch2/catch.hpp>

#include "judge/selection.hpp"
#include "judge/summing.hpp"

namespace {

using model::Verdict;

const std::string kToday = "2026-11-28";

model::Finding finding(const std::string& check, int page, const std::string& fingerprint) {
  model::Finding it;
  it.check = check;
  it.rule = "rule";
  it.page = page;
  it.fingerprint = fingerprint;
  return it;
}

model::Result paper(const std::string& path, const std::string& id,
                    std::vector<model::Finding> findings) {
  model::Result result;
  result.pack.emplace().id = "desk";
  result.file.path = path;
  result.file.id = id;
  result.paper.emplace();
  result.findings = std::move(findings);
  result.verdict = judge::sum_up(result.findings, false);
  return result;
}

model::Decision waiver(const std::string& check) {
  model::Decision it;
  it.check = check;
  it.ruling.reason = "agreed";
  it.place = "waivers.toml:1";
  return it;
}

judge::Decisions decisions(std::vector<model::Decision> all) {
  judge::Decisions::Sources sources;
  sources.decided = std::move(all);
  return {std::move(sources), kToday};
}

model::Result decided(std::vector<model::Decision> all, model::Result result) {
  decisions(std::move(all)).apply(result);
  return result;
}

}  // namespace

TEST_CASE("a waived finding stays and does not count", "[judge]") {
  auto result = paper("a.pdf", "a", {finding("layout/margins", 3, "f1")});
  CHECK(result.verdict == Verdict::fail);
  result = decided({waiver("layout/margins")}, result);
  CHECK(result.verdict == Verdict::pass);
  REQUIRE(result.findings.size() == 1);
  REQUIRE(result.findings[0].waived);
  CHECK(result.findings[0].waived->reason == "agreed");
  // Doing it again with other decisions leaves nothing of the first ones.
  result = decided({}, result);
  CHECK(result.verdict == Verdict::fail);
  CHECK(!result.findings[0].waived);
}

TEST_CASE("a decision is about what it names", "[judge]") {
  auto result = paper("up/5/x.pdf", "5",
                      {finding("layout/margins", 3, "f1"), finding("layout/margins", 4, "f2"),
                       finding("layout/columns", 3, "f3"), finding("font/type3", 3, "f4")});
  auto waived = [&](const model::Decision& decision) {
    std::string all;
    for (const auto& it : decided({decision}, result).findings)
      if (it.waived) all += it.fingerprint;
    return all;
  };
  CHECK(waived(waiver("layout/")) == "f1f2f3");
  CHECK(waived(waiver("layout/margins")) == "f1f2");
  auto narrow = waiver("layout/");
  narrow.page = 3;
  CHECK(waived(narrow) == "f1f3");
  narrow.fingerprint = "f3";
  CHECK(waived(narrow) == "f3");
  for (const char* name : {"5", "up/5/x.pdf", "5/x.pdf", "x.pdf"}) {
    narrow.paper = name;
    CHECK(waived(narrow) == "f3");
  }
  for (const char* name : {"6", "5/y.pdf", "/x.pdf", "pdf"}) {
    narrow.paper = name;
    CHECK(waived(narrow).empty());
  }
}

TEST_CASE("a decision holds to the end of its last day, and is missed after that", "[judge]") {
  auto result = paper("a.pdf", "a", {finding("layout/margins", 3, "f1")});
  auto last_day = waiver("layout/margins");
  last_day.ruling.until = kToday;
  CHECK(decided({last_day}, result).verdict == Verdict::pass);
  last_day.ruling.until = "2026-11-27";
  auto over = decisions({last_day});
  over.apply(result);
  CHECK(result.verdict == Verdict::fail);
  REQUIRE(over.remarks(true).size() == 1);
  CHECK(
      over.remarks(true)[0] ==
      "waivers.toml:1: this waiver of layout/margins held until 2026-11-27 and does not any more");
}

TEST_CASE("what meets no finding is said when all papers were seen", "[judge]") {
  auto elsewhere = waiver("layout/margins");
  elsewhere.paper = "b";
  auto idle = waiver("font/");
  auto all = decisions({waiver("layout/"), elsewhere, idle});
  auto result = paper("a.pdf", "a", {finding("layout/margins", 3, "f1")});
  all.apply(result);
  CHECK(all.remarks(false) ==
        std::vector<std::string>{"waivers.toml:1: this waiver of font/ meets no finding"});
  CHECK(all.remarks(true).size() == 2);
  CHECK(all.remarks(true)[0] ==
        "waivers.toml:1: this waiver of layout/margins meets no finding, nor a paper");
}

TEST_CASE("a finding that a person confirms counts as proven", "[judge]") {
  auto doubtful = finding("layout/margins", 3, "f1");
  doubtful.outcome = model::Outcome::undecided;
  auto result = paper("a.pdf", "a", {doubtful});
  CHECK(result.verdict == Verdict::review);
  auto confirmed = waiver("layout/margins");
  confirmed.confirms = true;
  CHECK(decided({confirmed}, result).verdict == Verdict::fail);
  // A warning that the pack leaves to a person, too; any other warning stays one.
  doubtful.outcome = model::Outcome::failed;
  doubtful.severity = model::Severity::warning;
  CHECK(decided({confirmed}, paper("a.pdf", "a", {doubtful})).verdict == Verdict::pass);
  doubtful.for_person = true;
  CHECK(decided({confirmed}, paper("a.pdf", "a", {doubtful})).verdict == Verdict::fail);
}

TEST_CASE("of several decisions the one that names most holds, of equals the last", "[judge]") {
  auto general = waiver("layout/"), particular = waiver("layout/margins");
  particular.confirms = true;
  particular.fingerprint = "f1";
  auto result = paper("a.pdf", "a", {finding("layout/margins", 3, "f1")});
  for (const auto& all : {std::vector{general, particular}, {particular, general}}) {
    CHECK(decided(all, result).findings[0].confirmed);
    CHECK(!decided(all, result).findings[0].waived);
  }
  auto later = waiver("layout/margins");
  later.ruling.reason = "later";
  CHECK(decided({general, later}, result).findings[0].waived->reason == "later");
}

TEST_CASE("an unreadable file stays unjudged whatever is waived", "[judge]") {
  auto result = paper("a.pdf", "a", {finding("file/unreadable", 1, "f1")});
  result.verdict = Verdict::unjudged;
  result = decided({waiver("file/unreadable")}, result);
  CHECK(result.findings[0].waived);
  CHECK(result.verdict == Verdict::unjudged);
}

TEST_CASE("what a baseline has of the same paper does not count", "[judge]") {
  judge::Decisions::Sources sources;
  auto& baseline = sources.baseline.emplace();
  baseline.add(paper("up/1.pdf", "1", {finding("layout/margins", 3, "f1")}));
  baseline.add(paper("up/2.pdf", "2", {finding("font/type3", 1, "f2")}));
  baseline.add(paper("a/main.pdf", "main", {finding("font/type3", 1, "f3")}));
  baseline.add(paper("b/main.pdf", "main", {}));
  judge::Decisions known(std::move(sources), kToday);
  auto verdict = [&](const std::string& path, const std::string& id, const std::string& what) {
    auto result = paper(path, id, {finding("layout/margins", 7, what)});
    known.apply(result);
    return result.verdict;
  };
  CHECK(verdict("up/1.pdf", "1", "f1") == Verdict::pass);
  CHECK(verdict("elsewhere/1.pdf", "1", "f1") == Verdict::pass);
  CHECK(verdict("up/1.pdf", "1", "f2") == Verdict::fail);
  CHECK(verdict("up/2.pdf", "2", "f1") == Verdict::fail);
  CHECK(verdict("a/main.pdf", "main", "f3") == Verdict::pass);
  // Which of the two papers of that name it was, nobody can tell.
  CHECK(verdict("c/main.pdf", "main", "f3") == Verdict::fail);
}

TEST_CASE("the longer beginning selects or ignores a check", "[judge]") {
  judge::Selection selection;
  CHECK(judge::has(selection, "layout/margins"));
  selection.ignore = {"layout/"};
  CHECK(!judge::has(selection, "layout/margins"));
  CHECK(judge::has(selection, "font/type3"));
  selection.select = {"layout/margins"};
  CHECK(judge::has(selection, "layout/margins"));
  CHECK(!judge::has(selection, "layout/columns"));
  CHECK(!judge::has(selection, "font/type3"));
  selection.ignore = {"layout/margins"};
  CHECK(!judge::has(selection, "layout/margins"));
}

TEST_CASE("rules that are not selected become gaps", "[judge]") {
  model::Pack pack;
  pack.rules.resize(3);
  pack.rules[0].check = pack.rules[1].check = "layout/margins";
  pack.rules[2].check = "font/type3";
  auto selected = judge::selected(pack, {{"font/"}, {}});
  REQUIRE(selected.rules.size() == 1);
  REQUIRE(selected.gaps.size() == 1);
  CHECK(selected.gaps[0].check == "layout/margins");
  CHECK(selected.gaps[0].why == "not selected (--select, --ignore)");
}
