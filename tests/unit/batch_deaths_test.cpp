// What processes die of, and how each of it is told.
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <map>
#include <stdexcept>

#include "batch/child.hpp"
#include "batch/record_pipe.hpp"
#include "batch_acts.hpp"
#include "model/result_json.hpp"
#include "util/json.hpp"

using batch::Isolation;

namespace {

struct Ending {
  const char* words;  // in what is said
  std::function<void()> act;
};

[[gnu::noinline]] int nest(int depth) {
  volatile char room[4096];
  room[0] = static_cast<char>(depth);
  return depth > 100'000'000 ? 0 : nest(depth + 1) + room[0];
}

void eat_memory() {
  for (;;) {
    auto* piece = new char[8 << 20];
    for (int i = 0; i < (8 << 20); i += 4096) const_cast<volatile char*>(piece)[i] = 1;
  }
}

void* fill_memory() {
  void* last = nullptr;
  for (std::size_t size = 64 << 20; size >= 4096; size /= 2)
    while (void* piece = std::malloc(size)) last = piece;
  return last;
}

// As the PDF library does where it gets no memory.
void abort_without_memory() {
  fill_memory();
  std::abort();
}

void step_on_nothing() {
  fill_memory();
  volatile int* nothing = static_cast<int*>(std::malloc(1 << 20));
  *nothing = 1;
}

void spin() {
  for (volatile bool forever = true; forever;) continue;
}

void sleep_for_ever() {
  int never = 0;
  for (;;) syscall(SYS_futex, &never, FUTEX_WAIT_PRIVATE, 0, nullptr, nullptr, 0);
}

void crash(int signal) {
  syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), signal);
}

void answer(const std::string& record) {
  batch::write_record(batch::kAnswers, record);
  _exit(0);
}

void answer_bytes(const std::string& bytes) {
  [[maybe_unused]] ssize_t count = write(batch::kAnswers, bytes.data(), bytes.size());
}

std::string record_about(const std::string& path, const std::string& id) {
  batch::Input input;
  input.path = path;
  input.id = id;
  auto result = plain_result(input);
  result.file.bytes = 19;
  result.file.sha256 = std::string(64, '0');
  return util::dump(model::to_record(result));
}

// Nothing here needs the limits of time or memory.
std::map<std::string, Ending> quick_endings() {
  return {
      {"segv", {"died of SIGSEGV in page 3", [] { crash(SIGSEGV); }}},
      {"null", {"died of SIGSEGV in page 3", [] { *static_cast<volatile int*>(nullptr) = 1; }}},
      {"abort", {"the PDF library died of SIGABRT in page 3", [] { std::abort(); }}},
      {"bus", {"SIGBUS", [] { crash(SIGBUS); }}},
      {"fpe", {"SIGFPE", [] { crash(SIGFPE); }}},
      {"trap", {"SIGILL", [] { crash(SIGILL); }}},
      {"nest", {"nested too deep in page 3", [] { nest(0); }}},
      {"exit", {"ended without an answer in page 3 (exit code 0)", [] { _exit(0); }}},
      {"exit-3", {"exit code 3", [] { _exit(3); }}},
      {"throw", {"stopped with an error in page 3", [] { throw std::runtime_error("x"); }}},
      {"throw-int", {"stopped with an error in page 3", [] { throw 1; }}},
      {"bad-alloc", {"of memory were needed in page 3", [] { throw std::bad_alloc(); }}},
      {"suicide", {"killed twice from outside", [] { crash(SIGKILL); }}},
      {"garbage", {"not to be trusted", [] { answer("garbage"); }}},
      {"no-text", {"not to be trusted", [] { answer("\"\xff\xfe\""); }}},
      {"deep", {"not to be trusted", [] { answer(std::string(1 << 20, '[')); }}},
      {"wide", {"not to be trusted", [] { answer("[" + std::string(4 << 20, ',')); }}},
      {"other-id", {"about something else", [] { answer(record_about("in/other-id.pdf", "x")); }}},
      {"other-path", {"about something else", [] { answer(record_about("x", "other-path")); }}},
      {"empty", {"ended without an answer", [] { answer(""); }}},
      {"torn", {"ended without an answer", [] { answer_bytes("\xff\x00\x00"), _exit(0); }}},
      {"short",
       {"ended without an answer", [] { answer_bytes(std::string("\x09\0\0\0{}", 6)), _exit(0); }}},
      {"long",
       {"wrote what is no answer", [] { answer_bytes("\xff\xff\xff\x7f"), sleep_for_ever(); }}},
      {"chatty",
       {"wrote what is no answer",
        [] { answer_bytes(std::string("\x02\0\0\0{}{}", 8)), sleep_for_ever(); }}},
      {"flood",
       {"wrote what is no answer",
        [] {
          for (;;) answer_bytes(std::string(1 << 16, '\xff'));
        }}},
      {"silent",
       {"fell silent without an answer", [] { close(batch::kAnswers), sleep_for_ever(); }}},
  };
}

