#include <catch2/catch.hpp>
#include <sstream>

#include "model/platform_text.hpp"
#include "model/result_json.hpp"
#include "report/layout.hpp"
#include "report/report.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace {

using util::Json;

// What a paper may put into any string: terminal orders, other directions of writing, broken bytes.
const std::string kHostile =
    "A\x1b[31mred\x1b]0;title\x07\x9b\xc2\x9b"
    "2J\r\nB\xe2\x80\xae"
    "C\xe2\x81\xa6\x7f\xff\xf3\xa0\x81\x81 D";

// Rows of CSV end in CR LF; elsewhere a CR is an order.
bool is_harmless(std::string text) {
  for (auto end = text.find("\r\n"); end != text.npos; end = text.find("\r\n", end))
    text.erase(end, 1);
  for (char32_t c : util::to_utf32(text))
    if (c != '\n' && util::is_dangerous(c)) return false;
  return util::to_utf8(util::to_utf32(text)) == text;
}

model::Result hostile_result() {
  model::Result result;
  result.pack = model::PackFacts{kHostile, kHostile, kHostile, "00", kHostile, kHostile, false, {}};
  result.file = {kHostile, kHostile, "00", 7};
  result.verdict = model::Verdict::fail;
  auto& paper = result.paper.emplace();
  paper.measured.sections = {{kHostile, kHostile, 1, 1, 72, kHostile, 0}};
  paper.measured.stage = kHostile;
  paper.measured.body = model::BodyType{kHostile, kHostile, 10, 11, 0.5, 3, {}};
  paper.document.fonts.push_back({kHostile, kHostile, true, true, true, 3, 0});
  model::Finding finding;
  finding.message = finding.measured = finding.allowed = finding.evidence = finding.fix = kHostile;
  finding.check = finding.rule = "length/main-pages";
  finding.cite = model::Cite{kHostile, kHostile, kHostile};
  result.findings = {finding};
  result.checked = {"file/unreadable"};
  result.unchecked = {{"font/type3", kHostile}};
  return result;
}

// Every text of it is `text`.
model::Survey surveyed(const std::string& text) {
  model::Survey survey;
  survey.pages.push_back({{612, 792},
                          2,
                          model::Box{54, 72, 558, 720},
                          {49, 50},
                          9.96,
                          10.96,
                          48,
                          {{model::Role::body, 99}, {model::Role::margin_note, 2}},
                          std::nullopt});
  survey.pages.push_back({{595, 842}, 0, {}, {}, {}, {}, 0, {}, {}});
  survey.leading_distances = 1;
  survey.word_spaces = model::WordSpaces{0.25, 0.22, 90};
  survey.gaps.push_back({model::SpacingKind::heading_above, 2, 20, 18.5, 31.25, 19, 5});
  survey.sizes = {{9.96, text, 0.9}, {9.96, "formulas", 0.004}, {120, text, 0.001}};
  survey.fonts.push_back({2, 1, 3, 1, model::Role::heading});
  survey.headings = {text};
  survey.title = text;
  survey.stage_words = {{text, text}};
  survey.shortcomings = {text};
  return survey;
}

model::Result inspected_result(const std::string& text) {
  model::Result result;
  result.file = {text + ".pdf", "paper", "00", 7};
  auto& paper = result.paper.emplace();
  paper.measured.pages = 2;
  paper.measured.page_size = model::Size{612, 792};
  paper.measured.sections = {{text, "2.1", 2, 1, 144.4, "body", 0}};
  paper.document.fonts.push_back({text, "Type 1", true, true, true, 3, 0});
  result.survey = surveyed(text);
  return result;
}

