// Runs one case folder and compares with its goldens: run_case SOURCE_ROOT CASE_FOLDER [--bless]
//
// document.json is judged under the folder's pack.toml without any PDF; the papers of
// submissions.json, which has ids, hashes and sketches, are compared with each other under it, and
// the golden has an answer for each path. input.pdf or the file that
// input.ref names goes through the whole command line with the words of `args`, and with that of
// `command` in place of "check" (what is inspected has no verdict: its goldens hold all that is
// printed). expected.json holds
// what a reader of the case cares about, with the pack where none is named, and may leave out
// `checked` and `unchecked`; any other expected.FORMAT holds the bytes of that format, of HTML
// without styles and scripts. A case without any golden is blessed with expected.json.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/cli.hpp"
#include "judge/across.hpp"
#include "judge/judge.hpp"
#include "model/paper_json.hpp"
#include "model/result_json.hpp"
#include "packs/packs.hpp"
#include "report/report.hpp"
#include "util/json.hpp"

namespace fs = std::filesystem;
using util::Json;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> words_of(const fs::path& path) {
  std::ifstream file(path);
  return {std::istream_iterator<std::string>(file), {}};
}

[[noreturn]] void stop(const std::string& why) {
  std::cerr << why << "\n";
  std::exit(1);
}

// What stays the same from one version of a pack or of the tool to the next.
Json essence(const Json& result, bool with_boxes) {
  Json out = {{"verdict", result.at("verdict")}};
  if (result.contains("pack") && result.at("pack").value("auto", false))
    out["pack"] = {{"id", result.at("pack").at("id")}, {"match", result.at("pack").at("match")}};
  out["findings"] = Json::array();
  for (Json finding : result.at("findings")) {
    for (const char* key : {"cite", "fix", "fingerprint", "source"}) finding.erase(key);
    if (!with_boxes) finding.erase("box");
    out["findings"].push_back(finding);
  }
  out["checked"] = result.at("checked");
  out["unchecked"] = result.at("unchecked");
  return out;
}

// A golden that names no list of checks says nothing about it: papers with one fault would else all
// change whenever a pack gains a rule.
void leave_out_what_golden_does(Json& got, const fs::path& golden) {
  std::string text = read(golden);
  if (!Json::accept(text)) return;
  Json expected = Json::parse(text);
  for (const char* key : {"checked", "unchecked"})
    if (!expected.contains(key)) got.erase(key);
}

model::Pack pack_of(const fs::path& folder) {
  auto pack = packs::load((folder / "pack.toml").string(), {}, {"rules"});
  if (!pack) stop(pack.error().message);
  return *pack;
}

// Of a paper that nothing but a comparison can object to.
model::Result result_of(const Json& submission) {
  model::Result result;
  result.file.id = submission.value("id", "");
  result.file.path = submission.value("path", result.file.id + ".pdf");
  result.file.sha256 = submission.value("sha256", "");
  result.verdict = model::Verdict::pass;
  result.paper.emplace();
  result.paper->document.truncated = submission.value("truncated", false);
  if (!submission.contains("sketch")) return result;
  const Json& sketch = submission.at("sketch");
  result.sketch = model::Sketch{sketch.value("shingles", std::vector<std::uint32_t>()),
                                sketch.value("traces", std::vector<std::string>()),
                                sketch.value("authors", std::vector<std::string>())};
  return result;
}

std::string compare_submissions(const fs::path& folder) {
  model::Pack pack = pack_of(folder);
  std::vector<model::Result> results;
  std::vector<model::Submission> submissions;
  for (const Json& each : Json::parse(read(folder / "submissions.json"))) {
    results.push_back(judge::judge(result_of(each), pack));
    submissions.push_back(judge::submission_of(results.back()));
  }
  auto comparisons = judge::compare(submissions, pack);
  Json out = Json::object();
  for (std::size_t i = 0; i < results.size(); ++i) {
    auto compared = judge::with_comparison(results[i], comparisons[i], pack);
    out[compared.file.path] = essence(model::to_json(compared), false);
  }
  return util::dump(out, 2) + "\n";
}

