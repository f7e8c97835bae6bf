// Living with findings: settings, a choice of checks, waivers, baselines, receipts.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "desk.hpp"
#include "util/json.hpp"
#include "util/sha256.hpp"

using util::Json;

namespace {

using Words = std::vector<std::string>;

// The day it is, for as long as one lives.
class Day {
 public:
  explicit Day(const char* seconds) { setenv("SOURCE_DATE_EPOCH", seconds, 1); }
  ~Day() { unsetenv("SOURCE_DATE_EPOCH"); }
};

constexpr const char* k28November2026 = "1795824000";

Words operator+(Words all, const Words& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

// As it was before it was wrapped.
std::string unwrapped(const std::string& text) {
  std::istringstream words(text);
  std::string all;
  for (std::string word; words >> word;) all += word + ' ';
  return all;
}

struct Trial {
  Desk desk;
  std::string pack = desk.write("packs/short.toml", page_pack("short", 1));
  std::string paper = desk.write("work/paper.pdf", tiny_pdf(3));

  Answer check(const Words& more) const { return desk.run(Words{paper, "--pack", pack} + more); }
  Json result(const Words& more) const {
    return Json::parse(check(more + Words{"--format", "json"}).out).at(0);
  }
  std::string settings(const std::string& text) const {
    return desk.write("work/deskcheck.toml", text);
  }
};

const char* kWaiver =
    "[[waiver]]\ncheck = \"length/total-pages\"\npaper = \"paper\"\n"
    "reason = \"invited\"\nby = \"A. Chair\"\nuntil = 2027-01-31\n";

}  // namespace

TEST_CASE("settings lie beside the paper or above it, and the command line wins", "[cli]") {
  Trial trial;
  trial.settings("pack = \"../packs/short.toml\"\nfail-on = \"never\"\n");
  auto answer = trial.desk.run({trial.paper});
  CHECK(answer.code == 0);
  CHECK(has(answer.out, "short 1.0.0"));
  CHECK(has(answer.out, "Note that settings of " + trial.desk.path("work/deskcheck.toml")));
  CHECK(trial.desk.run({trial.paper, "--fail-on", "error"}).code == 1);
  CHECK(!has(trial.desk.run({trial.paper, "--settings", "none"}).out, "short 1.0.0"));
  auto deeper = trial.desk.write("work/draft/b.pdf", tiny_pdf(3));
  CHECK(has(trial.desk.run({deeper}).out, "short 1.0.0"));
  // What is not said in the report is said beside it.
  auto json = trial.desk.run({trial.paper, "--format", "json"});
  CHECK(has(json.err, "deskcheck.toml hold: pack, fail-on"));
  CHECK(!has(json.out, "deskcheck.toml"));
}

TEST_CASE("packs beside the settings are found by their ids", "[cli]") {
  Trial trial;
  trial.desk.write("work/mine.toml", page_pack("mine", 1));
  trial.desk.write("work/uploads/theirs.toml", page_pack("theirs", 1));
  trial.settings("pack = \"mine\"\n");
  CHECK(trial.desk.run({trial.paper}).code == 1);
  CHECK(trial.desk.run({trial.paper, "--pack", "theirs"}).code == 2);
}

TEST_CASE("what lies in a folder that is judged sets nothing", "[cli]") {
  Trial trial;
  trial.settings("fail-on = \"never\"\n");
  trial.desk.write("work/5/deskcheck.toml", "fail-on = \"never\"\n");
  auto inner = trial.desk.write("work/5/b.pdf", tiny_pdf(3));
  std::string folder = trial.desk.path("work");
  for (const Words& paths : {Words{folder}, {folder + "/"}, {folder, inner}, {folder + "/."}}) {
    auto answer = trial.desk.run(paths + Words{"--pack", trial.pack});
    CHECK(answer.code == 1);
    CHECK(has(unwrapped(answer.out), "lies in a folder that is judged"));
  }
  // But a folder that lies beside them is judged by them.
  CHECK(trial.desk.run({trial.desk.path("work/5"), "--pack", trial.pack}).code == 0);
  // And papers that have different ones are not judged together.
  auto other = trial.desk.write("b.pdf", tiny_pdf(1));
  auto both = trial.desk.run({trial.paper, other, "--pack", trial.pack});
  CHECK(both.code == 2);
  CHECK(has(both.err, "have different settings"));
}

TEST_CASE("mistakes in settings end a run with exit code 2", "[cli]") {
  Trial trial;
  auto told = [&](const std::string& text) {
    std::string file = trial.settings(text);
    auto answer = trial.desk.run({trial.paper});
    CHECK(answer.code == 2);
    std::string prefix = "deskcheck: " + file;
    return answer.err.starts_with(prefix) ? answer.err.substr(prefix.size()) : answer.err;
  };
  CHECK(told("wavers = \"x\"\n") ==
        ":1:1: unknown key \"wavers\" in the settings; did you mean \"waivers\"?\n");
  CHECK(told("jobs = 0\n") == ":1:8: jobs wants a whole number from 1 to 256, not 0\n");
  CHECK(has(told("format = \"json:/tmp/out\"\n"), ":1:10: settings name a format and no file"));
  CHECK(has(told("format = \"jsn\"\n"), ":1:10: format knows"));
  CHECK(has(told("in-process = true\n"), "unknown key \"in-process\""));
  CHECK(has(told("pack = \"nowhere-2020\"\n"), ":1:8: "));
  CHECK(has(told("packs = \"gone\"\n"), ":1:9: packs "));
  CHECK(has(told("ignore = [\"layuot\"]\n"),
            ":1:10: ignore layuot: no check's id begins so; did you mean layout?"));
}

TEST_CASE("--show-settings says what holds and why", "[cli]") {
  Trial trial;
  std::string file = trial.settings("ignore = [\"font\", \"text\"]\nwaivers = \"w.toml\"\n");
  auto answer = trial.desk.run({trial.paper, "--show-settings", "--fail-on", "warning"});
  CHECK(answer.code == 0);
  CHECK(has(answer.out, "ignore            font, text (" + file + ":1:10)\n"));
  CHECK(has(answer.out, "waivers           " + trial.desk.path("work/w.toml") + " ("));
  CHECK(has(answer.out, "fail-on           warning (command line)\n"));
  CHECK(has(answer.out, "timeout           30 (default)\n"));
  setenv("AWS_BATCH_JOB_ARRAY_INDEX", "0", 1);
  setenv("AWS_BATCH_JOB_ARRAY_SIZE", "4", 1);
  CHECK(has(trial.desk.run({"check", "--show-settings"}).out,
            "shard             1/4 (environment of an array job)\n"));
  unsetenv("AWS_BATCH_JOB_ARRAY_INDEX");
  unsetenv("AWS_BATCH_JOB_ARRAY_SIZE");
}

TEST_CASE("checks that are not selected are not run, and are said", "[cli]") {
  Trial trial;
  auto result = trial.result({"--ignore", "length"});
  CHECK(result["verdict"] == "pass");
  CHECK(result["checked"] == Json({"file/encrypted", "file/unreadable"}));
  CHECK(result["unchecked"][0]["check"] == "length/total-pages");
  CHECK(result["unchecked"][0]["why"] == "not selected (--select, --ignore)");
  CHECK(trial.result({"--select", "length/total-pages"})["verdict"] == "fail");
  CHECK(trial.result({"--select", "file,length", "--ignore", "length/total"})["verdict"] == "pass");
  auto unknown = trial.check({"--select", "lenght"});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "--select lenght: no check's id begins so; did you mean length?"));
  auto nothing = trial.check({"--select", "layout"});
  CHECK(nothing.code == 2);
  CHECK(has(nothing.err, "leave nothing of the pack short to judge by"));
}

