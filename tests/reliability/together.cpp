// Goals about what else goes on at the same time: other runs, and files that change.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string_view>
#include <thread>

#include "goals.hpp"
#include "records.hpp"
#include "util/sha256.hpp"

namespace lab {
namespace {

// Eight runs at once; the i-th writes to outs[i].
std::vector<Ended> run_at_once(const Settings& settings, const std::vector<fs::path>& files,
                               const std::vector<fs::path>& outs) {
  std::vector<Ended> ended(outs.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < outs.size(); ++i)
    threads.emplace_back([&, i] {
      ended[i] = run(check(settings, files, outs[i], {"--jobs", "2"}));
    });
  for (std::thread& each : threads) each.join();
  return ended;
}

}  // namespace

Report keeps_runs_apart(const Settings& settings) {
  Report report;
  const Bench bench;
  const auto files = sound_papers(settings, settings.is_smoke ? 6 : 40);
  const int code = run(check(settings, files, bench / "alone")).code;
  const std::string alone = read(bench / "alone");
  report.require(!alone.empty(), "no report even alone");
  const int rounds = settings.is_smoke ? 1 : 5;
  int wins = 0, refusals = 0;
  for (int i = 0; i < rounds; ++i) {
    const fs::path out = bench / ("one" + std::to_string(i));
    for (const Ended& ended : run_at_once(settings, files, std::vector<fs::path>(8, out))) {
      (ended.code == code ? wins : refusals) += 1;
      report.require(ended.code == code || !ended.err.empty(), "one refuses and says nothing");
      report.require(ended.code == code || ended.code == 2 || ended.code == 3,
                     "one ended with " + std::to_string(ended.code));
    }
    report.require(!fs::exists(out) || read(out) == alone, "the common report is mixed");
    std::vector<fs::path> outs;
    for (int k = 0; k < 8; ++k) outs.push_back(out.string() + "-" + std::to_string(k));
    run_at_once(settings, files, outs);
    for (const fs::path& own : outs)
      report.require(read(own) == alone, "a report of its own differs");
  }
  report.require(wins > 0, "all refused");
  report.figure = std::to_string(wins) + " won and " + std::to_string(refusals) +
                  " refused, of 8 at once on one report; 8 on their own are equal";
  return report;
}

namespace {

// Puts `bytes` in place of what a file holds. Of a long write others see the beginning first.
void overwrite(const fs::path& file, const std::string& bytes) {
  const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (opened < 0) return;
  [[maybe_unused]] const ssize_t count = ::write(opened, bytes.data(), bytes.size());
  ::close(opened);
}

// The states that a file goes through, each of which a run may meet.
std::vector<std::string> states_of(const Settings& settings) {
  const auto papers = sound_papers(settings, 2);
  const std::string a = read(papers[0]), b = read(papers[1]);
  return {a, b, a.substr(0, a.size() / 2), b + std::string(200'000, ' '), ""};
}

class Churn {
 public:
  Churn(std::vector<fs::path> files, std::vector<std::string> states)
      : files_(std::move(files)), states_(std::move(states)), thread_([this] { work(); }) {}
  ~Churn() {
    is_over_ = true;
    thread_.join();
  }
  int changes() const { return changes_; }

 private:
  void work() {
    std::mt19937 engine(3);
    while (!is_over_) {
      const fs::path& file = files_[engine() % files_.size()];
      const std::size_t state = engine() % (states_.size() + 1);
      if (state < states_.size())
        overwrite(file, states_[state]);
      else
        ::unlink(file.c_str());
      ++changes_;
      std::this_thread::sleep_for(std::chrono::microseconds(300 + engine() % 2000));
    }
  }
  std::vector<fs::path> files_;
  std::vector<std::string> states_;
  std::atomic<bool> is_over_ = false;
  std::atomic<int> changes_ = 0;
  std::thread thread_;
};

// Whether what the record says it read is one state, or one on its way into the file.
bool is_of_one_state(const nlohmann::json& file, const std::vector<std::string>& states) {
  if (file["sha256"].is_null()) return true;
  const std::size_t bytes = file["bytes"];
  return std::any_of(states.begin(), states.end(), [&](const std::string& state) {
    return bytes <= state.size() &&
           util::sha256(std::string_view(state).substr(0, bytes)) == file["sha256"];
  });
}

}  // namespace

Report bears_changing_files(const Settings& settings) {
  Report report;
  const Bench bench;
  const auto states = states_of(settings);
  std::vector<fs::path> moving;
  for (int i = 0; i < 30; ++i) moving.push_back(bench / ("moving" + std::to_string(i) + ".pdf"));
  const double seconds = settings.is_smoke ? 2 : 60;
  int runs = 0, unread = 0;
  const auto begun = std::chrono::steady_clock::now();
  Churn churn(moving, states);
  while (std::chrono::steady_clock::now() - begun < std::chrono::duration<double>(seconds)) {
    const Ended ended = run(check(settings, moving, bench / "out", {"--jobs", "2"}));
    // 2: none of the files was there at that moment.
    report.require(ended.code <= 3, "it ended with " + std::to_string(ended.code));
    if (ended.code == 2) continue;
    ++runs;
    const Records records = records_of(bench / "out", report);
    report.require(records.size() == moving.size(), "records are missing");
    for (const auto& [path, line] : records) {
      const auto file = nlohmann::json::parse(line)["file"];
      unread += file["sha256"].is_null();
      report.require(is_of_one_state(file, states), "a hash of bytes that never were: " + path);
    }
  }
  report.require(runs > 0, "no run was measured");
  report.figure = std::to_string(runs) + " runs of 30 files, " + std::to_string(churn.changes()) +
                  " changes, " + std::to_string(unread) + " records of files gone or in motion";
  return report;
}

}  // namespace lab