model::Result finding_result() {
  model::Result result;
  result.pack =
      model::PackFacts{"desk-2025", "Desk 2025", "1.0.0", "00", "submission", {}, false, {}};
  result.file = {"paper.pdf", "paper", "00", 7};
  result.verdict = model::Verdict::fail;
  result.paper.emplace().measured.pages = 11;
  model::Finding blocking;
  blocking.check = "length/main-pages";
  blocking.rule = "page-limit";
  blocking.message = "The main part takes 9 pages and 3 lines; 9 pages are allowed.";
  blocking.page = 10;
  blocking.box = model::Box{108, 72, 504, 96};
  blocking.measured = "9 pages and 3 lines";
  blocking.allowed = "9 pages";
  blocking.cite = model::Cite{"Nine pages.", "https://example.org/call", "2026-11-21"};
  blocking.fix = "Cut three lines.";
  model::Finding undecided;
  undecided.check = "font/body-family";
  undecided.outcome = model::Outcome::undecided;
  undecided.message = "The design of the body's font is not known.";
  model::Finding warning;
  warning.check = "font/type3";
  warning.severity = model::Severity::warning;
  warning.message = "A figure uses Type 3 fonts.";
  result.findings = {blocking, undecided, warning};
  result.checked = {"file/encrypted", "file/unreadable"};
  result.unchecked = {{"layout/margins", "the style file is not public"},
                      {"layout/text-block", "the style file is not public"}};
  return result;
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::string written(const std::vector<model::Result>& results, report::Writer write,
                    report::Style style = {}) {
  std::ostringstream out;
  report::ListedResults list(results);
  write(out, list, style);
  return out.str();
}

}  // namespace

TEST_CASE("the text report says what a colleague would, the verdict first", "[report]") {
  CHECK(written({finding_result()}, report::text) ==
        R"(1 problem would get this desk-rejected at Desk 2025, 1 to look at, 1 warning.
paper.pdf: 11 pages, judged as submission by desk-2025 1.0.0.

Problem: The main part takes 9 pages and 3 lines; 9 pages are allowed.
  Where        page 10, 72 pt from the top
  Measured     9 pages and 3 lines
  Allowed      9 pages
  Venue        "Nine pages." (as read on 2026-11-21)
               https://example.org/call
  Fix          Cut three lines.
  Check        length/main-pages

To look at: The design of the body's font is not known.
  Check        font/body-family

Warning: A figure uses Type 3 fonts.
  Check        font/type3

Checked, nothing found (2): file/encrypted, file/unreadable

Not checked:
  layout/margins, layout/text-block: the style file is not public

More: deskcheck explain length/main-pages, or --explain-all
)");
}

TEST_CASE("the page of each check that found something follows once, where all is to be explained",
          "[report]") {
  report::Style style;
  style.explain_all = true;
  style.page_of = [](std::string_view check) -> std::string_view {
    return check == "font/type3" ? "# font/type3\n\n**Measures** fonts.\n\n    \\usepackage{x}\n"
                                 : "";
  };
  std::string one = written({finding_result()}, report::text, style);
  CHECK(one.ends_with("\nfont/type3\n\nMeasures fonts.\n\n    \\usepackage{x}\n"));
  CHECK_FALSE(has(one, "More:"));

  std::string two = written({finding_result(), finding_result()}, report::text, style);
  CHECK(two.find("Measures fonts.") == two.rfind("Measures fonts."));
  style.quiet = true;
  CHECK_FALSE(has(written({finding_result()}, report::text, style), "Measures fonts."));
}

TEST_CASE("many checks that found nothing are counted by group, unless all is to be explained",
          "[report]") {
  auto result = finding_result();
  result.checked = {"file/a", "file/b", "file/c", "file/d",   "file/e",
                    "file/f", "file/g", "file/h", "text/todo"};
  CHECK(has(written({result}, report::text), "Checked, nothing found (9): file (8), text (1)\n"));
  report::Style style;
  style.explain_all = true;
  CHECK(has(written({result}, report::text, style), "(9): file/a, file/b, file/c, "));
}

TEST_CASE("a camera-ready paper meets no desk", "[report]") {
  auto result = finding_result();
  result.pack->stage = "camera-ready";
  CHECK(written({result}, report::text)
            .starts_with("1 problem under the rules of Desk 2025 (camera-ready), 1 to look at"));
}

TEST_CASE("several files are headed by their paths and summed up", "[report]") {
  auto passed = finding_result();
  passed.verdict = model::Verdict::pass;
  passed.findings.clear();
  auto text = written({finding_result(), passed}, report::text);
  CHECK(text.starts_with("paper.pdf\n1 problem would get"));
  CHECK(has(text, "\n2 files: 1 with problems, 1 passed.\n"));
}

