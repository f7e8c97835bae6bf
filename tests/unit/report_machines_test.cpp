// The formats for machines: what each may never do with what a paper says.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "report/cells.hpp"
#include "report/place.hpp"
#include "report/report.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace {

using util::Json;

model::Finding finding(const std::string& check, model::Severity severity, std::string message) {
  model::Finding out;
  out.check = check;
  out.rule = "rule";
  out.severity = severity;
  out.message = std::move(message);
  out.fingerprint = "0123456789abcdef";
  return out;
}

model::Result paper(const std::string& path, std::vector<model::Finding> findings = {}) {
  model::Result result;
  result.pack =
      model::PackFacts{"desk-2025", "Desk 2025", "1.0.0", "00", "submission", {}, false, {}};
  result.file = {path, "12", "00", 7};
  result.paper.emplace().measured.pages = 9;
  result.verdict = findings.empty() ? model::Verdict::pass : model::Verdict::fail;
  result.findings = std::move(findings);
  return result;
}

std::string written(const std::vector<model::Result>& results, report::Writer write,
                    const report::Style& style = {}) {
  std::ostringstream out;
  report::ListedResults list(results);
  write(out, list, style);
  return out.str();
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("no cell is a formula, and an apostrophe less gives back what it was", "[report]") {
  CHECK(report::cell("=1+1") == "'=1+1");
  CHECK(report::cell("\t=1") == "' =1");
  CHECK(report::cell("\uff1dcmd") == "'\uff1dcmd");
  CHECK(report::cell("'tis") == "''tis");
  CHECK(report::cell("@a,\"b\"\nc\rd") == "\"'@a,\"\"b\"\"\nc d\"");
  CHECK(report::cell("plain 1-2") == "plain 1-2");
  CHECK(report::cell("") == "");
}

TEST_CASE("addresses hold letters and percent signs alone", "[report]") {
  CHECK(report::uri_of("a b/ü#?%:.pdf") == "a%20b/%C3%BC%23%3F%25%3A.pdf");
  CHECK(report::uri_of("/a/b.pdf") == "file:///a/b.pdf");
}

TEST_CASE("paths begin at the root where they are below it", "[report]") {
  auto placed = [](const std::string& path) {
    report::Style style;
    style.started_in = "/repo/papers";
    style.root = "/repo";
    return report::place_of(paper(path), style).path;
  };
  CHECK(placed("x.pdf") == "papers/x.pdf");
  CHECK(placed("./../y/x.pdf") == "y/x.pdf");
  CHECK(placed("/repo/z.pdf") == "z.pdf");
  CHECK(placed("/other/z.pdf") == "/other/z.pdf");
  CHECK(placed("../../z.pdf") == "../../z.pdf");
  CHECK(report::place_of(paper("./x.pdf"), report::Style{}).path == "x.pdf");
}

TEST_CASE("annotations are the worst ten, and no text of a paper ends one", "[report]") {
  std::vector<model::Finding> many(
      12, finding("font/type3", model::Severity::warning, "100 %, a: b\n::error::x"));
  many.push_back(finding("length/main-pages", model::Severity::error, "Too long."));
  auto text = written({paper("a,b:c%.pdf", many)}, report::github);
  CHECK(lines_of(text) == 11);
  CHECK(
      text.starts_with("::error file=a%2Cb%3Ac%25.pdf,line=1,title=length/main-pages::Too long."));
  CHECK(has(text, "::100 %25, a: b ::error::x\n"));
  CHECK(text.ends_with("deskcheck: the worst 10 of 13 findings are annotated\n"));
}

TEST_CASE("a line of a finding is one line, whose end of the name nobody else can choose",
          "[report]") {
  auto open = finding("font/type3", model::Severity::error, "Perhaps\n:9:9: error: x");
  open.outcome = model::Outcome::undecided;
  open.page = 3;
  open.fix = "Embed\nit.";
  auto found = finding("length/main-pages", model::Severity::error, "Too long.");
  found.source = model::SourceLine{"main.tex", 41};
  auto waived = finding("font/type3", model::Severity::error, "Accepted.");
  waived.waived.emplace();
  auto note = finding("text/todo", model::Severity::note, "One.");
  CHECK(written({paper("in/a: b:1:1: error: c.pdf", {open, found, waived, note})}, report::lines) ==
        "in/a: b\\u{3a}1\\u{3a}1: error: c.pdf:1:1: warning: p. 3: Perhaps :9:9: error: x Fix: "
        "Embed it. [font/type3]\n"
        "in/main.tex:41:1: error: Too long. [length/main-pages]\n"
        "in/a: b\\u{3a}1\\u{3a}1: error: c.pdf:1:1: note: One. [text/todo]\n");
  CHECK(written({paper("a.pdf")}, report::lines) == "");
  CHECK(written({paper(" ::error::x.pdf", {note})}, report::lines) ==
        "./ ::error::x.pdf:1:1: note: One. [text/todo]\n");
}

TEST_CASE("a table in Markdown has no links, mentions, cells or elements of a paper's",
          "[report]") {
  auto text =
      written({paper("a|b`<img src=x>@octocat#1.pdf",
                     {finding("font/type3", model::Severity::error,
                              "see https://evil.example [x](y) www.evil.example a@b.org")})},
              report::markdown);
  CHECK(has(text, "| a&#124;b&#96;&#60;img src=x&#62;&#64;<!-- -->octocat&#35;<!-- -->1.pdf |"));
  CHECK(has(text, "https:<!-- -->//evil.example &#91;x&#93;(y) www.<!-- -->evil"));
  CHECK(has(text, "a&#64;<!-- -->b.org"));
  CHECK(text.ends_with("Papers: 1 fail, 0 review, 0 pass, 0 unjudged.\n"));
}

TEST_CASE("a summary stays within its room and says what it leaves out", "[report]") {
  std::vector<model::Result> many(100, paper("a.pdf"));
  report::Style style;
  style.room = 1000;
  auto text = written(many, report::markdown, style);
  CHECK(text.size() <= style.room);
  CHECK(has(text, "100 pass"));
  CHECK(has(text, " are left out"));
  style.room = 10;
  CHECK(written(many, report::markdown, style).size() <= style.room);
}

TEST_CASE("fingerprints of a Code Quality report are unique in it", "[report]") {
  auto twice = paper("a.pdf", {finding("font/type3", model::Severity::error, "x"),
                               finding("font/type3", model::Severity::error, "x")});
  std::set<std::string> prints;
  for (const Json& issue : Json::parse(written({twice, twice}, report::gitlab)))
    prints.insert(issue["fingerprint"].get<std::string>());
  CHECK(prints.size() == 4);
  CHECK(written({}, report::gitlab) == "[]\n");
}

TEST_CASE("a message of SARIF holds neither links nor gaps of a paper's", "[report]") {
  auto json =
      Json::parse(written({paper("a.pdf", {finding("font/type3", model::Severity::error,
                                                   "[click](https://evil.example) {0} {a}")})},
                          report::sarif));
  CHECK(json["runs"][0]["results"][0]["message"]["text"] ==
        "\\[click\\](https://evil.example) {{0}} {a}");
}

TEST_CASE("what only a person can decide has no level, and what stopped is a notice", "[report]") {
  auto open = finding("font/type3", model::Severity::error, "Perhaps.");
  open.outcome = model::Outcome::undecided;
  auto stopped = paper("b.pdf");
  stopped.verdict = model::Verdict::unjudged;
  stopped.stopped = "b.pdf: it took longer than 30 s";
  auto run = Json::parse(written({paper("a.pdf", {open}), stopped}, report::sarif))["runs"][0];
  CHECK(run["results"][0]["kind"] == "review");
  CHECK(run["results"][0]["level"] == "none");
  CHECK_FALSE(run["invocations"][0]["executionSuccessful"].get<bool>());
  CHECK(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] ==
        "Not judged: it took longer than 30 s.");
}