TEST_CASE("a choice of checks is part of what is taken over", "[cli]") {
  Trial trial;
  std::string out = "ndjson:" + trial.desk.path("out.ndjson");
  CHECK(trial.check({"--ignore", "length", "--format", out}).code == 0);
  CHECK(trial.check({"--format", out, "--resume"}).code == 1);
}

TEST_CASE("a waived finding is shown, and counts neither in the verdict nor the code", "[cli]") {
  Trial trial;
  Day day(k28November2026);
  Words options = {"--waivers", trial.desk.write("w.toml", kWaiver)};
  auto answer = trial.check(options);
  CHECK(answer.code == 0);
  CHECK(answer.out.starts_with("Nothing found that the rules of Desk 2025 forbid, 1 waived.\n"));
  CHECK(has(unwrapped(answer.out), "Waived (1): length/total-pages, page "));
  CHECK(has(answer.out, "    Waived: invited (A. Chair, until 2027-01-31)\n"));
  auto result = trial.result(options);
  CHECK(result["verdict"] == "pass");
  CHECK(result["findings"][0]["waived"]["reason"] == "invited");
  CHECK(result["findings"][0]["waived"]["by"] == "A. Chair");
  CHECK(result["findings"][0]["waived"]["until"] == "2027-01-31");
  // As it was where there is none.
  CHECK(!trial.result({})["findings"][0].contains("waived"));
}

