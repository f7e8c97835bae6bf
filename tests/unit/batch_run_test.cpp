#include "batch/run.hpp"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "batch/opened.hpp"
#include "batch_acts.hpp"
#include "model/result_json.hpp"
#include "util/json.hpp"

using batch::Isolation;

namespace {

std::vector<std::string> numbers(int count) {
  std::vector<std::string> ids;
  for (int i = 0; i < count; ++i) ids.push_back(std::to_string(i));
  return ids;
}

// Later ones end before earlier ones.
void finish_backwards(const std::string& id, util::Stage&) {
  volatile int sum = 0;
  for (int i = 0; i < (10 - std::stoi(id) % 10) * 5'000; ++i) sum = sum + i;
}

std::vector<std::string> lines_of(const std::vector<model::Result>& results) {
  std::vector<std::string> lines;
  for (const auto& result : results) lines.push_back(util::dump(model::to_record(result)));
  return lines;
}

}  // namespace

TEST_CASE("results come in the source's order and equal, however many processes there are",
          "[batch]") {
  Desk desk;
  auto inputs = papers_of(desk, numbers(60));
  batch::Input missing;
  missing.path = missing.id = "gone";
  missing.problem = "gone: no such file or folder";
  inputs.insert(inputs.begin() + 7, missing);
  auto options = quick_options();
  options.isolation = Isolation::none;
  auto expected = lines_of(run_all(inputs, work_of(finish_backwards), options));
  REQUIRE(expected.size() == 61);
  CHECK(has(expected[7], "gone"));
  for (auto isolation : {Isolation::process, Isolation::worker})
    for (int jobs : {1, 2, 8}) {
      INFO(static_cast<int>(isolation) << " with " << jobs);
      options.isolation = isolation;
      options.jobs = jobs;
      CHECK(lines_of(run_all(inputs, work_of(finish_backwards), options)) == expected);
    }
}

TEST_CASE("a run leaves neither processes nor descriptors behind", "[batch]") {
  Desk desk;
  int before = open_descriptors();
  for (auto isolation : {Isolation::process, Isolation::worker}) {
    auto options = quick_options();
    options.isolation = isolation;
    options.jobs = 3;
    auto act = [](const std::string& id, util::Stage&) {
      if (id == "4") std::abort();
    };
    CHECK(run_all(papers_of(desk, numbers(10)), work_of(act), options).size() == 10);
    CHECK(open_descriptors() == before);
    CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
  }
}

TEST_CASE("stopping ends everything soon and forgets what was being worked on", "[batch]") {
  Desk desk;
  for (auto isolation : {Isolation::process, Isolation::worker}) {
    auto options = quick_options();
    options.isolation = isolation;
    options.jobs = 3;
    ListSource source(papers_of(desk, {"a", "sleep", "b", "c", "sleep", "sleep", "d"}));
    auto act = [](const std::string& id, util::Stage&) {
      for (volatile bool forever = id == "sleep"; forever;) continue;
    };
    auto run = batch::Run::start(source, work_of(act), options);
    CHECK((*run)->next()->file.id == "a");
    std::thread later([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      (*run)->stop();
    });
    auto before = std::chrono::steady_clock::now();
    std::vector<std::string> rest;
    while (auto result = (*run)->next()) rest.push_back(result->file.id);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(2));
    later.join();
    for (const std::string& id : rest) CHECK((id == "b" || id == "c"));
    CHECK((*run)->was_stopped());
    CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
  }
}

