#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <sstream>

#include "inspected.hpp"
#include "judge/judge.hpp"
#include "measure/survey.hpp"
#include "model/paper_json.hpp"
#include "model/result_json.hpp"
#include "packs/packs.hpp"
#include "report/report.hpp"

namespace {

namespace fs = std::filesystem;
using model::Result;
using util::Json;

const fs::path kRoot = DESKCHECK_SOURCE;
const packs::SearchPath kPacks = {kRoot / "rules"};
const std::string kHash(64, 'a');

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> words_of(const fs::path& path) {
  std::ifstream file(path);
  return {std::istream_iterator<std::string>(file), {}};
}

std::string reports(const Result& result) {
  std::ostringstream out;
  std::vector<Result> results = {result};
  for (report::Writer write : {report::text, report::json, report::ndjson}) {
    report::ListedResults list(results);
    write(out, list, {});
  }
  return out.str();
}

void check_round_trip(const Result& result) {
  std::string line = util::dump(model::to_record(result));
  auto again = model::result_from_line(line);
  INFO(line);
  INFO((again ? "" : again.error().message));
  REQUIRE(again);
  CHECK(util::dump(model::to_record(*again)) == line);
  CHECK(reports(*again) == reports(result));
}

packs::Choice choice_of(const std::vector<std::string>& words, std::string& pack) {
  packs::Choice choice;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    if (words[i] == "--pack") pack = words[i + 1];
    if (words[i] == "--stage") choice.stage = words[i + 1];
    if (words[i] == "--track") choice.track = words[i + 1];
  }
  return choice;
}

Result result_of_case(const fs::path& folder) {
  // A case of inspecting has no pack.
  std::string name = fs::exists(folder / "command") ? "base" : (folder / "pack.toml").string();
  auto choice = choice_of(words_of(folder / "args"), name);
  if (name == "auto") name = "base";
  auto pack = packs::load(name, choice, kPacks);
  REQUIRE(pack);
  Result result;
  if (fs::exists(folder / "document.json")) {
    auto paper = model::paper_from_json(Json::parse(read(folder / "document.json")));
    REQUIRE(paper);
    result.file.path = "document.json";
    result.paper = std::move(*paper);
    return judge::judge(std::move(result), *pack);
  }
  fs::path input = folder / "input.pdf";
  if (fs::exists(folder / "input.ref")) input = kRoot / words_of(folder / "input.ref").at(0);
  if (!fs::exists(input)) {  // a case of several papers
    result.file.path = result.stopped = input.string();
    return judge::judge(std::move(result), *pack);
  }
  return judge::judge(inspected(input.string(), pack->vocabulary), *pack);
}

Result full_result() {
  Result result;
  result.version = "9.8.7";
  result.pack = model::PackFacts{
      "desk-2025",  "Desk 2025",
      "1.0.0",      kHash,
      "submission", "main",
      true,         model::PackMatch{model::Confidence::likely, "it looks so", "desk-2024"}};
  result.file = {"uploads/5/a.pdf", "5", kHash, 123};
  result.verdict = model::Verdict::fail;
  auto& it = result.paper.emplace().measured;
  result.paper->document.truncated = true;
  result.paper->document.fonts = {{"Nimbus", "Type 1", true, true, false, 12, 3}};
  it.pages = 11;
  it.page_size = model::Size{612, 792};
  it.columns = 2;
  it.column_gap = 18.006;
  it.text_block = model::Box{72, 72, 540, 720};
  it.body = model::BodyType{
      "Nimbus", "times", 9.963, 10.909, 0.714, 300, model::WordSpaces{0.25, 0.23, 300}};
  it.sizes.title = 17.215;
  it.main_end = model::MainEnd{9, 655.123, 0.9};
  it.references = model::References{10, 72, 11};
  it.appendix = model::Place{11, 80};
  it.sections = {{"Introduction", "1", 1, 1, 300.2, "body", 4},
                 {"References", "", 1, 10, 72, "references", 90}};
  it.line_numbers = true;
  it.stage = "submission";
  it.words = 6120;
  model::Finding finding;
  finding.check = "length/main-pages";
  finding.rule = "page-limit";
  finding.confidence = model::Confidence::likely;
  finding.message = "Too long.";
  finding.page = 10;
  finding.box = model::Box{108, 72, 504, 96};
  finding.measured = "9 pages and 3 lines";
  finding.cite = model::Cite{"Nine pages.", "https://example.org/call", "2026-11-21"};
  finding.fingerprint = "0123456789abcdef";
  result.findings = {finding, finding};
  result.findings[1].for_person = true;
  result.findings[1].severity = model::Severity::warning;
  result.findings[1].cite.reset();
  result.findings[0].confirmed = model::Ruling{"seen", "A. Chair", ""};
  result.findings[0].in_baseline = true;
  result.findings[1].waived = model::Ruling{"agreed", "", "2027-01-31"};
  result.checked = {"file/encrypted"};
  result.unchecked = {{"layout/margins", "the style file is not public"}};
  result.key = kHash;
  result.printed = {"submittedtodesk2025"};
  result.sketch = model::Sketch{{1, 4294967295}, {"00ff"}, {"aa", "bb"}};
  return result;
}

}  // namespace