TEST_CASE("the end of a long report counts findings by papers and groups what was not judged",
          "[report]") {
  auto failed = finding_result();
  failed.findings.push_back(failed.findings.back());  // twice in one paper counts once
  auto late = finding_result();
  late.findings.clear();
  late.verdict = model::Verdict::unjudged;
  late.stopped = "it took longer than 30 s";
  std::vector<model::Result> results = {failed, finding_result()};
  results[1].findings.erase(results[1].findings.begin() + 1, results[1].findings.end());
  for (int number = 1; number <= 10; ++number) {
    late.file.id = std::to_string(number);
    results.push_back(late);
  }
  late.file = {"papers/gone.pdf", "gone", "", 0};
  late.stopped = "papers/gone.pdf: no such file or folder";
  results.push_back(late);
  CHECK(written(results, report::text).ends_with(R"(
13 files: 2 with problems, 11 not judged.

Most frequent findings:
  length/main-pages  2 papers
  font/body-family   1 paper
  font/type3         1 paper

Could not be judged:
  it took longer than 30 s: 10 papers (1, 2, 3, 4, 5, 6, 7, 8 and 2 more)
  no such file or folder: 1 paper (gone)
)"));
}

TEST_CASE("text keeps to its width, addresses aside", "[report]") {
  for (int width : {40, 60, 80, 100}) {
    report::Style style;
    style.width = width;
    std::istringstream lines(written({finding_result()}, report::text, style));
    for (std::string line; std::getline(lines, line);)
      CHECK((line.find("https://") != line.npos ||
             util::width(line) <= static_cast<std::size_t>(width)));
  }
}

TEST_CASE("colour adds nothing but colour", "[report]") {
  report::Style style;
  style.color = true;
  auto coloured = written({finding_result()}, report::text, style);
  CHECK(coloured.find("\x1b[1;31m") != coloured.npos);
  for (auto at = coloured.find('\x1b'); at != coloured.npos; at = coloured.find('\x1b'))
    coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == written({finding_result()}, report::text));
  auto measured = written({inspected_result("x")}, report::text, style);
  CHECK(measured.find("\x1b[1mSections\x1b[0m\n") != measured.npos);
}

TEST_CASE("no format passes on what a paper says to a terminal", "[report]") {
  auto judged = hostile_result();
  auto inspected = hostile_result();
  inspected.pack.reset();
  inspected.survey = surveyed(kHostile);
  auto stopped = hostile_result();
  stopped.stopped = kHostile;
  for (const report::Format& format : report::formats())
    for (const model::Result& result : {judged, inspected, stopped}) {
      CHECK(is_harmless(written({result}, format.write)));
      CHECK(is_harmless(written({result, result}, format.write)));
    }
  auto json = Json::parse(written({judged}, report::ndjson));
  CHECK(json["findings"][0]["message"].get<std::string>().find('\x1b') != std::string::npos);
}

TEST_CASE("what was measured is laid out for a person", "[report]") {
  CHECK(written({inspected_result("On desks")}, report::text) == R"(On desks.pdf
  Title        On desks
  Pages        2, 612 x 792 pt (US Letter); page 2: 595 x 842 pt
  Columns      unknown
  Text block   unknown
  Body         unknown; leading from 1 baseline distance
  Word spaces  0.25 em in the middle, a fifth of the lines below 0.22 em; from
               90 lines
  Main text    unknown
  References   none found
  Appendix     none found
  Line numbers cannot be told
  Page numbers cannot be told
  Stage        cannot be told, by words of several: "On desks" (On desks)
  Words        0
  Note         On desks

Sections
  p. 1, 144 pt   2.1 On desks [body, level 2]: On desks

Pages
  Page Columns Lines       Body  Leading (of)    Left     Top   Right  Bottom
     1       2 49 + 50     9.96  10.96 (48)      54.00   72.00  558.00  720.00
     2       0 -           -     -             -

Lines by what they are
  page 1         body 99, margin note 2
  page 2         none

Gaps in the main part (median, least to most, how many)
  heading above, level 2      20 pt, 18.5 to 31.25, of 5

Sizes of type in use (share of all letters, by design)
  9.96 pt        On desks 90 %, formulas under 1 %
  others         1 size, 120 pt, under 1 %

Fonts
  On desks                    Type 1, embedded, subset, 3 glyphs, 2 pages from 1
                              to 3, most in heading, 1 in included figures
)");
}