TEST_CASE("the line of the source stands in every report of findings", "[report]") {
  auto placed = finding("text/todo", model::Severity::error, "To do.");
  placed.source = model::SourceLine{"sections/intro.tex", 41};
  for (report::Writer write :
       {report::text, report::sarif, report::junit, report::github, report::gitlab, report::lines,
        report::markdown, report::csv, report::html}) {
    auto text = written({paper("a.pdf", {placed})}, write);
    CHECK(has(text, "sections/intro.tex"));
    CHECK(has(text, "41"));
  }
}

TEST_CASE("SARIF orders rules by what was counted of them, else by their severity", "[report]") {
  report::Style style;
  style.right_of = [](std::string_view check) -> std::optional<double> {
    if (check == "font/type3") return 0.8;
    return {};
  };
  auto one = paper("a.pdf", {finding("font/type3", model::Severity::error, "Type 3."),
                             finding("length/main-pages", model::Severity::error, "Long."),
                             finding("text/todo", model::Severity::note, "To do.")});
  auto rules =
      Json::parse(written({one}, report::sarif, style))["runs"][0]["tool"]["driver"]["rules"];
  auto precision = [&](std::size_t rule) { return rules[rule]["properties"]["precision"]; };
  CHECK(precision(0) == "medium");
  CHECK(precision(1) == "very-high");
  CHECK(precision(2) == "medium");
}