Act act_of(const std::map<std::string, Ending>& endings) {
  return [&endings](const std::string& id, util::Stage&) {
    auto found = endings.find(id);
    if (found != endings.end()) found->second.act();
  };
}

// Good papers stand between, and are none the worse for it.
void check_all(const std::map<std::string, Ending>& endings, batch::RunOptions options) {
  Desk desk;
  std::vector<std::string> ids;
  for (const auto& [id, ending] : endings) ids.insert(ids.end(), {id, "good"});
  for (auto isolation : {Isolation::process, Isolation::worker}) {
    options.isolation = isolation;
    auto results = run_all(papers_of(desk, ids), work_of(act_of(endings)), options);
    REQUIRE(results.size() == ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      INFO(ids[i] << ": " << results[i].stopped);
      CHECK(results[i].file.id == ids[i]);
      if (ids[i] == "good")
        CHECK((results[i].stopped.empty() && results[i].file.sha256.size() == 64));
      else
        CHECK(has(results[i].stopped, endings.at(ids[i]).words));
    }
  }
}

}  // namespace

TEST_CASE("each way to end without an answer is told apart, and neighbours go on", "[batch]") {
  auto options = quick_options();
  options.jobs = 2;
  auto endings = quick_endings();
  if (kIsSanitized) endings.erase("null");  // a sanitizer gets there before the processor
  check_all(endings, options);
}

TEST_CASE("limits of time stop a process and say where it was", "[batch]") {
  auto ignore_and_spin = [] {
    signal(SIGTERM, SIG_IGN);
    signal(SIGXCPU, SIG_IGN);
    spin();
  };
  auto options = quick_options();
  options.jobs = 2;
  options.cpu_seconds = 1;
  const char* words = "the limit of 1 s of CPU time was reached in page 3";
  check_all({{"spin", {words, ignore_and_spin}}}, options);
  options.wall_seconds = 1;
  check_all({{"sleep", {"1 s passed without an answer in page 3", sleep_for_ever}}}, options);
}

TEST_CASE("the limit of memory is named however it is run into", "[batch]") {
  if (kIsSanitized) {
    WARN("sanitizers need more address space than can be limited");
    return;
  }
  auto options = quick_options();
  options.memory_mib = 256;
  const char* words = "more than 256 MiB of memory were needed in page 3";
  check_all({{"eat", {words, eat_memory}},
             {"abort", {words, abort_without_memory}},
             {"null", {words, step_on_nothing}}},
            options);
}

TEST_CASE("a process killed once from outside is started again, and nobody notices", "[batch]") {
  Desk desk;
  void* shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* times = new (shared) std::atomic<int>(0);
  auto act = [times](const std::string& id, util::Stage&) {
    if (id == "victim" && (*times)++ == 0) crash(SIGKILL);
  };
  for (auto isolation : {Isolation::process, Isolation::worker}) {
    *times = 0;
    auto options = quick_options();
    options.isolation = isolation;
    auto results = run_all(papers_of(desk, {"a", "victim", "b"}), work_of(act), options);
    REQUIRE(results.size() == 3);
    for (const auto& result : results) CHECK(result.stopped.empty());
    CHECK(*times == 2);
  }
  munmap(shared, 4096);
}

TEST_CASE("what crashes is not tried again", "[batch]") {
  Desk desk;
  void* shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* times = new (shared) std::atomic<int>(0);
  auto act = [times](const std::string&, util::Stage&) {
    ++*times;
    std::abort();
  };
  run_all(papers_of(desk, {"a", "b"}), work_of(act), quick_options());
  CHECK(*times == 2);
  munmap(shared, 4096);
}

TEST_CASE(
    "a paper that its process dies of has the key of its record, one that was killed has none",
    "[batch]") {
  Desk desk;
  const std::map<std::string, Ending> endings = {
      {"segv", {"key of segv", [] { crash(SIGSEGV); }}},
      {"bad-alloc", {"key of bad-alloc", [] { throw std::bad_alloc(); }}},
      {"suicide", {"", [] { crash(SIGKILL); }}},
      {"slow", {"", sleep_for_ever}},
      {"garbage", {"", [] { answer("garbage"); }}},
      {"fine", {"", [] {}}}};
  std::vector<std::string> ids;
  for (const auto& [id, ending] : endings) ids.push_back(id);
  auto work = work_of([&](const std::string& id, util::Stage&) { endings.at(id).act(); });
  work.key = [](const batch::Input& input) { return "key of " + input.id; };
  auto options = quick_options();
  options.wall_seconds = 2;
  auto results = run_all(papers_of(desk, ids), work, options);
  REQUIRE(results.size() == ids.size());
  for (const auto& result : results) CHECK(result.key == endings.at(result.file.id).words);
}
