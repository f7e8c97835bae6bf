#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <set>
#include <thread>

#include "desk.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

using util::Json;

namespace {

// Papers of one and two pages in turn, and one that is no PDF.
void write_papers(const Desk& desk, int count) {
  for (int number = 1; number <= count; ++number) {
    std::string name = "papers/" + std::to_string(100 + number) + ".pdf";
    desk.write(name, number == 3 ? "no PDF" : tiny_pdf(1 + number % 2));
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  auto lines = util::split(text, '\n');
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::vector<std::string> ids_of(const std::string& ndjson) {
  std::vector<std::string> ids;
  for (const std::string& line : lines_of(ndjson)) ids.push_back(Json::parse(line)["file"]["id"]);
  return ids;
}

// The command line in a process of its own, that can be sent signals.
class Started {
 public:
  Started(const std::vector<std::string>& arguments, const std::string& complaints) {
    process_ = fork();
    if (process_ != 0) return;
    int code = 0;
    {
      std::ofstream err(complaints);
      std::ostringstream out;
      code = cli::run(arguments, {out, err});
    }
    _exit(code);
  }
  void send(int signal) const { kill(process_, signal); }
  int code() const {
    int status = 0;
    waitpid(process_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  pid_t process_;
};

}  // namespace

TEST_CASE("results are the same and in order however many are judged at a time", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 12);
  auto judged = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {desk.path("papers"), "--pack", pack, "--format",
                                          "ndjson"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    auto answer = desk.run(arguments);
    CHECK(answer.code == 1);
    return answer.out;
  };
  std::string one = judged({"--jobs", "1"});
  auto ids = ids_of(one);
  CHECK(ids.size() == 12);
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK(judged({"--jobs", "4"}) == one);
  CHECK(judged({"--jobs", "2", "--isolation", "worker"}) == one);
  CHECK(judged({"--in-process"}) == one);
}

TEST_CASE("shards take each paper once, and an array job says which shard", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 12);
  std::vector<std::string> whole = {desk.path("papers"), "--pack", pack, "--format", "ndjson"};
  auto with_shard = [&](const std::string& shard) {
    auto arguments = whole;
    arguments.insert(arguments.end(), {"--shard", shard});
    return lines_of(desk.run(arguments).out);
  };
  std::vector<std::string> all;
  for (const char* shard : {"1/3", "2/3", "3/3"})
    for (const std::string& line : with_shard(shard)) all.push_back(line);
  auto expected = lines_of(desk.run(whole).out);
  std::sort(all.begin(), all.end());
  std::sort(expected.begin(), expected.end());
  CHECK(all == expected);
  setenv("SLURM_ARRAY_TASK_ID", "5", 1);
  setenv("SLURM_ARRAY_TASK_MIN", "4", 1);
  setenv("SLURM_ARRAY_TASK_COUNT", "3", 1);
  CHECK(lines_of(desk.run(whole).out) == with_shard("2/3"));
  CHECK(desk.run({desk.path("papers/101.pdf"), "--pack", pack, "--format", "ndjson"}).out != "");
  for (const char* name : {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_COUNT"})
    unsetenv(name);
}

TEST_CASE("a manifest's rows name the papers and their tracks", "[cli]") {
  Desk desk;
  auto text = page_pack("tracks", 1);
  text.insert(text.find("[rule.readable]"), "tracks = [\"full\", \"demo\"]\n");
  text += "[rule.cap.track.demo]\nwith = { max = 2 }\n";
  auto pack = desk.write("tracks.toml", text);
  desk.write("a.pdf", tiny_pdf(2));
  desk.write("b.pdf", tiny_pdf(2));
  auto manifest = desk.write("rows.csv",
                             "paper_id,file,title,track,authors,emails\n"
                             "7,a.pdf,One,demo,A. One,a@example.org\n"
                             "8,b.pdf,Two,full,B. Two,b@example.org\n"
                             "9,gone.pdf,Three,full,C. Three,c@example.org\n");
  auto answer = desk.run({manifest, "--pack", pack, "--format", "ndjson"});
  CHECK(answer.code == 3);
  auto lines = lines_of(answer.out);
  REQUIRE(lines.size() == 3);
  CHECK(ids_of(answer.out) == std::vector<std::string>{"7", "8", "9"});
  CHECK(Json::parse(lines[0])["pack"]["track"] == "demo");
  CHECK(Json::parse(lines[1])["pack"]["track"] == "full");
  CHECK(Json::parse(lines[0])["verdict"] == "pass");
  CHECK(Json::parse(lines[1])["verdict"] == "fail");
  CHECK(Json::parse(lines[2])["verdict"] == "unjudged");
}

TEST_CASE("at the end of many papers a table says what they came to", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 6);
  auto stored = "ndjson:" + desk.path("results.ndjson");
  auto answer =
      desk.run({desk.path("papers"), desk.path("gone.pdf"), "--pack", pack, "--format", stored});
  CHECK(answer.code == 3);
  CHECK(has(answer.err, "7 files: 2 with problems, 3 passed, 1 unreadable, 1 not judged.\n"));
  CHECK(has(answer.err, "Most frequent findings:\n  length/total-pages  2 papers\n"));
  CHECK(has(answer.err, "  no such file or folder: 1 paper (gone)\n"));
  auto quiet = desk.run({desk.path("papers"), "--pack", pack, "--format", stored, "--quiet"});
  CHECK(quiet.err.empty());
  auto text = desk.run({desk.path("papers"), "--pack", pack});
  CHECK(!has(text.err, "Most frequent"));
  CHECK(has(text.out, "6 files: 2 with problems, 3 passed, 1 unreadable.\n"));
}

TEST_CASE("a signal ends a run soon, with a sentence and exit code 3", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 400);
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) {
    Started run({desk.path("papers"), "--pack", pack, "--jobs", "1", "--format",
                 "json:" + desk.path("whole.json")},
                desk.path("complaints"));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    auto sent = std::chrono::steady_clock::now();
    run.send(signal);
    CHECK(run.code() == 3);
    CHECK(std::chrono::steady_clock::now() - sent < std::chrono::seconds(2));
    CHECK(has(desk.read("complaints"), "interrupted"));
    CHECK(!std::filesystem::exists(desk.path("whole.json")));
  }
}

TEST_CASE("a run that was ended goes on with --resume to the bytes of an undisturbed one",
          "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 300);
  auto arguments = [&](const std::string& file) {
    return std::vector<std::string>{
        desk.path("papers"),        "--pack", pack, "--quiet", "--jobs", "1", "--format",
        "ndjson:" + desk.path(file)};
  };
  CHECK(desk.run(arguments("whole.ndjson")).code == 1);
  for (int signal : {SIGINT, SIGKILL}) {
    auto ended = arguments("ended.ndjson");
    Started run(ended, desk.path("complaints"));
    while (desk.read("ended.ndjson.partial").size() < 2000)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    run.send(signal);
    CHECK(run.code() == (signal == SIGKILL ? -SIGKILL : 3));
    CHECK(!std::filesystem::exists(desk.path("ended.ndjson")));
    CHECK((signal == SIGKILL || has(desk.read("complaints"), "with --resume goes on from there")));
    CHECK(has(desk.run(ended).err, "--resume"));
    ended.push_back("--resume");
    CHECK(desk.run(ended).code == 1);
    CHECK(desk.read("ended.ndjson") == desk.read("whole.ndjson"));
    CHECK(!std::filesystem::exists(desk.path("ended.ndjson.partial")));
    std::filesystem::remove(desk.path("ended.ndjson"));
  }
  CHECK(has(desk.run({desk.path("papers"), "--pack", pack, "--resume"}).err, "ndjson:FILE"));
}

TEST_CASE("what another paper, pack or option would change is judged again", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 4);
  std::vector<std::string> again = {desk.path("papers"),
                                    "--pack",
                                    pack,
                                    "--quiet",
                                    "--resume",
                                    "--format",
                                    "ndjson:" + desk.path("all.ndjson")};
  CHECK(desk.run(again).code == 1);
  desk.write("papers/101.pdf", tiny_pdf(1));
  CHECK(desk.run(again).code == 1);
  CHECK(Json::parse(lines_of(desk.read("all.ndjson"))[0])["measured"]["pages"] == 1);
  desk.write("short.toml", page_pack("short", 9));
  CHECK(desk.run(again).code == 1);  // the file that is no PDF
  CHECK(Json::parse(lines_of(desk.read("all.ndjson"))[3])["verdict"] == "pass");
}