TEST_CASE("what is over and what meets nothing is said once", "[cli]") {
  Trial trial;
  auto file = trial.desk.write("w.toml", std::string(kWaiver) +
                                             "[[waiver]]\ncheck = \"file/encrypted\"\n"
                                             "reason = \"never mind\"\n");
  Day day("1900000000");
  auto text = trial.check({"--waivers", file});
  CHECK(text.code == 1);
  CHECK(has(unwrapped(text.out), "held until 2027-01-31 and does not"));
  CHECK(text.err.empty());
  auto json = trial.check({"--waivers", file, "--format", "json"});
  CHECK(has(json.err, file + ":1:1: this waiver of length/total-pages held until 2027-01-31"));
  CHECK(has(json.err, file + ":7:1: this waiver of file/encrypted meets no finding\n"));
}

TEST_CASE("waivers hold for stored results, and go with them", "[cli]") {
  Trial trial;
  Day day(k28November2026);
  std::string stored = trial.desk.path("out.ndjson");
  auto waivers = trial.desk.write("w.toml", kWaiver);
  CHECK(trial.check({"--format", "ndjson:" + stored}).code == 1);
  CHECK(trial.desk.run({"report", stored}).code == 1);
  auto again = trial.desk.path("again.ndjson");
  CHECK(trial.desk.run({"report", stored, "--waivers", waivers, "--format", "ndjson:" + again})
            .code == 0);
  CHECK(trial.desk.run({"report", again}).code == 0);
  auto none = trial.desk.write("none.toml", "");
  CHECK(trial.desk.run({"report", again, "--waivers", none}).code == 1);
  CHECK(trial.desk.run({"merge", stored, "--waivers", waivers}).code == 0);
  // A run that takes over results decides anew.
  CHECK(trial.check({"--format", "ndjson:" + again, "--resume"}).code == 1);
  CHECK(!has(trial.desk.read("again.ndjson"), "waived"));
}

TEST_CASE("a baseline lets only what is new count", "[cli]") {
  Trial trial;
  std::string stored = trial.desk.path("baseline.ndjson");
  CHECK(trial.check({"--format", "ndjson:" + stored}).code == 1);
  auto answer = trial.check({"--baseline", stored});
  CHECK(answer.code == 0);
  CHECK(has(answer.out, "forbid, 1 known before.\n"));
  CHECK(has(unwrapped(answer.out), "In the baseline (1): length/total-pages, page "));
  CHECK(trial.result({"--baseline", stored})["findings"][0]["baseline"] == true);
  auto other = trial.desk.write("work/other.pdf", tiny_pdf(3));
  CHECK(trial.desk.run({other, "--pack", trial.pack, "--baseline", stored}).code == 1);
  auto wrong = trial.check({"--baseline", trial.pack});
  CHECK(wrong.code == 2);
  CHECK(has(wrong.err, "a baseline is what an earlier run wrote"));
}

