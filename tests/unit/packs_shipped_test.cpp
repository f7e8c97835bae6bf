#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>

#include "checks/registry.hpp"
#include "pack_files.hpp"
#include "packs/packs.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace {

namespace fs = std::filesystem;

const packs::SearchPath kRules = {fs::path(DESKCHECK_SOURCE) / "rules"};

std::vector<fs::path> shipped_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kRules[0].path))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

model::Pack loaded(const std::string& id, const packs::Choice& choice) {
  auto pack = packs::load(id, choice, kRules);
  if (!pack) FAIL(pack.error().message);
  return *pack;
}

// Every pack of a venue in every stage and track; what only others extend names no page.
std::vector<model::Pack> venue_packs() {
  std::vector<model::Pack> all;
  for (const packs::Listing& listing : packs::list(kRules)) {
    model::Pack pack = loaded(listing.id, {});
    if (pack.url.empty()) continue;
    auto tracks = pack.tracks.empty() ? std::vector<std::string>{""} : pack.tracks;
    for (const std::string& stage : pack.stages)
      for (const std::string& track : tracks) all.push_back(loaded(listing.id, {stage, track}));
  }
  return all;
}

std::string read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// What the cases of one pack find.
struct Judged {
  std::set<std::string> failed;                // checks, in any case
  std::vector<std::set<std::string>> passing;  // the same of each paper that passes
};

std::map<std::string, Judged> judged_by_cases() {
  std::map<std::string, Judged> all;
  for (const auto& entry : fs::directory_iterator(fs::path(DESKCHECK_SOURCE) / "tests/cases")) {
    auto words = util::split(util::trim(read_file(entry.path() / "args")), ' ');
    auto option = std::find(words.begin(), words.end(), "--pack");
    if (words.end() - option < 2 || !fs::exists(entry.path() / "expected.json")) continue;
    auto expected = util::Json::parse(read_file(entry.path() / "expected.json"));
    if (!expected.contains("verdict")) continue;
    std::set<std::string> failed;
    for (const auto& finding : expected["findings"])
      if (finding["outcome"] == "failed") failed.insert(finding["check"].get<std::string>());
    Judged& judged = all[option[1]];
    judged.failed.insert(failed.begin(), failed.end());
    if (expected["verdict"] == "pass") judged.passing.push_back(failed);
  }
  return all;
}

// Packs that no paper is judged by, since what extends them holds the limits.
bool is_shared(const model::Pack& pack) {
  static const std::map<std::string, std::string> kReasons = {
      {"base", "the words of sections, for any venue"},
      {"blind", "what hides authors, for any venue"},
      {"acm", "the formats have the page"},
      {"ieee", "the conferences and societies have the limits"},
      {"aistats", "the years have the limits"},
  };
  return kReasons.contains(pack.id) || pack.title.ends_with(", any year");
}

}  // namespace

TEST_CASE("every pack by which a paper is judged has a passing and a failing case", "[packs]") {
  auto judged = judged_by_cases();
  for (const packs::Listing& listing : packs::list(kRules)) {
    if (is_shared(loaded(listing.id, {}))) continue;
    INFO(listing.id);
    const Judged& cases = judged[listing.id];
    CHECK(!cases.passing.empty());
    // A clean paper may have warnings, of fonts that are not installed where it is compiled.
    CHECK(std::any_of(cases.passing.begin(), cases.passing.end(),
                      [&](const auto& clean) { return clean != cases.failed; }));
  }
}

TEST_CASE("the pack that contributors begin from is sound", "[packs]") {
  std::string page = read_file(fs::path(DESKCHECK_SOURCE) / "CONTRIBUTING.md");
  auto begin = page.find("```toml\n");
  REQUIRE(begin != page.npos);
  begin += 8;
  PackFiles files;
  fs::path file =
      files.write("my-workshop-2027.toml", page.substr(begin, page.find("```", begin) - begin));
  std::string mistakes;
  for (const util::Error& error : packs::validate(file, kRules)) mistakes += error.message + "\n";
  CHECK(mistakes.empty());
  CHECK(loaded(file.string(), {"camera-ready", ""}).stage == "camera-ready");
}

TEST_CASE("every pack that ships is sound and found by its id", "[packs]") {
  auto listed = packs::list(kRules);
  auto files = shipped_files();
  CHECK(listed.size() == files.size());
  for (const fs::path& file : files) {
    INFO(file.string());
    std::string mistakes;
    for (const util::Error& error : packs::validate(file, kRules)) mistakes += error.message + "\n";
    CHECK(mistakes.empty());
    CHECK(loaded(file.stem().string(), {}).id == file.stem().string());
  }
}

