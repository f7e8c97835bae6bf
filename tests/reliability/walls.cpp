// Goal 9: what processes that read papers ask of the system once their walls stand; and goal 14.
#include <algorithm>

#include "goals.hpp"
#include "records.hpp"

namespace lab {
namespace {

constexpr const char* kTraced =
    "trace=open,openat,openat2,creat,socket,socketpair,connect,bind,sendto,sendmsg,execve,execveat,"
    "clone,clone3,fork,vfork,write,writev,pwrite64,unlink,unlinkat,rename,renameat,renameat2,mkdir,"
    "link,symlink,chmod,truncate,ftruncate,ptrace,kill,tkill,io_uring_setup,seccomp,prctl,setuid,"
    "mount,memfd_create";

struct Tally {
  int processes = 0;
  int writes = 0;
  int refused = 0;  // calls that failed or ended the process
};

bool begins_with_any(const std::string& line, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return line.starts_with(word); });
}

bool is_wall(const std::string& line) {
  return (line.starts_with("seccomp(SECCOMP_SET_MODE_FILTER") ||
          line.starts_with("prctl(PR_SET_SECCOMP")) &&
         line.ends_with("= 0");
}

// Whether the line shows something that got out: any call that succeeded, but for those to the pipe
// and to itself.
bool is_leak(const std::string& line, Tally& tally) {
  if (begins_with_any(line, {"+++", "---", "strace:", "exit"})) return false;
  if (begins_with_any(line, {"write(", "writev("})) {
    ++tally.writes;
    const std::string to = line.substr(0, line.find('>') + 1);
    // What libraries print goes nowhere.
    if (to.find("</dev/null>") != std::string::npos) return false;
    return to.find("<pipe:") == std::string::npos && to.find("<UNIX") == std::string::npos &&
           to.find("<socket:") == std::string::npos;
  }
  // Memory is asked for and given back, and a process may abort itself.
  if (begins_with_any(line, {"prctl(PR_SET_VMA", "prctl(PR_GET", "tkill(", "tgkill("}))
    return false;
  const auto result = line.rfind("= ");
  const bool has_succeeded =
      result != std::string::npos && line[result + 2] != '-' && line[result + 2] != '?';
  tally.refused += !has_succeeded;
  return has_succeeded;
}

void follow(const fs::path& trace, Tally& tally, Report& report) {
  bool is_walled = false;
  for (const std::string& line : lines_of(read(trace))) {
    if (is_walled && is_leak(line, tally)) report.faults.push_back("behind the walls: " + line);
    if (is_walled || !is_wall(line)) continue;
    is_walled = true;
    ++tally.processes;
  }
}

// The parent may start processes and talk to them; it calls nobody outside.
void follow_parent(const fs::path& trace, Report& report) {
  for (const std::string& line : lines_of(read(trace)))
    if (begins_with_any(line, {"socket(", "connect(", "bind("}) &&
        line.find("AF_UNIX") == std::string::npos)
      report.faults.push_back("outside the walls: " + line);
}

}  // namespace

Report lets_nothing_out(const Settings& settings) {
  Report report;
  if (!can_trace()) {
    report.was_skipped = true;
    report.figure = "strace is missing or not permitted";
    return report;
  }
  const Bench bench;
  std::vector<fs::path> files;
  for (const Hostile& each : hostile_inputs(settings)) files.push_back(each.file);
  const auto sound = settings.corpus && !settings.is_smoke ? pdfs_below(*settings.corpus)
                                                           : sound_papers(settings, 20);
  files.insert(files.end(), sound.begin(), sound.end());
  const auto mutants = make_mutants(sound, settings.is_smoke ? 40 : 1400, bench / "mutants");
  files.insert(files.end(), mutants.begin(), mutants.end());
  fs::create_directories(bench / "traces");
  Launch launch = check(settings, files, bench / "out", {"--jobs", "2"});
  const Words strace = {"strace", "-ff",  "-y", "-qq",
                        "-s",     "40",   "-o", (bench / "traces" / "t").string(),
                        "-e",     kTraced};
  launch.words.insert(launch.words.begin(), strace.begin(), strace.end());
  run(launch);
  const Records records = records_of(bench / "out", report);
  Tally tally;
  for (const auto& entry : fs::directory_iterator(bench / "traces")) {
    follow(entry.path(), tally, report);
    follow_parent(entry.path(), report);
  }
  report.require(records.size() == files.size(), "records are missing");
  report.require(tally.processes >= static_cast<int>(sound.size()), "no walls were seen");
  report.require(tally.writes > 0, "no record was seen to leave a process");
  report.figure = std::to_string(files.size()) + " inputs, " + std::to_string(tally.processes) +
                  " walled processes, " + std::to_string(tally.writes) + " writes to pipes, " +
                  std::to_string(tally.refused) + " other calls, all refused";
  return report;
}

Report replays_fuzzing(const Settings& settings) {
  Report report;
  const fs::path seeds = fs::path(settings.fixtures).parent_path() / "tests/fuzz/seeds";
  int count = 0;
  for (const char* name : {"packs", "extract", "record"}) {
    const fs::path target = settings.fuzzing / (std::string("fuzz_") + name);
    if (!fs::exists(target)) continue;
    const char* mutants = settings.is_smoke ? "200" : "20000";
    const Ended ended = run(Words{target.string(), mutants, (seeds / name).string()}, 1800);
    report.require(ended.code == 0, std::string(name) + " ended with " +
                                        std::to_string(ended.code) + ": " +
                                        ended.err.substr(0, 300));
    ++count;
  }
  report.was_skipped = count == 0;
  report.figure = count == 0 ? "fuzz targets are not built"
                             : std::to_string(count) +
                                   " targets replayed; to fuzz: build the "
                                   "fuzz preset, run fuzz_* on their seeds";
  return report;
}

}  // namespace lab