TEST_CASE("decisions that contradict each other, and a baseline of other papers, are said",
          "[cli]") {
  Trial trial;
  std::string waivers = trial.desk.write(
      "waivers.toml",
      std::string(kWaiver) + "[[confirmed]]\ncheck = \"length/total-pages\"\npaper = \"paper\"\n");
  auto answer = trial.check({"--waivers", waivers, "--format", "json"});
  CHECK(answer.code == 1);
  CHECK(
      has(answer.err, "waivers.toml:1:1: this waiver of length/total-pages says the opposite of"));
  std::string nothing = trial.desk.write("empty.ndjson", "");
  auto against = trial.check({"--baseline", nothing, "--format", "json"});
  CHECK(has(against.err, "this baseline has none of these papers"));
}

TEST_CASE("settings serve stored results and clean copies too", "[cli]") {
  Trial trial;
  std::string stored = trial.desk.path("r.ndjson");
  trial.check({"--format", "ndjson:" + stored});
  trial.desk.write("waivers.toml", kWaiver);
  std::string settings = trial.desk.write(
      "s.toml", "waivers = \"waivers.toml\"\nselect = \"length\"\nformat = \"csv\"\n");
  Day day(k28November2026);
  for (const char* command : {"report", "merge"}) {
    auto answer = trial.desk.run({command, stored, "--settings", settings});
    CHECK(answer.code == 0);
    CHECK(has(answer.out, "waived: invited"));
    CHECK(has(answer.err, "s.toml hold: waivers, format"));
    auto shown = trial.desk.run({command, "--settings", settings, "--show-settings"});
    CHECK(has(shown.out, "waivers.toml"));
    CHECK_FALSE(has(shown.out, "select"));
  }
  for (const char* command : {"fix", "inspect"}) {
    auto shown = trial.desk.run({command, "--settings", settings, "--show-settings"});
    CHECK(shown.code == 0);
    CHECK_FALSE(has(shown.out, "csv"));
  }
}

TEST_CASE("merging keeps what was decided of findings that compare papers", "[cli]") {
  Trial trial;
  std::string pack =
      trial.desk.write("packs/two.toml", page_pack("two", 4) +
                                             "[rule.same]\ncheck = "
                                             "\"batch/duplicate-file\"\nseverity = "
                                             "\"error\"\ncite = { text = \"Once.\" }\n");
  trial.desk.write("in/1.pdf", tiny_pdf(3));
  trial.desk.write("in/2.pdf", tiny_pdf(3));
  std::string waivers =
      trial.desk.write("waivers.toml", "[[waiver]]\ncheck = \"batch/\"\nreason = \"asked for\"\n");
  std::string stored = trial.desk.path("r.ndjson"), merged = trial.desk.path("m.ndjson");
  auto judged = trial.desk.run({"check", trial.desk.path("in"), "--pack", pack, "--waivers",
                                waivers, "--format", "ndjson:" + stored});
  CHECK(judged.code == 0);
  auto answer = trial.desk.run(
      {"merge", stored, "--packs", trial.desk.path("packs"), "--format", "ndjson:" + merged});
  CHECK(answer.code == 0);
  CHECK(trial.desk.read("m.ndjson") == trial.desk.read("r.ndjson"));
}

TEST_CASE("an unreadable file that is waived is still not judged", "[cli]") {
  Trial trial;
  trial.desk.write("work/paper.pdf", "no PDF");
  auto file =
      trial.desk.write("w.toml", "[[waiver]]\ncheck = \"file/\"\nreason = \"it comes by post\"\n");
  CHECK(trial.check({}).code == 1);
  CHECK(trial.check({"--waivers", file}).code == 3);
  CHECK(trial.result({"--waivers", file})["verdict"] == "unjudged");
}