TEST_CASE("shards are merged into the bytes of a single run", "[cli]") {
  Desk desk;
  desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 12);
  auto judged = [&](const std::string& file, const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {
        desk.path("papers"), "--pack",  "short",    "--packs",
        desk.path(""),       "--quiet", "--format", "ndjson:" + desk.path(file)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return desk.run(arguments).code;
  };
  judged("whole.ndjson", {});
  for (const char* shard : {"1", "2", "3"})
    judged(shard + std::string(".ndjson"), {"--shard", shard + std::string("/3")});
  std::vector<std::string> merge = {"merge",
                                    desk.path("3.ndjson"),
                                    desk.path("1.ndjson"),
                                    "--packs",
                                    desk.path(""),
                                    "--quiet",
                                    "--format",
                                    "ndjson:" + desk.path("merged.ndjson"),
                                    "--manifest",
                                    desk.path("papers")};
  auto missing = desk.run(merge);
  CHECK(missing.code == 3);
  CHECK(has(missing.err, "there is no record of it"));
  merge.insert(merge.end(), {desk.path("2.ndjson"), desk.path("3.ndjson")});
  CHECK(desk.run(merge).code == 1);
  CHECK(desk.read("merged.ndjson") == desk.read("whole.ndjson"));
}

TEST_CASE("any report is made from stored results with the bytes of the run's own", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 5);
  auto papers = desk.path("papers"), stored = desk.path("all.ndjson");
  desk.run({papers, "--pack", pack, "--quiet", "--format", "ndjson:" + stored});
  for (const char* format : {"text", "json", "ndjson"}) {
    auto live = desk.run({papers, "--pack", pack, "--format", format});
    auto again = desk.run({"report", stored, "--format", format});
    CHECK(again.out == live.out);
    CHECK(again.code == live.code);
  }
  desk.write("torn.ndjson", desk.read("all.ndjson").substr(0, 3000));
  auto torn = desk.run({"report", desk.path("torn.ndjson"), "--format", "json"});
  CHECK(torn.code == 3);
  CHECK(has(torn.err, "torn.ndjson, line "));
  CHECK(desk.run({"report", desk.path("gone.ndjson")}).code == 2);
}

TEST_CASE("where nobody reads the output a run ends quietly with exit code 3", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  write_papers(desk, 30);
  for (const char* format : {"text", "ndjson", "json"}) {
    int pipes[2];
    REQUIRE(pipe(pipes) == 0);
    close(pipes[0]);
    std::cout.flush();  // what the test itself has to say
    std::fflush(stdout);
    pid_t process = fork();
    if (process == 0) {
      dup2(pipes[1], STDOUT_FILENO);
      dup2(open(desk.path("complaints").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600),
           STDERR_FILENO);
      int code =
          cli::run({desk.path("papers"), "--pack", pack, "--format", format, "--fail-on", "never"},
                   cli::standard_streams());
      _exit(code);
    }
    close(pipes[1]);
    int status = 0;
    waitpid(process, &status, 0);
    INFO(format << " " << status);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 3);
    CHECK(desk.read("complaints").empty());
  }
}
