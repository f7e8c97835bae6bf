#include <catch2/catch.hpp>
#include <filesystem>

#include "desk.hpp"
#include "report/report.hpp"
#include "util/json.hpp"

namespace fs = std::filesystem;

namespace {

const std::string kFixtures = std::string(DESKCHECK_SOURCE) + "/fixtures/deepmath-2025/";
const std::string kRules = std::string(DESKCHECK_SOURCE) + "/rules";

// What must not be seen: names and what stands beside them on page 1 and in the name of the file.
constexpr const char* kNames[] = {"Ada",    "Example1",   "example_ada", "Specimen",
                                  "Muster", "Sampletown", "aexample"};

std::string copied(const Desk& desk, const std::string& fixture, const std::string& name) {
  fs::create_directories(fs::path(desk.path(name)).parent_path());
  fs::copy_file(kFixtures + fixture, desk.path(name));
  return desk.path(name);
}

// Without what Markdown writes for signs.
std::string read(std::string text) {
  for (const auto& [entity, sign] : {std::pair("&#95;", "_"), {"&#91;", "["}, {"&#93;", "]"}})
    for (auto at = text.find(entity); at != text.npos; at = text.find(entity))
      text.replace(at, 5, sign);
  return text;
}

// The first of the names in a text; "" where none is.
std::string name_in(const std::string& given) {
  std::string text = read(given);
  for (const char* name : kNames)
    if (has(text, name)) return name;
  return "";
}

struct Trial {
  Desk desk;
  std::string paper = copied(desk, "authors-named.pdf", "up/example_ada_v2.pdf");
  std::string who = desk.write("who.csv",
                               "paper_id,names,emails,affiliations\n"
                               "example_ada_v2,Ada Example;Bo Specimen,aexample@muster.edu,"
                               "Institute of Invented Studies\n");

  Answer check(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {paper,     "--pack",  "deepmath-2025",
                                          "--packs", kRules,    "--identities",
                                          who,       "--stage", "submission"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return desk.run(arguments);
  }
};

}  // namespace

TEST_CASE("authors who are known are certain", "[cli]") {
  Trial trial;
  auto answer = trial.check({"--format", "json"});
  CHECK(answer.code == 1);
  bool is_found = false;
  auto results = util::Json::parse(answer.out);
  for (const auto& finding : results.at(0).at("findings"))
    is_found = is_found || (finding["check"] == "anonymity/known-author" &&
                            finding["confidence"] == "certain" && finding["page"] == 1);
  CHECK(is_found);
  CHECK(has(trial.check({}).out, "Ada Example"));
}

TEST_CASE("each process is told of its own paper's authors", "[cli]") {
  Trial trial;
  copied(trial.desk, "email-footnote.pdf", "up/other.pdf");
  auto found = [&](const std::string& isolation) {
    return trial.desk.run({trial.desk.path("up"), "--pack", "deepmath-2025", "--packs", kRules,
                           "--identities", trial.who, "--format", "json", "--isolation",
                           isolation});
  };
  auto answer = found("process");
  CHECK(answer.out == found("worker").out);
  auto results = util::Json::parse(answer.out);
  REQUIRE(results.size() == 2);
  // Of the other one nobody is named.
  for (const auto& finding : results.at(1).at("findings"))
    CHECK(finding["check"] != "anonymity/known-author");
  CHECK(has(results.at(1).at("unchecked").dump(), "nobody says who wrote it"));
}

TEST_CASE("no format shows the blind who wrote a paper", "[cli]") {
  Trial trial;
  for (const report::Format& format : report::formats()) {
    if (format.needs_lines) continue;
    std::string name(format.name);
    INFO(name);
    auto seen = trial.check({"--format", name});
    CHECK(name_in(seen.out) != "");
    auto blind = trial.check({"--format", name, "--audience", "blind"});
    CHECK(blind.code == seen.code);
    CHECK(has(read(blind.out), "[masked]"));
    CHECK(name_in(blind.out) == "");
    CHECK(name_in(blind.err) == "");
    trial.check({"--format", name + ":" + trial.desk.path("file." + name), "--audience", "blind"});
    CHECK(name_in(trial.desk.read("file." + name)) == "");
  }
}

TEST_CASE("results that are stored are masked when they are shown", "[cli]") {
  Trial trial;
  auto stored = trial.desk.path("all.ndjson");
  trial.check({"--format", "ndjson:" + stored});
  CHECK(name_in(trial.desk.read("all.ndjson")) != "");
  for (const report::Format& format : report::formats()) {
    if (format.needs_lines) continue;
    std::string name(format.name);
    INFO(name);
    CHECK(name_in(trial.desk.run({"report", stored, "--format", name}).out) != "");
    auto blind = trial.desk.run({"report", stored, "--format", name, "--audience", "blind"});
    CHECK(name_in(blind.out) == "");
    auto merged = trial.desk.run(
        {"merge", stored, "--packs", kRules, "--format", name, "--audience", "blind"});
    CHECK(name_in(merged.out) == "");
  }
  // What was written for the blind stays so.
  auto masked = trial.desk.path("masked.ndjson");
  trial.check({"--format", "ndjson:" + masked, "--audience", "blind"});
  CHECK(name_in(trial.desk.read("masked.ndjson")) == "");
  CHECK(name_in(trial.desk.run({"report", masked, "--format", "text"}).out) == "");
}

TEST_CASE("a mask holds where nobody says who the authors are", "[cli]") {
  Trial trial;
  auto blind = trial.desk.run({trial.paper, "--pack", "deepmath-2025", "--packs", kRules,
                               "--audience", "blind", "--format", "ndjson"});
  for (const char* name : {"Specimen", "Muster", "Sampletown"}) CHECK_FALSE(has(blind.out, name));
}

TEST_CASE("a table of identities that is wrong judges nothing", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto paper = desk.write("papers/1.pdf", tiny_pdf(1));
  desk.write("papers/2.pdf", tiny_pdf(1));
  auto who = desk.write("who.csv", "id,names\n1,A,B\n");
  auto run = [&](const std::string& what) {
    return desk.run({what, "--pack", pack, "--identities", who});
  };
  CHECK(run(paper).code == 2);
  CHECK(has(run(paper).err, "who.csv:2: it has 3 fields"));
  desk.write("who.csv", "names\nJane Doe\n");
  CHECK(run(paper).code == 0);
  CHECK(run(desk.path("papers")).code == 2);
  CHECK(has(run(desk.path("papers")).err, "which paper is whose"));
  who = desk.path("none.csv");
  CHECK(run(paper).code == 2);
}