TEST_CASE("JUnit counts what it holds, and XML can hold it", "[report]") {
  auto text = written({paper("a.pdf", {finding("font/type3", model::Severity::error,
                                               "\x01 \xef\xbf\xbf \xff ]]> <b a=\"1\">&")})},
                      report::junit);
  CHECK(has(text, "tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\""));
  CHECK(has(text, "error: \\u{1} \ufffd \ufffd ]]&gt; &lt;b a=&quot;1&quot;&gt;&amp;<"));
}

TEST_CASE("a letter to authors names nobody, threatens nobody, and needs something to mend",
          "[report]") {
  auto known = finding("anonymity/known-author", model::Severity::error, "Ada Example is named.");
  known.evidence = known.measured = "Ada Example, Sampletown";
  known.cite = model::Cite{"Papers that name authors will be desk rejected.",
                           "https://example.org/call", "2026-11-21"};
  auto result = paper("12.pdf", {known});
  result.identities.names = {"Ada Example"};
  auto text = written({result}, report::mail);
  CHECK_FALSE(has(text, "Example"));
  CHECK_FALSE(has(text, "Sampletown"));
  CHECK_FALSE(has(text, "reject"));
  CHECK(has(text, "https://example.org/call, as read on 2026-11-21"));
  auto open = finding("font/type3", model::Severity::error, "Perhaps.");
  open.outcome = model::Outcome::undecided;
  auto alike = finding("batch/near-duplicate", model::Severity::error, "Like 13.");
  CHECK(lines_of(written({paper("a.pdf", {open, alike}), paper("b.pdf")}, report::mail)) == 1);
}

TEST_CASE("tags are those of this run, and what has no number is said", "[report]") {
  std::vector<std::string> said;
  report::Style style;
  style.complain = [&](const std::string& sentence) { said.push_back(sentence); };
  auto nameless = paper("x.pdf");
  nameless.file.id = "=cmd\n7,tag,accept";
  auto twice = paper("a.pdf", {finding("font/type3", model::Severity::error, "x"),
                               finding("font/type3", model::Severity::error, "x")});
  CHECK(written({twice, paper("b.pdf"), nameless}, report::hotcrp_tags, style) ==
        "paper,action,tag\n"
        "12,cleartag,deskcheck-fail deskcheck-review deskcheck-unjudged\n"
        "12,tag,deskcheck-fail#2\n"
        "### no paper number: =cmd 7,tag,accept\n");
  REQUIRE(said.size() == 1);
  CHECK(said[0] == "hotcrp-tags leaves out what has no paper number: =cmd 7,tag,accept");
}

TEST_CASE("a desk check is answered where something looked, and left open where not", "[report]") {
  auto result = paper("a.pdf", {finding("length/main-pages", model::Severity::error, "Long.")});
  result.checked = {"anonymity/author-block", "font/mixed-body", "structure/forbidden-section"};
  auto line = Json::parse(written({result}, report::openreview));
  CHECK(line["number"] == 12);
  CHECK(line["length"] == "No");
  CHECK(line["length_justification"] == "Long.");
  CHECK(line["anonymity"] == "Yes");
  CHECK(line["formatting"].is_null());
  CHECK(line["limitations"].is_null());
  result.checked.push_back("structure/required-section");
  CHECK(Json::parse(written({result}, report::openreview))["limitations"] == "Yes");
}

TEST_CASE("a desk check says yes to nothing that a rule could not look at", "[report]") {
  auto result = paper("a.pdf");
  result.checked = {"length/main-pages", "anonymity/author-block"};
  CHECK(Json::parse(written({result}, report::openreview))["length"] == "Yes");
  result.unchecked = {{"anonymity/known-author", "nobody says who wrote it"},
                      {"length/main-pages", "the limit of that track was not read"}};
  auto line = Json::parse(written({result}, report::openreview));
  CHECK(line["length"].is_null());
  CHECK(line["length_justification"] ==
        "It keeps to the limits. Not checked: length/main-pages (the "
        "limit of that track was not read).");
  CHECK(line["anonymity"] == "Yes");
}

TEST_CASE("what was inspected and never judged is not called clean", "[report]") {
  model::Result inspected = paper("a.pdf");
  inspected.pack.reset();
  inspected.verdict = model::Verdict::unjudged;
  for (report::Writer write :
       {report::sarif, report::junit, report::github, report::gitlab, report::lines,
        report::markdown, report::csv_papers, report::openreview})
    CHECK(has(written({inspected}, write), "it was inspected, by no rules"));
}
