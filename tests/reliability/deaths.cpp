// Goals about processes that are killed or told to stop, and about going on afterwards.
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <set>
#include <thread>

#include "goals.hpp"
#include "records.hpp"

namespace lab {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<fs::path> copies(const Settings& settings, std::size_t count, const fs::path& folder) {
  const auto papers = sound_papers(settings, 12);
  fs::create_directories(folder);
  std::vector<fs::path> files;
  for (std::size_t i = 0; i < count; ++i) {
    files.push_back(folder / (std::to_string(10'000 + i) + ".pdf"));
    fs::copy_file(papers[i % papers.size()], files.back());
  }
  return files;
}

// Kills children at random, but none while the paper of one killed before may be at work again: a
// paper whose process is killed twice is given up, as is right.
class Killer {
 public:
  void operator()(pid_t parent) {
    const auto children = children_of(parent);
    for (pid_t child : children)
      if (seen_.insert(child).second) since_.push_back(child);
    if (children.empty() || since_.size() < wanted_ || is_trying_again(children)) return;
    const pid_t victim = children[engine_() % children.size()];
    if (::kill(victim, SIGKILL) == 0) ++count_;
    since_.clear();
    wanted_ = 5 + engine_() % 4;
  }
  int count() const { return count_; }

 private:
  // The second try is the first process or the second that is begun afterwards.
  bool is_trying_again(const std::vector<pid_t>& children) const {
    const auto end = since_.begin() + std::min<std::ptrdiff_t>(std::ssize(since_), 4);
    return std::any_of(since_.begin(), end, [&](pid_t it) {
      return std::find(children.begin(), children.end(), it) != children.end();
    });
  }
  std::mt19937 engine_{7};
  std::set<pid_t> seen_;
  std::vector<pid_t> since_;  // the last kill
  std::size_t wanted_ = 3;
  int count_ = 0;
};

// Kills or stops a run some time after its start, and remembers who worked for it.
struct Blow {
  int signal = SIGKILL;
  double after = 0;  // seconds
  Clock::time_point begun = Clock::now();
  std::optional<Clock::time_point> struck;
  std::set<pid_t> workers;

  void operator()(pid_t process) {
    for (pid_t child : children_of(process)) workers.insert(child);
    if (struck || std::chrono::duration<double>(Clock::now() - begun).count() < after) return;
    struck = Clock::now();
    ::kill(process, signal);
  }
};

// Of `processes`, those that still run the tool.
std::size_t count_alive(const std::set<pid_t>& processes, const fs::path& tool) {
  return static_cast<std::size_t>(std::count_if(processes.begin(), processes.end(), [&](pid_t it) {
    std::error_code gone;
    return fs::read_symlink("/proc/" + std::to_string(it) + "/exe", gone) == tool;
  }));
}

bool can_resume(const Settings& settings) {
  return run(Words{settings.tool.string(), "check", "--help"}).out.find("--resume") !=
         std::string::npos;
}

Report skipped(const std::string& why) {
  Report report;
  report.was_skipped = true;
  report.figure = why;
  return report;
}

// What every report must be after a run was interrupted and resumed.
struct Undisturbed {
  std::vector<fs::path> files;
  std::string bytes;
  int code = 0;
  double wall = 0;
};

Undisturbed undisturbed(const Settings& settings, const Bench& bench, std::size_t count) {
  Undisturbed it;
  it.files = copies(settings, count, bench / "in");
  const Ended ended = run(check(settings, it.files, bench / "whole", {"--jobs", "2"}));
  it.bytes = read(bench / "whole");
  it.code = ended.code;
  it.wall = ended.wall;
  return it;
}

// What a record is of: the file by name, and by its key the bytes and all that it was judged by.
// Findings across papers come only with the last paper.
std::set<std::string> known_by(const std::string& records) {
  std::set<std::string> known;
  for (const std::string& line : lines_of(records.substr(0, records.rfind('\n') + 1))) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_object() && json.contains("record"))
      known.insert(json["file"]["path"].dump() + json["record"]["key"].dump());
  }
  return known;
}

void find_lost(const std::string& partial, const std::string& whole, const std::string& when,
               Report& report) {
  const auto known = known_by(whole);
  for (const std::string& each : known_by(partial))
    report.require(known.count(each) == 1, when + ": lost what was recorded of " + each);
}

void finish(const Settings& settings, const Undisturbed& whole, const fs::path& out,
            const std::string& when, Report& report) {
  const std::string partial = read(out.string() + ".partial");
  const Ended ended = run(check(settings, whole.files, out, {"--resume", "--jobs", "2"}));
  report.require(ended.code == whole.code, when + ": resumed, it ended with " +
                                               std::to_string(ended.code) + ": " +
                                               ended.err.substr(0, 300));
  report.require(read(out) == whole.bytes, when + ": the resumed report differs");
  report.require(!fs::exists(out.string() + ".partial"), when + ": the journal was left");
  find_lost(partial, read(out), when, report);
}

}  // namespace

Report survives_killed_workers(const Settings& settings) {
  Report report;
  const Bench bench;
  const auto whole = undisturbed(settings, bench, settings.is_smoke ? 60 : 2000);
  Killer killer;
  Launch launch = check(settings, whole.files, bench / "out", {"--jobs", "2"});
  launch.while_running = std::ref(killer);
  const Ended ended = run(launch);
  const Records records = records_of(bench / "out", report);
  report.require(records.size() == whole.files.size(), "records are missing");
  report.require(read(bench / "out") == whole.bytes, "the report differs from the undisturbed one");
  compare(records_of(bench / "whole", report), records, whole.files, "killed", report);
  report.require(ended.code == whole.code,
                 "it ended with " + std::to_string(ended.code) + ": " + ended.err.substr(0, 300));
  report.require(killer.count() >= (settings.is_smoke ? 5 : 150), "too few were killed");
  report.figure = std::to_string(killer.count()) + " workers killed in " +
                  std::to_string(whole.files.size()) + " papers, " +
                  std::to_string(records.size()) + " records";
  return report;
}

Report resumes_after_being_killed(const Settings& settings) {
  if (!can_resume(settings)) return skipped("this tool has no --resume");
  Report report;
  const Bench bench;
  const auto whole = undisturbed(settings, bench, settings.is_smoke ? 40 : 200);
  const int moments = settings.is_smoke ? 4 : 50;
  std::mt19937 engine(11);
  int struck = 0;
  std::size_t orphans = 0, kept = 0;
  for (int i = 0; i < moments; ++i) {
    const fs::path out = bench / ("out" + std::to_string(i));
    // Twice, so that a resumed run is killed too.
    for (int round = 0; round < 2; ++round) {
      Blow blow;
      // Not all of the time: a resumed run is shorter, and one that is over cannot be killed.
      blow.after = whole.wall * static_cast<double>(engine() % 1000) / 1500 / (round + 1);
      Words more = {"--jobs", "2"};
      if (round > 0) more.push_back("--resume");
      Launch launch = check(settings, whole.files, out, more);
      launch.while_running = std::ref(blow);
      run(launch);
      struck += blow.struck.has_value();
      if (count_alive(blow.workers, settings.tool) > 0) {
        std::this_thread::sleep_for(std::chrono::seconds(1));
        orphans += count_alive(blow.workers, settings.tool);
      }
    }
    kept += known_by(read(out.string() + ".partial")).size();
    finish(settings, whole, out, "moment " + std::to_string(i), report);
  }
  report.require(orphans == 0, std::to_string(orphans) + " workers outlived their parent");
  report.require(kept > 0, "nothing was ever kept for a resumed run");
  report.figure = std::to_string(struck) + " kills of the parent, " + std::to_string(kept) +
                  " records kept, " + std::to_string(orphans) + " orphans";
  return report;
}

namespace {

// One run that is sent a signal early on, then resumed.
double stop_and_resume(const Settings& settings, const Undisturbed& whole, int signal, double share,
                       const fs::path& out, Report& report) {
  const std::string when = std::string("SIG") + ::sigabbrev_np(signal);
  Blow blow;
  blow.signal = signal;
  blow.after = whole.wall * share;
  Launch launch = check(settings, whole.files, out, {"--jobs", "2"});
  launch.while_running = std::ref(blow);
  const Ended ended = run(launch);
  const double taken =
      blow.struck ? std::chrono::duration<double>(Clock::now() - *blow.struck).count() : 0;
  const bool was_too_late = ended.code == whole.code && read(out) == whole.bytes;
  if (blow.struck && !was_too_late) {
    report.require(ended.code == 3, when + ": ended with " + std::to_string(ended.code));
    report.require(taken <= 2, when + ": took " + std::to_string(taken) + " s to end");
    report.require(!fs::exists(out), when + ": a report stands there as if it were complete");
    report.require(!ended.err.empty(), when + ": says nothing");
  }
  finish(settings, whole, out, when, report);
  return taken;
}

// Whose reader has gone away.
void write_to_nobody(const Settings& settings, const Undisturbed& whole, Report& report) {
  Launch launch = check(settings, whole.files, "", {"--format", "ndjson", "--jobs", "2"});
  launch.in_child = [] {
    int ends[2];
    if (::pipe(ends) != 0) ::_exit(125);
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
  };
  const Ended ended = run(launch);
  report.require(ended.wall <= 2 + whole.wall / 2, "SIGPIPE: it works on for nobody");
  report.require(ended.code == 3 || ended.code == 141,
                 "SIGPIPE: ended with " + std::to_string(ended.code));
}

}  // namespace

Report stops_when_told(const Settings& settings) {
  if (!can_resume(settings)) return skipped("this tool has no --resume");
  Report report;
  const Bench bench;
  const auto whole = undisturbed(settings, bench, settings.is_smoke ? 40 : 200);
  const int rounds = settings.is_smoke ? 1 : 20;
  double longest = 0;
  int sent = 0;
  for (int signal : {SIGINT, SIGTERM, SIGHUP})
    for (int i = 0; i < rounds; ++i, ++sent)
      longest =
          std::max(longest, stop_and_resume(settings, whole, signal, (i + 0.5) / (rounds + 0.5),
                                            bench / ("out" + std::to_string(sent)), report));
  write_to_nobody(settings, whole, report);
  char text[80];
  std::snprintf(text, sizeof text, "%d signals, ended within %.2f s", sent, longest);
  report.figure = text;
  return report;
}

}  // namespace lab