TEST_CASE("processes do not outlive a parent that is killed", "[batch]") {
  Desk desk;
  void* shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* ids = static_cast<std::atomic<pid_t>*>(shared);
  auto act = [ids](const std::string& id, util::Stage&) {
    ids[std::stoi(id)] = getpid();
    for (volatile bool forever = true; forever;) continue;
  };
  pid_t middle = fork();
  if (middle == 0) {
    auto options = quick_options();
    options.jobs = 2;
    run_all(papers_of(desk, {"0", "1"}), work_of(act), options);
    _exit(0);
  }
  auto soon = [](const std::function<bool()>& is_true) {
    for (int i = 0; i < 300 && !is_true(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return is_true();
  };
  REQUIRE(soon([&] { return ids[0] != 0 && ids[1] != 0; }));
  kill(middle, SIGKILL);
  waitpid(middle, nullptr, 0);
  for (int i = 0; i < 2; ++i)
    CHECK(soon([&] {
      std::ifstream file("/proc/" + std::to_string(ids[i].load()) + "/stat");
      std::string number, name, state;
      file >> number >> name >> state;
      return state.empty() || state == "Z";  // who adopts it may be slow to bury it
    }));
  munmap(shared, 4096);
}

TEST_CASE("a system that is short of descriptors fails papers one by one, and says of what",
          "[batch]") {
  Desk desk;
  ListSource source(papers_of(desk, {"a"}));
  auto run =
      batch::Run::start(source, work_of([](const std::string&, util::Stage&) {}), quick_options());
  rlimit before;
  getrlimit(RLIMIT_NOFILE, &before);
  rlimit none = {3, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &none);
  auto result = (*run)->next();
  setrlimit(RLIMIT_NOFILE, &before);
  REQUIRE(result);
  CHECK(has(result->stopped, "Too many open files"));
}

TEST_CASE("what is no PDF file to be opened is said, and not waited for", "[batch]") {
  Desk desk;
  auto inputs = papers_of(desk, {"gone", "pipe", "folder", "sparse", "fine"});
  inputs[0].file = desk.path("gone.pdf");
  inputs[1].file = desk.path("pipe.pdf");
  REQUIRE(mkfifo(inputs[1].file.c_str(), 0600) == 0);
  inputs[2].file = desk.path("");
  inputs[3].file = desk.write("sparse.pdf", "x");
  std::filesystem::resize_file(inputs[3].file, 8'000'000'000);
  auto results = run_all(inputs, work_of([](const std::string&, util::Stage&) {}), quick_options());
  REQUIRE(results.size() == 5);
  CHECK(has(results[0].stopped, "No such file"));
  CHECK(has(results[1].stopped, "not a regular file"));
  CHECK(has(results[2].stopped, "not a regular file"));
  CHECK(has(results[3].stopped, "more than the limit of 100000000"));
  CHECK(results[4].stopped.empty());
}

TEST_CASE("what lies in memory is judged like a file", "[batch]") {
  Desk desk;
  auto inputs = papers_of(desk, {"a", "b"});
  inputs[1].file.clear();
  inputs[1].memory = std::make_shared<util::Descriptor>(memfd_create("test", MFD_CLOEXEC));
  REQUIRE(write(inputs[1].memory->number(), "%PDF-1.4 some bytes", 19) == 19);
  for (auto isolation : {Isolation::process, Isolation::worker, Isolation::none}) {
    auto options = quick_options();
    options.isolation = isolation;
    auto results = run_all(inputs, work_of([](const std::string&, util::Stage&) {}), options);
    REQUIRE(results.size() == 2);
    CHECK(results[1].stopped.empty());
    CHECK(results[0].file.sha256 == results[1].file.sha256);
  }
}

TEST_CASE("a file that changes while it is read is not judged", "[batch]") {
  Desk desk;
  batch::Input input;
  input.file = desk.write("a.pdf", "before");
  auto opened = batch::open_input(input);
  REQUIRE(opened.file);
  CHECK(batch::read_whole(opened.file->number(), opened.state).bytes == "before");
  for (const char* now : {"before, and more", "cut", "change"}) {
    std::this_thread::sleep_for(
        std::chrono::milliseconds(10));  // clocks of file systems tick slowly
    desk.write("a.pdf", now);
    CHECK(batch::read_whole(opened.file->number(), opened.state).remark == batch::Remark::changed);
  }
}