TEST_CASE("a receipt has the same bytes wherever and however papers are judged", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  for (const char* folder : {"one/", "two/deep/"})
    for (int number = 1; number <= 5; ++number)
      desk.write(folder + ("p" + std::to_string(number)) + ".pdf",
                 number == 4 ? "no PDF" : tiny_pdf(1 + number % 2));
  auto receipt = [&](const std::string& folder, const Words& more) {
    std::string file = desk.path("receipt.json");
    desk.run(Words{desk.path(folder), "--pack", pack, "--receipt", file} + more);
    return desk.read("receipt.json");
  };
  std::string first = receipt("one", {"--jobs", "1"});
  CHECK(first == receipt("one", {"--jobs", "4", "--format", "ndjson"}));
  CHECK(first == receipt("two/deep", {"--jobs", "2", "--isolation", "worker"}));
  CHECK(first != receipt("one", {"--ignore", "length"}));
  auto all = Json::parse(first);
  CHECK(all["schema"] == "deskcheck-receipt/1");
  CHECK(all["packs"][0]["id"] == "short");
  CHECK(all["files"].size() == 5);
  CHECK(all["files"][0]["verdict"] == "fail");
  CHECK(all["files"][0]["sha256"] == util::sha256(tiny_pdf(2)));
  CHECK(!has(first, desk.path("")));
}

namespace {

// A watch in a process of its own, with what it has said so far.
class Watching {
 public:
  Watching(const Desk& desk, const Words& arguments) : desk_(desk) {
    process_ = fork();
    if (process_ != 0) return;
    int code = 0;
    {
      std::ofstream out(desk.path("said.out")), err(desk.path("said.err"));
      code = cli::run(arguments, {out, err});
    }
    _exit(code);
  }

  // Waits for it; false where it does not come.
  bool says(const std::string& file, const std::string& words) const {
    for (int tries = 0; tries < 400; ++tries) {
      if (has(desk_.read(file), words)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }

  int interrupt() const {
    kill(process_, SIGINT);
    int status = 0;
    waitpid(process_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  const Desk& desk_;
  pid_t process_;
};

}  // namespace

TEST_CASE("a paper that is watched is judged again when it is whole", "[cli]") {
  Trial trial;
  Watching watching(trial.desk, {trial.paper, "--pack", trial.pack, "--watch", "--quiet"});
  REQUIRE(watching.says("said.out", "1 problem"));
  // Written in pieces, as TeX does.
  std::string whole = tiny_pdf(2, "/Info<</Title(b)>>");
  trial.desk.write("work/paper.pdf", whole.substr(0, 200));
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  CHECK(trial.desk.read("said.err").empty());
  trial.desk.write("work/paper.pdf", whole);
  REQUIRE(watching.says("said.err", "the same findings as before"));
  // And in one, by another file that takes its place.
  std::filesystem::rename(trial.desk.write("work/new.pdf", tiny_pdf(1)), trial.paper);
  REQUIRE(watching.says("said.err", "paper.pdf: 1 fixed (length/total-pages), 0 new, 0 in all\n"));
  trial.desk.write("work/paper.pdf", tiny_pdf(4));
  REQUIRE(watching.says("said.err", "paper.pdf: 0 fixed, 1 new (length/total-pages), 1 in all\n"));
  CHECK(watching.interrupt() == 1);
}

TEST_CASE("a watch is for PDFs that are there", "[cli]") {
  Trial trial;
  for (const Words& paths : {Words{trial.desk.path("work")}, {trial.desk.path("gone.pdf")}}) {
    auto answer = trial.desk.run(paths + Words{"--pack", trial.pack, "--watch"});
    CHECK(answer.code == 2);
    CHECK(has(answer.err, "--watch waits for changes of PDFs"));
  }
}
