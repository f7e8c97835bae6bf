#include "judge/judge.hpp"

#include <catch2/catch.hpp>

#include "judge/summing.hpp"

namespace {

model::Rule pages_rule(const std::string& id, long long most, model::Severity severity) {
  model::Rule rule;
  rule.id = id;
  rule.check = "length/total-pages";
  rule.severity = severity;
  rule.with.set("max", most);
  rule.cite = model::Cite{"No more than that.", "https://example.org/call", "2026-11-21"};
  return rule;
}

model::Result of_pages(int pages) {
  model::Result result;
  result.paper.emplace().measured.pages = pages;
  return result;
}

}  // namespace

TEST_CASE("the verdict follows the strongest finding", "[judge]") {
  model::Pack pack;
  pack.rules = {pages_rule("cap", 2, model::Severity::error)};
  CHECK(judge::judge(of_pages(2), pack).verdict == model::Verdict::pass);
  CHECK(judge::judge(of_pages(3), pack).verdict == model::Verdict::fail);
  pack.rules[0].severity = model::Severity::warning;
  CHECK(judge::judge(of_pages(3), pack).verdict == model::Verdict::pass);
  pack.rules[0].for_person = true;
  CHECK(judge::judge(of_pages(3), pack).verdict == model::Verdict::review);
  pack.rules[0].severity = model::Severity::note;
  CHECK(judge::judge(of_pages(3), pack).verdict == model::Verdict::pass);
}

TEST_CASE("findings carry their rule's authority, errors come first", "[judge]") {
  model::Pack pack;
  pack.rules = {pages_rule("soft", 1, model::Severity::warning),
                pages_rule("hard", 2, model::Severity::error)};
  pack.rules[1].fix = "Cut it.";
  auto result = judge::judge(of_pages(3), pack);
  REQUIRE(result.findings.size() == 2);
  CHECK(result.findings[0].rule == "hard");
  CHECK(result.findings[0].fix == "Cut it.");
  CHECK(result.findings[0].cite->url == "https://example.org/call");
  CHECK(result.findings[0].check == "length/total-pages");
  CHECK(result.findings[0].fingerprint != result.findings[1].fingerprint);
  CHECK(result.checked.empty());
}

TEST_CASE("a check that found nothing in any of its rules is listed as checked", "[judge]") {
  model::Pack pack;
  pack.rules = {pages_rule("soft", 1, model::Severity::warning),
                pages_rule("hard", 9, model::Severity::error)};
  CHECK(judge::judge(of_pages(1), pack).checked == std::vector<std::string>{"length/total-pages"});
  CHECK(judge::judge(of_pages(3), pack).checked.empty());
}

TEST_CASE("a fingerprint does not move with the numbers", "[judge]") {
  model::Pack pack;
  pack.rules = {pages_rule("hard", 2, model::Severity::error)};
  CHECK(judge::judge(of_pages(3), pack).findings[0].fingerprint ==
        judge::judge(of_pages(14), pack).findings[0].fingerprint);
}

TEST_CASE("a fingerprint does not move with what is counted, nor with what a limit meets",
          "[judge]") {
  auto prints = [](const std::string& check, std::vector<std::string> messages,
                   const std::string& evidence = "") {
    std::vector<model::Finding> findings(messages.size());
    for (std::size_t i = 0; i < messages.size(); ++i) {
      findings[i].check = check;
      findings[i].message = messages[i];
      findings[i].evidence = evidence;
    }
    judge::add_fingerprints(findings);
    std::vector<std::string> all;
    for (const auto& finding : findings) all.push_back(finding.fingerprint);
    return all;
  };
  CHECK(prints("layout/margins", {"1 line on page 3 stands outside."}) ==
        prints("layout/margins", {"12 lines on pages 3, 4 and 7 stand outside."}));
  CHECK(prints("layout/margins", {"A line stands outside."}) !=
        prints("layout/margins", {"A table stands outside."}));
  CHECK(prints("length/main-pages", {"9 pages and 1 line"}, "We hope") ==
        prints("length/main-pages", {"9 pages and 5 lines"}, "something else"));
  CHECK(prints("layout/margins", {""}, "We hope") != prints("layout/margins", {""}, "something"));
  // Each has its own, however alike they are.
  auto twice = prints("layout/margins", {"A line on page 3.", "A line on page 4."});
  CHECK(twice[0] != twice[1]);
}

TEST_CASE("nothing passes in silence on a file that could not be read", "[judge]") {
  model::Pack pack;
  pack.rules = {pages_rule("hard", 2, model::Severity::error)};
  auto result = of_pages(0);
  result.paper->document.failure = model::Failure{model::FailureKind::damaged, "cut off"};
  result = judge::judge(result, pack);
  CHECK(result.verdict == model::Verdict::unjudged);
  CHECK(result.checked.empty());
  REQUIRE(result.unchecked.size() == 1);
  CHECK(result.unchecked[0].why == "the file could not be read");
}

TEST_CASE("a file that could be read in part passes nothing, and can still fail", "[judge]") {
  model::Pack pack;
  pack.rules = {pages_rule("hard", 2, model::Severity::error)};
  auto result = of_pages(1);
  result.paper->document.truncated = true;
  result = judge::judge(result, pack);
  CHECK(result.verdict == model::Verdict::review);
  CHECK(result.checked.empty());
  REQUIRE(result.unchecked.size() == 1);
  CHECK(result.unchecked[0].why == "a part of the file could not be read");
  result = of_pages(3);
  result.paper->document.truncated = true;
  CHECK(judge::judge(result, pack).verdict == model::Verdict::fail);
}

TEST_CASE("where the tool stopped there is no verdict", "[judge]") {
  model::Result result;
  result.stopped = "paper.pdf: Permission denied";
  CHECK(judge::judge(result, {}).verdict == model::Verdict::unjudged);
}

TEST_CASE("what a pack cannot judge is listed once", "[judge]") {
  model::Pack pack;
  pack.gaps = {{"font/body-size", "the style file is not public", {}, {}, {}},
               {"font/body-size", "the style file is not public", {}, {}, {}}};
  CHECK(judge::judge(of_pages(1), pack).unchecked.size() == 1);
}

TEST_CASE("a paper that could not be read says why at every check", "[judge]") {
  model::Pack pack;
  pack.rules = {pages_rule("a", 2, model::Severity::error),
                pages_rule("b", 3, model::Severity::error)};
  model::Result result;
  result.stopped = "gone.pdf: no such file or folder";
  result = judge::judge(std::move(result), pack);
  CHECK(result.verdict == model::Verdict::unjudged);
  REQUIRE(result.unchecked.size() == 1);
  CHECK(result.unchecked[0].check == "length/total-pages");
  CHECK(result.unchecked[0].why == "gone.pdf: no such file or folder");
}