TEST_CASE("letters that take two columns keep the tables of what was measured straight",
          "[report]") {
  auto text = written({inspected_result("論文の原稿")}, report::text);
  CHECK(text.find("\n  論文の原稿                  Type 1") != text.npos);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) CHECK(util::width(line) <= 80);
}

TEST_CASE("long strings of a paper are shortened in the text report", "[report]") {
  auto result = finding_result();
  result.findings[0].evidence = std::string(5000, 'x');
  CHECK(written({result}, report::text).size() < 2000);
  CHECK(written({result}, report::json).size() > 5000);
}

TEST_CASE("results as JSON keep the published keys in their order", "[report]") {
  auto keys = [](const Json& json) {
    std::vector<std::string> all;
    for (const auto& item : json.items()) all.push_back(item.key());
    return util::join(all, " ");
  };
  auto json = Json::parse(written({finding_result()}, report::json)).at(0);
  CHECK(keys(json) ==
        "schema tool pack file verdict measured findings checked unchecked truncated");
  CHECK(keys(json["pack"]) == "id version sha256 stage track auto");
  CHECK(keys(json["file"]) == "path id sha256 bytes");
  CHECK(keys(json["measured"]) ==
        "pages page_size columns column_gap text_block body sizes main_end references appendix "
        "sections line_numbers page_numbers stage fonts words");
  CHECK(keys(json["measured"]["sizes"]) == "title section caption references footnote smallest");
  CHECK(keys(json["findings"][0]) ==
        "check rule severity outcome confidence message page box measured allowed evidence cite "
        "fix source fingerprint");
  CHECK(json["findings"][0]["box"] == Json({108.0, 72.0, 504.0, 96.0}));
  CHECK(json["findings"][1]["page"].is_null());
  CHECK(json["findings"][1]["outcome"] == "undecided");
  CHECK(json["pack"]["track"].is_null());
  CHECK(json["measured"]["columns"].is_null());
}

TEST_CASE("an array is written piece by piece with the bytes of a whole one", "[report]") {
  std::vector<model::Result> results = {hostile_result(), finding_result()};
  Json whole = Json::array({model::to_json(results[0]), model::to_json(results[1])});
  CHECK(written(results, report::json) == util::dump(whole, 2) + "\n");
  CHECK(written({}, report::json) == "[]\n");
}

TEST_CASE("numbers are rounded to a hundredth", "[report]") {
  auto result = finding_result();
  result.paper->measured.body = model::BodyType{"F", "", 9.96264, 10.9091, 0.70999, 9, {}};
  auto json = Json::parse(written({result}, report::ndjson));
  CHECK(json["measured"]["body"].dump() ==
        R"({"font":"F","family":null,"size":9.96,"leading":10.91,"share":0.71})");
}

TEST_CASE("words longer than a line stand alone", "[report]") {
  CHECK(report::wrap("a bb https://example.org/x c", 6) ==
        std::vector<std::string>{"a bb", "https://example.org/x", "c"});
  CHECK(report::wrap("", 6) == std::vector<std::string>{""});
}

TEST_CASE("what most papers hide is said once, with its text", "[report]") {
  std::vector<model::Result> all(6);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].pack.emplace();
    all[i].paper.emplace();
    all[i].verdict = model::Verdict::pass;
    const std::string why = std::string(model::kPlatformText) + "\"Name colour teal, paper ";
    if (i == 0) continue;
    all[i].unchecked.push_back({"integrity/hidden-text", why + std::to_string(i) + "\""});
    model::Finding& order = all[i].findings.emplace_back();
    order.message = "Text is hidden." + std::string(model::kHiddenByMost);
    order.evidence = "Name colour teal, paper " + std::to_string(i);
  }
  report::ListedResults results(all);
  std::ostringstream out;
  report::text(out, results, {false, 200});
  const std::string said = out.str().substr(out.str().find("6 files:"));
  CHECK(said.find("\"Name colour teal, paper 1\" (5 papers)") != std::string::npos);
  CHECK(said.find("paper 2") == std::string::npos);
  CHECK(said.find("name it as `canary` in the pack") != std::string::npos);
}