std::string judge_document(const fs::path& folder) {
  auto paper = model::paper_from_json(Json::parse(read(folder / "document.json")));
  if (!paper) stop((folder / "document.json").string() + ": " + paper.error().message);
  model::Result result;
  result.file.path = "document.json";
  result.paper = *paper;
  std::vector<model::Result> results = {judge::judge(result, pack_of(folder))};
  std::ostringstream out;
  report::ListedResults list(results);
  report::json(out, list, {});
  return out.str();
}

bool has_golden(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().stem() == "expected") return true;
  return false;
}

bool is_judged(const fs::path& folder) {
  return !fs::exists(folder / "command");
}

// Paths in results are as given, so they are given relative to the source tree.
std::string judge_file(const fs::path& folder, const std::string& format) {
  fs::path input = folder / "input.pdf";
  if (fs::exists(folder / "input.ref")) input = words_of(folder / "input.ref").at(0);
  if (!fs::exists(input)) stop(input.string() + ": missing");
  std::string command = is_judged(folder) ? "check" : words_of(folder / "command").at(0);
  std::vector<std::string> arguments = {command, input.string(), "--packs",
                                        "rules", "--format",     format};
  if (fs::exists(folder / "pack.toml")) {
    arguments.insert(arguments.end(), {"--pack", (folder / "pack.toml").string()});
  }
  for (const std::string& word : words_of(folder / "args")) arguments.push_back(word);
  std::ostringstream out, err;
  int code = cli::run(arguments, {out, err});
  if (code == 2) stop(err.str());
  return out.str();
}

// Without what is the same in every page: styles, scripts and their hashes.
std::string without_assets(std::string html) {
  for (const char* tag : {"style", "script"}) {
    auto begin = html.find(std::string("<") + tag + ">");
    auto end = html.find(std::string("</") + tag + ">", begin);
    if (end == html.npos) stop(std::string("a page without ") + tag);
    html.erase(begin, end - begin);
  }
  for (auto hash = html.find("sha256-"); hash != html.npos; hash = html.find("sha256-", hash + 7))
    html.erase(hash + 7, html.find('\'', hash) - hash - 7);
  return html;
}

bool compare(const fs::path& golden, const std::string& got, bool bless) {
  if (bless) {
    std::ofstream(golden, std::ios::binary) << got;
    return true;
  }
  if (read(golden) == got) return true;
  std::cerr << golden.string() << " differs; this came out:\n" << got;
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) stop("usage: run_case SOURCE_ROOT CASE_FOLDER [--bless]");
  fs::current_path(arguments[0]);
  fs::path folder = fs::relative(arguments[1]);
  bool bless = arguments.size() > 2 && arguments[2] == "--bless";
  bool from_document = fs::exists(folder / "document.json");
  bool ok = true, any = false;
  for (const char* name : {"GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"})
    unsetenv(name);  // a job that runs the tests has its own paths and summary
  if (bless && is_judged(folder) && !has_golden(folder)) std::ofstream(folder / "expected.json");
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().stem() != "expected") continue;
    any = true;
    if (fs::exists(folder / "submissions.json")) {
      ok &= compare(entry.path(), compare_submissions(folder), bless);
      continue;
    }
    std::string format = entry.path().extension().string().substr(1);
    if (format == "txt") format = "text";
    std::string got = from_document ? judge_document(folder) : judge_file(folder, format);
    if (format == "json" && is_judged(folder)) {
      Json kept = essence(Json::parse(got).at(0), from_document);
      leave_out_what_golden_does(kept, entry.path());
      got = util::dump(kept, 2) + "\n";
    }
    if (format == "html") got = without_assets(std::move(got));
    ok &= compare(entry.path(), got, bless);
  }
  if (!any) stop(folder.string() + ": no expected.json");
  return ok ? 0 : 1;
}
