// Prints a table of the goals of reliability: reliability [--smoke] [--tool PATH] [GOAL...].
// Runs the built tool from outside, as its users do; ends with 1 when a goal fails.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "goals.hpp"

namespace {

using lab::Report;
using lab::Settings;
namespace fs = std::filesystem;

constexpr lab::Goal kGoals[] = {
    {1, "every input is answered once", lab::answers_every_input},
    {2, "neighbours of killers are untouched", lab::leaves_neighbours_alone},
    {3, "killed workers change nothing", lab::survives_killed_workers},
    {4, "a killed run resumes", lab::resumes_after_being_killed},
    {5, "signals stop it soon, resumably", lab::stops_when_told},
    {6, "failing systems are owned up to", lab::owns_up_to_failing_systems},
    {7, "runs at once do not mix", lab::keeps_runs_apart},
    {8, "the same result, however it is run", lab::gives_the_same_result},
    {9, "nothing leaks out of the sandbox", lab::lets_nothing_out},
    {10, "reports are safe to show", lab::writes_safe_reports},
    {11, "nothing damaged passes", lab::passes_nothing_damaged},
    {12, "volume costs no memory", lab::carries_volume},
    {13, "files may change while read", lab::bears_changing_files},
    {14, "fuzzing finds nothing", lab::replays_fuzzing},
};
constexpr std::size_t kMostFaults = 12;

struct Call {
  Settings settings;
  std::set<int> goals;  // none = all
  bool is_good = true;
};

Call read_call(int count, char** words) {
  Call call;
  call.settings.tool = DESKCHECK_TOOL;
  call.settings.fixtures = fs::path(DESKCHECK_SOURCE) / "fixtures";
  call.settings.fuzzing = DESKCHECK_FUZZING;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--smoke")
      call.settings.is_smoke = true;
    else if (word == "--tool" && i + 1 < count)
      call.settings.tool = fs::absolute(words[++i]);
    else if (const int goal = std::atoi(words[i]); goal > 0)
      call.goals.insert(goal);
    else
      call.is_good = false;
  }
  return call;
}

// The corpus and the maker of hostile inputs beside it, where there are any. Few inputs do for a
// smoke test, and those are made here.
void find_inputs(Settings& settings, const lab::Bench& bench) {
  const char* corpus = std::getenv("DESKCHECK_CORPUS");
  if (!corpus || !fs::is_directory(corpus)) {
    std::puts("DESKCHECK_CORPUS is not set: no papers of others and no made hostile inputs.");
    return;
  }
  settings.corpus = corpus;
  if (settings.is_smoke) return;
  const fs::path maker = fs::path(corpus) / "../hostile/make_hostile.py";
  const fs::path folder = bench / "hostile";
  const lab::Ended made = lab::run(lab::Words{"python3", maker.string(), folder.string()}, 600);
  if (made.code == 0)
    settings.hostile = folder;
  else
    std::printf("No hostile inputs: python3 %s ended with %d.\n", maker.c_str(), made.code);
}

// A line for the table, then what went wrong.
bool show(const lab::Goal& goal, const Report& report, double seconds) {
  const bool holds = report.faults.empty();
  std::printf("%2d  %-36s %-8s %7.1f s  %s\n", goal.number, goal.name,
              report.was_skipped ? "skipped"
              : holds            ? "holds"
                                 : "FAILS",
              seconds, report.figure.c_str());
  for (std::size_t i = 0; i < std::min(report.faults.size(), kMostFaults); ++i)
    std::printf("    - %s\n", lab::printable(report.faults[i]).c_str());
  if (report.faults.size() > kMostFaults)
    std::printf("    - and %zu more\n", report.faults.size() - kMostFaults);
  std::fflush(stdout);
  return holds;
}

Report try_goal(const lab::Goal& goal, const Settings& settings) {
  try {
    return goal.run(settings);
  } catch (const std::exception& error) {
    Report report;
    report.faults.push_back(error.what());
    return report;
  }
}

}  // namespace

int main(int count, char** words) {
  Call call = read_call(count, words);
  if (!call.is_good || !fs::exists(call.settings.tool)) {
    std::fputs("usage: reliability [--smoke] [--tool PATH] [GOAL...]\n", stderr);
    return 2;
  }
  call.settings.tool = fs::canonical(call.settings.tool);
  const lab::Bench bench;
  find_inputs(call.settings, bench);
  bool all_hold = true;
  for (const lab::Goal& goal : kGoals) {
    if (!call.goals.empty() && !call.goals.count(goal.number)) continue;
    const auto begun = std::chrono::steady_clock::now();
    const Report report = try_goal(goal, call.settings);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    all_hold = show(goal, report, taken.count()) && all_hold;
  }
  return all_hold ? 0 : 1;
}