TEST_CASE("every case's result comes back from its record and reports the same", "[model]") {
  int cases = 0;
  for (const auto& entry : fs::directory_iterator(kRoot / "tests/cases")) {
    INFO(entry.path().filename().string());
    Result result = result_of_case(entry.path());
    check_round_trip(result);
    result.pack.reset();  // as inspect shows it
    result.findings.clear();
    result.checked.clear();
    result.unchecked.clear();
    result.verdict = model::Verdict::unjudged;
    check_round_trip(result);
    if (result.paper && !result.paper->document.failure) {
      result.survey = measure::survey(*result.paper, {});
      check_round_trip(result);
    }
    ++cases;
  }
  CHECK(cases > 100);
}

TEST_CASE("all that a report uses comes back from a record", "[model]") {
  check_round_trip(full_result());
  auto again = model::result_from_json(model::to_record(full_result()));
  REQUIRE(again);
  CHECK(again->version == "9.8.7");
  CHECK(again->pack->title == "Desk 2025");
  CHECK(again->findings[0].cite->read_on == "2026-11-21");
  CHECK(again->findings[1].for_person);
  CHECK(again->paper->measured.sections[0].number == "1");
  CHECK(again->paper->document.truncated);
  CHECK(again->sketch->shingles == std::vector<std::uint32_t>{1, 4294967295});
  CHECK(again->sketch->authors == std::vector<std::string>{"aa", "bb"});
  CHECK(again->key == kHash);
  CHECK(again->printed == std::vector<std::string>{"submittedtodesk2025"});
}

TEST_CASE("a survey comes back whole, and of inspected papers alone", "[model]") {
  Result result = full_result();
  model::Survey& survey = result.survey.emplace();
  survey.pages.push_back({{612, 792},
                          2,
                          model::Box{54, 72, 558, 720},
                          {49, 50},
                          9.96,
                          std::nullopt,
                          3,
                          {{model::Role::body, 99}, {model::Role::ruler, 50}},
                          model::Box{54, 73, 558, 719}});
  survey.word_spaces = model::WordSpaces{0.25, 0.22, 90};
  survey.gaps.push_back({model::SpacingKind::list_item, 0, 12, 11, 14, 5});
  survey.sizes.push_back({9.96, "times", 0.9});
  survey.fonts.push_back({2, 1, 3, 7, model::Role::heading});
  survey.headings = {"numbered, bold"};
  survey.heading_sizes = {11.96};
  survey.marks = {{model::Role::notice, "Under review", false, 1, 1}};
  survey.title = "On desks";
  survey.stage_words = {{"submission", "Do not distribute"}};
  survey.shortcomings = {"Only 1 of 3 pages could be read."};
  CHECK(!model::result_from_json(model::to_record(result)));
  result.pack.reset();
  result.findings.clear();
  result.checked.clear();
  result.unchecked.clear();
  result.verdict = model::Verdict::unjudged;
  check_round_trip(result);
  auto again = model::result_from_json(model::to_record(result));
  REQUIRE(again);
  CHECK(again->survey->pages[0].roles[1].lines == 50);
  CHECK(again->survey->fonts[0].role == model::Role::heading);
  CHECK(again->survey->pages[0].edges->top == 73);
  CHECK(again->survey->marks[0].text == "Under review");
  auto record = model::to_record(result);
  record["record"]["survey"]["pages"][0]["roles"]["\x1b[2J"] = 1;
  CHECK(!model::result_from_json(record));
}

