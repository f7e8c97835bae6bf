#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>

#include "batch/journal.hpp"
#include "batch/record_key.hpp"
#include "batch_results.hpp"
#include "desk.hpp"

namespace {

namespace fs = std::filesystem;
using batch::Input;
using batch::Journal;

std::unique_ptr<Journal> opened(const std::string& output, bool resume = false) {
  auto journal = Journal::open({output, resume});
  INFO((journal ? "" : journal.error().message));
  REQUIRE(journal);
  return std::move(*journal);
}

std::string refusal(const std::string& output, bool resume = false) {
  auto journal = Journal::open({output, resume});
  REQUIRE_FALSE(journal);
  return journal.error().message;
}

void add(Journal& journal, int from, int to) {
  for (int i = from; i < to; ++i) REQUIRE_FALSE(journal.add(numbered_result(i)));
}

std::string lines(int from, int to) {
  std::string out;
  for (int i = from; i < to; ++i) out += record_line(numbered_result(i));
  return out;
}

Input input_of(const model::Result& result) {
  Input input;
  input.path = result.file.path;
  input.id = result.file.id;
  return input;
}

bool take_over(Journal& journal, int number) {
  auto result = numbered_result(number);
  return journal.take_over(input_of(result), result.key);
}

class Listed : public batch::Source {
 public:
  explicit Listed(int count) : count_(count) {}
  std::optional<Input> next() override {
    if (at_ == count_) return std::nullopt;
    return input_of(numbered_result(at_++));
  }