TEST_CASE("every venue that ships says what it is and where it was read", "[packs]") {
  for (const model::Pack& pack : venue_packs()) {
    INFO(pack.id << " " << pack.stage);
    CHECK(pack.title != pack.id);
    CHECK(pack.version != "0");
    CHECK(pack.read_on.size() == 10);
    CHECK(!pack.vocabulary.sections.empty());
    CHECK(!pack.vocabulary.stages.empty());
  }
}

TEST_CASE("what blocks a paper is said by the venue", "[packs]") {
  for (const model::Pack& pack : venue_packs()) {
    for (const model::Rule& rule : pack.rules) {
      INFO(pack.id << " " << pack.stage << " " << rule.id);
      bool is_plain = rule.check.starts_with("file/") || rule.check.starts_with("integrity/");
      bool needs_none = is_plain || rule.severity != model::Severity::error;
      CHECK((needs_none || rule.cite));
      if (!rule.cite) continue;
      CHECK(rule.cite->url.starts_with("https://"));
      CHECK(rule.cite->read_on.size() == 10);
    }
  }
}

TEST_CASE("every check has a pack that uses it", "[packs]") {
  std::set<std::string> used;
  for (const model::Pack& pack : venue_packs())
    for (const model::Rule& rule : pack.rules) used.insert(rule.check);
  for (const checks::Entry& entry : checks::all()) {
    INFO(entry.check->id);
    CHECK(used.count(std::string(entry.check->id)) == 1);
  }
}

TEST_CASE("identities are looked for in submissions alone", "[packs]") {
  for (const model::Pack& pack : venue_packs()) {
    INFO(pack.id << " " << pack.stage);
    bool any = std::any_of(pack.rules.begin(), pack.rules.end(), [](const model::Rule& rule) {
      return rule.check.starts_with("anonymity/");
    });
    // A venue whose papers name their authors says so where it does not look.
    bool names = std::any_of(pack.gaps.begin(), pack.gaps.end(), [](const model::Gap& gap) {
      return gap.check == "anonymity/author-block";
    });
    CHECK(any == (!names && (pack.stage == "submission" || pack.stage == "rebuttal")));
  }
}

TEST_CASE("page limits grow from one stage to the next", "[packs]") {
  auto limit = [](const char* id, const char* stage, const char* track) {
    for (const model::Rule& rule : loaded(id, {stage, track}).rules)
      if (rule.check == "length/main-pages") return rule.with.integer("max");
    return 0;
  };
  CHECK(limit("neurips-2025", "submission", "") == 9);
  CHECK(limit("neurips-2025", "camera-ready", "") == 10);
  CHECK(limit("neurips-2025", "preprint", "") == 0);
  CHECK(limit("iclr-2026", "submission", "") == 9);
  CHECK(limit("iclr-2026", "rebuttal", "") == 10);
  CHECK(limit("icml-2025", "submission", "") == 8);
  CHECK(limit("icml-2025", "camera-ready", "") == 9);
  CHECK(limit("iclr-2025", "submission", "") == 10);
  CHECK(limit("iclr-2025", "camera-ready", "") == 0);
  CHECK(limit("aistats-2026", "submission", "") == 8);
  CHECK(limit("aistats-2026", "camera-ready", "") == 9);
  CHECK(limit("bmvc-2026", "submission", "") == 14);
  CHECK(limit("kdd-2026", "submission", "") == 8);
  CHECK(limit("kdd-2026", "camera-ready", "") == 9);
  CHECK(limit("sigir-2026", "submission", "full") == 9);
  CHECK(limit("sigir-2026", "submission", "short") == 4);
  CHECK(limit("wsdm-2026", "camera-ready", "full") == 9);
  CHECK(limit("wsdm-2026", "camera-ready", "short") == 4);
  CHECK(limit("sosp-2026", "submission", "") == 12);
  CHECK(limit("sosp-2026", "camera-ready", "") == 14);
  CHECK(limit("www-2026", "submission", "") == 8);
  CHECK(limit("usenix-security-2027", "submission", "") == 13);
  CHECK(limit("acl-arr", "submission", "long") == 8);
  CHECK(limit("acl-arr", "camera-ready", "long") == 9);
  CHECK(limit("acl-arr", "submission", "short") == 4);
  CHECK(limit("acl-arr", "camera-ready", "short") == 5);
}