TEST_CASE("papers that were not read come back with the reason", "[model]") {
  Result stopped;
  stopped.pack = model::PackFacts{"desk-2025", "Desk", "1", "", "", {}, false, {}};
  stopped.file.path = "a.pdf";
  stopped.stopped = "the PDF library died of SIGSEGV while reading page 3";
  stopped.unchecked = {{"font/type3", stopped.stopped}};
  check_round_trip(stopped);
  Result failed = stopped;
  failed.stopped.clear();
  failed.file = {"a.pdf", "a", kHash, 0};
  failed.paper.emplace().document.failure =
      model::Failure{model::FailureKind::too_many_pages, "2,001 pages"};
  failed.paper->document.truncated = true;
  check_round_trip(failed);
  auto again = model::result_from_json(model::to_record(failed));
  REQUIRE(again);
  CHECK(again->paper->document.failure->kind == model::FailureKind::too_many_pages);
  failed.pack.reset();
  failed.unchecked.clear();
  check_round_trip(failed);
}

TEST_CASE("the published form alone is enough to come back", "[model]") {
  Result result = full_result();
  auto again = model::result_from_json(model::to_json(result));
  INFO((again ? "" : again.error().message));
  REQUIRE(again);
  CHECK(model::to_json(*again) == model::to_json(result));
  CHECK(again->key.empty());
}