 private:
  int count_, at_ = 0;
};

// As a child process, which must end with 0.
template <class Act>
void in_child(Act act) {
  pid_t child = fork();
  if (child == 0) _exit(act());
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace

TEST_CASE("a journal gives back what was added, and goes with the run", "[batch]") {
  Desk desk;
  for (const std::string& output :
       {desk.path("out.ndjson"), std::string(), std::string("/dev/null")}) {
    auto journal = opened(output);
    add(*journal, 0, 20);
    CHECK(lines_of(*journal->records()) == lines(0, 20));
    CHECK(lines_of(*journal->records()) == lines(0, 20));
    CHECK_FALSE(journal->remove());
    CHECK(fs::is_empty(fs::path(desk.path("."))));
    CHECK_FALSE(fs::exists("/dev/null.partial"));
  }
}

TEST_CASE("an earlier run's journal is not thrown away unasked", "[batch]") {
  Desk desk;
  auto output = desk.path("out.ndjson");
  add(*opened(output), 0, 3);
  CHECK(refusal(output).find("add --resume") != std::string::npos);
  auto again = opened(output, true);
  CHECK(again->recorded() == 3);
  CHECK(again->complaints().empty());
}

TEST_CASE("a second run on the same output is refused", "[batch]") {
  Desk desk;
  auto output = desk.path("out.ndjson");
  auto journal = opened(output);
  CHECK(refusal(output).find("another run is writing") != std::string::npos);
  CHECK(refusal(output, true).find("another run is writing") != std::string::npos);
  opened(desk.path("other.ndjson"));
}

TEST_CASE("records are taken over by name and key, the others come in their places", "[batch]") {
  Desk desk;
  auto output = desk.path("out.ndjson");
  desk.write("out.ndjson", lines(6, 9));
  {
    auto journal = opened(output);
    for (int i : {0, 2, 4}) add(*journal, i, i + 1);
  }
  auto journal = opened(output, true);
  CHECK(journal->recorded() == 6);
  batch::Resuming source(std::make_unique<Listed>(10), *journal, [](const Input& input) {
    return std::optional(numbered_result(std::stoi(input.id)).key);
  });
  std::vector<std::string> left;
  while (auto input = source.next()) left.push_back(input->id);
  CHECK(left == std::vector<std::string>{"1", "3", "5", "9"});
  CHECK(journal->taken_over() == 6);
  CHECK(journal->missing() == 4);
  auto now = journal->records(true);
  CHECK(lines_of(*now) == lines(0, 1));
  for (int i : {1, 3, 5}) add(*journal, i, i + 1);
  CHECK(lines_of(*now) == lines(1, 9));
  CHECK(lines_of(*journal->records()) == lines(0, 9));
  add(*journal, 9, 10);
  CHECK(lines_of(*now) == lines(9, 10));
  CHECK(journal->missing() == 0);
  CHECK(lines_of(*journal->records()) == lines(0, 10));
}

TEST_CASE("a record is not taken over for another paper or other bytes", "[batch]") {
  Desk desk;
  auto output = desk.path("out.ndjson");
  auto result = numbered_result(1);
  auto without = numbered_result(2);
  without.key.clear();
  {
    auto journal = opened(output);
    REQUIRE_FALSE(journal->add(result));
    REQUIRE_FALSE(journal->add(without));
  }
  auto journal = opened(output, true);
  auto input = input_of(result);
  CHECK_FALSE(journal->take_over(input, numbered_result(2).key));
  CHECK_FALSE(journal->take_over(input_of(without), ""));
  input.id = "3";
  CHECK_FALSE(journal->take_over(input, result.key));
  input.id = "1";
  input.path = "uploads/3.pdf";
  CHECK_FALSE(journal->take_over(input, result.key));
  CHECK(take_over(*journal, 1));
}

TEST_CASE("wherever the last record is torn, the others stay", "[batch]") {
  Desk desk;
  auto output = desk.path("out.ndjson");
  for (auto journal = opened(output); journal->papers() < 3;)
    REQUIRE_FALSE(journal->add(slim_result(static_cast<int>(journal->papers()))));
  std::string whole = desk.read("out.ndjson.partial");
  auto begin = whole.rfind('\n', whole.size() - 2) + 1;
  for (auto cut = begin; cut < whole.size(); ++cut) {
    desk.write("out.ndjson.partial", whole.substr(0, cut));
    auto journal = opened(output, true);
    CHECK(journal->recorded() == 2);
    CHECK(journal->complaints().size() == (cut == begin ? 0 : 1));
    bool is_resumed = take_over(*journal, 0) && take_over(*journal, 1) && !take_over(*journal, 2);
    CHECK(is_resumed);
    if (cut % 64 == 0) {
      REQUIRE_FALSE(journal->add(slim_result(2)));
      CHECK(desk.read("out.ndjson.partial") == whole);
    }
  }
}

TEST_CASE("a damaged record in the middle is told and done again", "[batch]") {
  Desk desk;
  auto output = desk.path("out.ndjson");
  add(*opened(output), 0, 3);
  std::string whole = desk.read("out.ndjson.partial");
  auto line = whole.find('\n') + 1;
  for (auto at = line; at < whole.find('\n', line); at += 37) {
    std::string bytes = whole;
    bytes[at] = bytes[at] == 'x' ? 'y' : 'x';
    desk.write("out.ndjson.partial", bytes);
    auto journal = opened(output, true);
    REQUIRE(journal->complaints().size() == 1);
    CHECK(journal->complaints()[0].starts_with(output + ".partial:2: no record ("));
    CHECK(journal->recorded() == 2);
  }
  desk.write("out.ndjson.partial", std::string(1000, '\0') + "\n\n[[[[\n" + whole);
  CHECK(opened(output, true)->recorded() == 3);
}

TEST_CASE("a killed run leaves all that it added", "[batch]") {
  Desk desk;
  auto output = desk.path("out.ndjson");
  pid_t child = fork();
  if (child == 0) {
    auto journal = Journal::open({output, false});
    for (int i = 0; i < 20; ++i)
      if (!journal || (*journal)->add(numbered_result(i))) _exit(1);
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  auto journal = opened(output, true);
  CHECK(journal->complaints().empty());
  for (int i = 0; i < 20; ++i) CHECK(take_over(*journal, i));
}

TEST_CASE("what cannot be written is an error that names the file, and leaves no torn record",
          "[batch]") {
  Desk desk;
  auto output = desk.path("out.ndjson");
  in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    rlimit most = {20'000, 20'000};
    setrlimit(RLIMIT_FSIZE, &most);
    auto journal = Journal::open({output, false});
    if (!journal) return 1;
    for (int i = 0; i < 100; ++i) {
      auto error = (*journal)->add(numbered_result(i));
      if (!error) continue;
      bool is_told = error->message.starts_with("cannot write " + output + ".partial: ");
      return is_told && i > 0 && (*journal)->papers() == static_cast<std::size_t>(i) ? 0 : 2;
    }
    return 3;
  });
  auto journal = opened(output, true);
  CHECK(journal->complaints().empty());
  CHECK(journal->recorded() > 0);
  CHECK(journal->recorded() < 10);
  CHECK(refusal("/proc/out.ndjson").starts_with("cannot write /proc/out.ndjson.partial: "));
  fs::create_symlink("/dev/full", desk.path("full.partial"));
  CHECK(refusal(desk.path("full")).starts_with("cannot write " + desk.path("full.partial")));
}

TEST_CASE("what earlier outputs are is looked at", "[batch]") {
  Desk desk;
  mkfifo(desk.path("out.ndjson").c_str(), 0600);
  CHECK(opened(desk.path("out.ndjson"), true)->recorded() == 0);
  desk.write("json", "[\n  {\n    \"schema\": \"deskcheck/1\"\n  }\n]\n");
  auto journal = opened(desk.path("json"), true);
  CHECK(journal->recorded() == 0);
  CHECK(journal->complaints().size() == 5);
}

TEST_CASE("a key depends on all that a record does", "[batch]") {
  model::Pack pack;
  pack.id = "desk-2025";
  pack.sha256 = "aa";
  Input input;
  input.path = "a.pdf";
  input.id = "a";
  std::vector<std::string> options = {"timeout=30"};
  std::vector<std::string> keys;
  auto note = [&](std::string_view sha = "00") {
    keys.push_back(batch::record_key(input, sha, pack, options));
  };
  note();
  CHECK(keys[0].size() == 64);
  note("01");
  input.path = "b.pdf", note(), input.path = "a.pdf";
  input.id = "b", note(), input.id = "a";
  pack.sha256 = "ab", note(), pack.sha256 = "aa";
  pack.stage = "preprint", note(), pack.stage = "";
  pack.track = "", note(), pack.track = "long", note(), pack.track.reset();
  options = {"timeout=31"}, note(), options = {}, note(), options = {"timeout=", "30"}, note();
  options = {"timeout=30"};
  input.row.emplace(), note();
  input.row->authors = {"Ada", "Eve"}, note();
  input.row->authors = {"Ada"}, input.row->emails = {"Eve"}, note();
  input.row->title = "A", note();
  auto sorted = keys;
  std::sort(sorted.begin(), sorted.end());
  CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
  input.row.reset();
  note();
  CHECK(keys.back() == keys.front());
}

TEST_CASE("bytes are hashed where there is a regular file of a fit size", "[batch]") {
  Desk desk;
  Input input;
  input.file = desk.write("a.pdf", std::string(700'000, 'x'));
  CHECK(batch::hash_of(input) == util::sha256(std::string(700'000, 'x')));
  input.file = desk.path("missing.pdf");
  CHECK_FALSE(batch::hash_of(input));
  input.file = "/dev/zero";
  CHECK_FALSE(batch::hash_of(input));
  mkfifo(desk.path("fifo").c_str(), 0600);
  input.file = desk.path("fifo");
  CHECK_FALSE(batch::hash_of(input));
  input.file = desk.write("large", "");
  fs::resize_file(input.file, 200'000'000);
  CHECK_FALSE(batch::hash_of(input));
}