TEST_CASE("a result of many long strings is written short and still comes back", "[model]") {
  Result result = full_result();
  std::string most(4'001, 'x');
  std::string broken = "\xff\xc3(\xe2\x82\xf0\x9f\x92 \x1b[31m \xe2\x80\xae";
  std::string letters;
  for (int i = 0; i < 4'000; ++i) letters += "\xc3\xbc";
  result.paper->document.fonts.assign(6'000, {letters, broken, true, true, true, 1, 0});
  result.paper->measured.sections.assign(6'000, {broken, "1", 1, 1, 1, "body", 0});
  for (const std::string& text : {letters, most + broken}) {
    result.file.path = result.file.id = text;
    result.pack->title = result.pack->stage = result.pack->version = text;
    result.paper->measured.sections[9] = {text, text, 1, 1, 1, text, 0};
    result.findings[0].message = result.findings[0].evidence = text;
    result.findings[0].cite = model::Cite{text, text, text};
    result.unchecked = {{"font/type3", text}};
    std::string line = util::dump(model::to_record(result));
    CHECK(line.size() < model::kMostRecordBytes);
    auto again = model::result_from_line(line);
    INFO((again ? "" : again.error().message));
    REQUIRE(again);
    CHECK(util::dump(model::to_record(*again)) == line);
  }
}

TEST_CASE("forged records are refused, and the key is named", "[model]") {
  struct Forgery {
    std::string message;
    std::function<void(Json&)> forge;
  };
  const std::string kLong(model::kMostLetters + 1, 'x');
  const std::vector<Forgery> forgeries = {
      {"not an object", [](Json& it) { it = Json::array(); }},
      {"not an object", [](Json& it) { it = 7; }},
      {"schema: not a text", [](Json& it) { it.erase("schema"); }},
      {"schema: not deskcheck/1", [](Json& it) { it["schema"] = "deskcheck/2"; }},
      {"unknown key extra", [](Json& it) { it["extra"] = 1; }},
      {"tool: name: not deskcheck's", [](Json& it) { it["tool"]["name"] = "x"; }},
      {"tool: unknown key x", [](Json& it) { it["tool"]["x"] = "x"; }},
      {"pack: not an object", [](Json& it) { it["pack"] = "x"; }},
      {"pack: id: not a text", [](Json& it) { it["pack"]["id"] = nullptr; }},
      {"pack: id: too long", [&](Json& it) { it["pack"]["id"] = kLong; }},
      {"pack: sha256: not a SHA-256", [](Json& it) { it["pack"]["sha256"] = "00"; }},
      {"pack: auto: neither true nor false", [](Json& it) { it["pack"]["auto"] = 0; }},
      {"file: path: not valid UTF-8", [](Json& it) { it["file"]["path"] = "\xff"; }},
      {"file: path: too long",
       [](Json& it) { it["file"]["path"] = std::string(model::kMostOfAPath + 1, 'x'); }},
      {"file: sha256: not a SHA-256",
       [](Json& it) { it["file"]["sha256"] = std::string(64, 'A'); }},
      {"file: bytes: only together with sha256", [](Json& it) { it["file"]["bytes"] = nullptr; }},
      {"file: bytes: not a whole number from 0", [](Json& it) { it["file"]["bytes"] = -1; }},
      {"file: bytes: out of range", [](Json& it) { it["file"]["bytes"] = 1ULL << 60; }},
      {"verdict: unknown word reject", [](Json& it) { it["verdict"] = "reject"; }},
      {"verdict: not a text", [](Json& it) { it.erase("verdict"); }},
      {"verdict: of a file that was not read",
       [](Json& it) {
         it["measured"] = nullptr;
         it["record"].erase("section_numbers");
         it["truncated"] = false;
       }},
      {"verdict: of a file that was not read", [](Json& it) { it["record"]["stopped"] = "died"; }},
      {"measured: pages: out of range", [](Json& it) { it["measured"]["pages"] = 1ULL << 40; }},
      {"measured: pages: not a whole number from 0",
       [](Json& it) { it["measured"]["pages"] = 1.5; }},
      {"measured: page_size: not a list of 2",
       [](Json& it) {
         it["measured"]["page_size"] = {1, 2, 3};
       }},
      {"measured: page_size: a negative size",
       [](Json& it) {
         it["measured"]["page_size"] = {-1, 2};
       }},
      {"measured: text_block: a box whose sides have changed places",
       [](Json& it) {
         it["measured"]["text_block"] = {9, 0, 8, 1};
       }},
      {"measured: column_gap: out of range",
       [](Json& it) { it["measured"]["column_gap"] = 1e300; }},
      {"measured: column_gap: out of range",
       [](Json& it) { it["measured"]["column_gap"] = std::numeric_limits<double>::infinity(); }},
      {"measured: body: size: not a number",
       [](Json& it) { it["measured"]["body"]["size"] = nullptr; }},
      {"measured: main_end: page: out of range",
       [](Json& it) { it["measured"]["main_end"]["page"] = 0; }},
      {"measured: appendix: page: out of range",
       [](Json& it) { it["measured"]["appendix"]["page"] = 100'001; }},
      {"measured: sections: not a list", [](Json& it) { it["measured"]["sections"] = 3; }},
      {"measured: sections: too long a list",
       [](Json& it) {
         it["measured"]["sections"] = Json(model::kMostListed + 1, it["measured"]["sections"][0]);
       }},
      {"measured: sections: 1: level: not a whole number from 0",
       [](Json& it) { it["measured"]["sections"][1]["level"] = -1; }},
      {"measured: fonts: 0: embedded: neither true nor false",
       [](Json& it) { it["measured"]["fonts"][0]["embedded"] = "yes"; }},
      {"findings: 1: severity: unknown word fatal",
       [](Json& it) { it["findings"][1]["severity"] = "fatal"; }},
      {"findings: 0: outcome: unknown word passed",
       [](Json& it) { it["findings"][0]["outcome"] = "passed"; }},
      {"findings: 0: confidence: not a text",
       [](Json& it) { it["findings"][0]["confidence"] = {"certain"}; }},
      {"findings: 0: page: not a whole number from 0",
       [](Json& it) { it["findings"][0]["page"] = -3; }},
      {"findings: 0: box: not a list of 4", [](Json& it) { it["findings"][0]["box"] = {1}; }},
      {"findings: 0: message: too long", [&](Json& it) { it["findings"][0]["message"] = kLong; }},
      {"findings: 0: source: ", [](Json& it) { it["findings"][0]["source"] = "x"; }},
      {"findings: 0: cite: unknown key by",
       [](Json& it) { it["findings"][0]["cite"]["by"] = "x"; }},
      {"checked: 0: not a text", [](Json& it) { it["checked"] = {1}; }},
      {"unchecked: 0: why: not a text", [](Json& it) { it["unchecked"][0].erase("why"); }},
      {"truncated: neither true nor false", [](Json& it) { it.erase("truncated"); }},
      {"record: key: not a SHA-256", [](Json& it) { it["record"]["key"] = "x"; }},
      {"record: unknown key x", [](Json& it) { it["record"]["x"] = 1; }},
      {"record: truncated: has a place of its own",
       [](Json& it) { it["record"]["truncated"] = true; }},
      {"record: for_person: not one entry for each",
       [](Json& it) { it["record"]["for_person"] = {true}; }},
      {"record: read_on: of a finding that cites nothing",
       [](Json& it) {
         it["record"]["read_on"] = {"2026", "2026"};
       }},
      {"record: section_numbers: not one entry for each",
       [](Json& it) { it["record"]["section_numbers"] = {"1"}; }},
      {"record: failure: of a file that was measured",
       [](Json& it) {
         it["record"]["failure"] = {{"kind", "empty"}, {"message", "x"}};
       }},
      {"record: failure: kind: unknown word bored",
       [](Json& it) {
         it["record"]["failure"] = {{"kind", "bored"}, {"message", "x"}};
       }},
      {"record: sketch: shingles: 0: out of range",
       [](Json& it) { it["record"]["sketch"]["shingles"][0] = 4294967296; }},
      {"record: sketch: shingles: too long a list",
       [](Json& it) { it["record"]["sketch"]["shingles"] = Json(100'000, Json(1)); }},
      {"record: sketch: authors: 0: not a text",
       [](Json& it) { it["record"]["sketch"]["authors"] = {Json::object()}; }},
      {"unknown key verdict", [](Json& it) { it.erase("pack"); }},
  };
  for (const Forgery& forgery : forgeries) {
    Json json = model::to_record(full_result());
    forgery.forge(json);
    auto result = model::result_from_json(json);
    INFO(forgery.message);
    REQUIRE_FALSE(result);
    CHECK(result.error().message.starts_with(forgery.message));
  }
}

TEST_CASE("lines that are no record are refused", "[model]") {
  std::string line = util::dump(model::to_record(full_result()));
  REQUIRE(model::result_from_line(line));
  for (std::size_t i = 0; i < line.size(); ++i)
    CHECK_FALSE(model::result_from_line(std::string_view(line).substr(0, i)));
  CHECK_FALSE(model::result_from_line(line + line));
  CHECK_FALSE(model::result_from_line(line + std::string(1, '\0') + line));
  CHECK_FALSE(
      model::result_from_line("{\"schema\": \"deskcheck/1\", \"schema\": \"deskcheck/1\"}"));
  CHECK_FALSE(model::result_from_line(std::string(1'000'000, '[')));
  CHECK_FALSE(model::result_from_line("{\"schema\": \"\xff\"}"));
  CHECK_FALSE(model::result_from_line(std::string(model::kMostRecordBytes + 1, ' ')));
  std::string keys = "{";
  for (int i = 0; i < 500'000; ++i) keys += "\"" + std::to_string(i) + "\":0,";
  auto refused = model::result_from_line(keys + "\"x\":0}");  // looking them all up takes minutes
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "an object has too many keys");
}
