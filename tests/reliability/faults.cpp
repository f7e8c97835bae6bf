// Goal 6: each call to the system is made to fail in turn; the tool owns up to it.
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>

#include "goals.hpp"
#include "records.hpp"

namespace lab {
namespace {

struct Fault {
  const char* call;
  const char* error;
  bool is_about_output = false;  // then what is said names the file
  bool is_needed = false;        // no report is safe without it
};

constexpr Fault kFaults[] = {
    {"write", "ENOSPC"},
    {"write", "EIO"},
    {"fsync", "EIO", true, true},
    {"fdatasync", "EIO"},
    {"rename", "EACCES", true, true},
    {"pwrite64", "ENOSPC"},
    {"pwrite64", "EIO"},
    {"renameat2", "EIO", true},
    {"openat", "EMFILE"},
    {"openat", "EACCES"},
    {"openat", "ENOSPC"},
    {"clone", "EAGAIN"},
    {"clone", "ENOMEM"},
    {"pipe2", "EMFILE"},
    {"socketpair", "EMFILE"},
    {"mmap", "ENOMEM"},
    {"read", "EIO"},
    {"pread64", "EIO"},
    {"newfstatat", "EACCES"},
    {"ftruncate", "ENOSPC"},
    {"memfd_create", "EMFILE"},
    {"eventfd2", "EMFILE"},
    {"poll", "ENOMEM"},
    {"lseek", "EIO"},
    {"flock", "ENOLCK"},
    {"fcntl", "EAGAIN"},
    {"unlink", "EACCES"},
    {"close", "EIO"},
    {"dup2", "EMFILE"},
    {"dup3", "EMFILE"},
    {"prctl", "EPERM"},
    {"prlimit64", "EPERM"},
    {"landlock_restrict_self", "EPERM"},
    {"seccomp", "EPERM"},
};

struct Sound {
  std::vector<fs::path> files;
  fs::path out;
  std::string bytes;
  int code = 0;
};

// A record that is not the sound one says that the file was not judged.
void look_at_report(const Sound& sound, const Ended& ended, const std::string& when,
                    Report& report) {
  const bool is_there = fs::exists(sound.out);
  const std::string bytes = read(sound.out);
  const bool is_sound = is_there && bytes == sound.bytes;
  // 127: the system's loader could not load it. What it was sent is not its own doing.
  const bool is_crash = ended.code > 128 && ended.code != 128 + 9;
  report.require(!is_crash, when + ": died with " + std::to_string(ended.code));
  if (ended.code == 0 || ended.code == sound.code)
    report.require(is_sound, when + ": ended as if the report were complete");
  else
    report.require(!ended.err.empty(),
                   when + ": ended with " + std::to_string(ended.code) + " and says nothing");
  if (!is_there || is_sound) return;
  Report unread;
  const Records expected = [&] {
    write(sound.out.string() + ".sound", sound.bytes);
    return records_of(sound.out.string() + ".sound", unread);
  }();
  const Records found = records_of(sound.out, report);
  // Names that could not be read to the end are a record of their own, of "-".
  report.require(found.size() == expected.size() || found.count("-"),
                 when + ": a report with records missing");
  for (const auto& [path, line] : found) {
    const auto same = expected.find(path);
    report.require((same != expected.end() && by_itself(same->second) == by_itself(line)) ||
                       verdict_of(line) == "unjudged",
                   when + ": a record that is neither right nor unjudged");
  }
}

void clear(const Sound& sound) {
  for (const auto& entry : fs::directory_iterator(sound.out.parent_path()))
    fs::remove_all(entry.path());
}

// Makes the n-th of these calls fail in each process, until there is no n-th one.
int inject(const Settings& settings, const Sound& sound, const Fault& fault, int at,
           const fs::path& trace, Report& report) {
  clear(sound);
  Launch launch = check(settings, sound.files, sound.out, {"--jobs", "2"});
  const std::string which = std::string(fault.call) + ":error=" + fault.error;
  const Words strace = {"strace",
                        "-f",
                        "-qq",
                        "-o",
                        trace.string(),
                        "-e",
                        std::string("trace=") + fault.call,
                        "-e",
                        "inject=" + which + ":when=" + std::to_string(at)};
  launch.words.insert(launch.words.begin(), strace.begin(), strace.end());
  launch.seconds = 60;
  const Ended ended = run(launch);
  const bool was_hit = read(trace).find("(INJECTED)") != std::string::npos;
  if (!was_hit) return 0;
  const std::string when = which + " at " + std::to_string(at);
  report.require(!ended.was_killed, when + ": hangs");
  look_at_report(sound, ended, when, report);
  if (fault.is_about_output && ended.code == 3)
    report.require(ended.err.find(sound.out.filename().string()) != std::string::npos,
                   when + ": the message does not name the file: " + ended.err.substr(0, 200));
  return 1;
}

int inject_all(const Settings& settings, const Sound& sound, const fs::path& trace,
               Report& report) {
  int count = 0;
  for (const Fault& fault : kFaults) {
    // The first mappings are the loader's, which dies of it before there is a tool.
    const int first =
        (settings.is_smoke && !fault.is_needed) || fault.call == std::string("mmap") ? 2 : 1;
    const int before = count;
    const int most = settings.is_smoke ? 1 : 400;
    // Steps grow, as calls that come late are much alike.
    int misses = 0;
    for (int at = first; at <= most + 1 && misses < 1; at += 1 + at / 60) {
      const int hit = inject(settings, sound, fault, at, trace, report);
      count += hit;
      misses += hit == 0;
    }
    report.require(count > before || !fault.is_needed,
                   std::string(fault.call) + " is never called, so no report is durable");
  }
  return count;
}

// The folder is synchronised too, so a call of that name alone shows nothing: "name.XXXXXX" is the
// report on its way.
void require_durable(const Settings& settings, const Sound& sound, const fs::path& trace,
                     Report& report) {
  clear(sound);
  Launch launch = check(settings, sound.files, sound.out);
  const Words strace = {"strace", "-f", "-qq", "-y", "-o", trace.string(), "-e", "trace=fsync"};
  launch.words.insert(launch.words.begin(), strace.begin(), strace.end());
  launch.seconds = 60;
  run(launch);
  report.require(read(trace).find(sound.out.filename().string() + ".") != std::string::npos,
                 "the report is renamed before its bytes are on the disk");
}

void fill_disk(const Settings& settings, Sound sound, const Bench& bench, Report& report) {
  const fs::path disk = bench / "disk";
  fs::create_directories(disk);
  if (::mount("none", disk.c_str(), "tmpfs", 0, "size=64k") != 0) {
    report.figure += "; no small disk (mount is not permitted)";
    return;
  }
  sound.out = disk / "report.ndjson";
  std::vector<fs::path> many;
  for (int i = 0; i < 40; ++i) {
    many.push_back(bench / ("copy" + std::to_string(i) + ".pdf"));
    fs::copy_file(sound.files[0], many.back());
  }
  const Ended ended = run(check(settings, many, sound.out));
  report.require(ended.code == 3, "full disk: ended with " + std::to_string(ended.code));
  report.require(!fs::exists(sound.out), "full disk: a report stands there");
  report.require(ended.err.find("report.ndjson") != std::string::npos,
                 "full disk: the message does not name the file: " + ended.err.substr(0, 200));
  ::umount(disk.c_str());
  report.figure += "; a full disk";
}

void print_into_the_full(const Settings& settings, const Sound& sound, Report& report) {
  for (const char* format : {"text", "json", "ndjson"}) {
    Launch launch = check(settings, sound.files, "", {"--format", format});
    launch.out = "/dev/full";
    const Ended ended = run(launch);
    report.require(ended.code == 3, std::string("/dev/full, ") + format + ": ended with " +
                                        std::to_string(ended.code));
    report.require(!ended.err.empty(), std::string("/dev/full, ") + format + ": says nothing");
  }
}

void starve(const Settings& settings, const Sound& sound, Report& report) {
  for (const rlim_t most : {16, 10, 6}) {
    clear(sound);
    Launch launch = check(settings, sound.files, sound.out);
    launch.in_child = [most] {
      const rlimit limit = {most, most};
      ::setrlimit(RLIMIT_NOFILE, &limit);
    };
    look_at_report(sound, run(launch), std::to_string(most) + " descriptors", report);
  }
}

}  // namespace

Report owns_up_to_failing_systems(const Settings& settings) {
  Report report;
  const Bench bench;
  fs::create_directories(bench / "out");
  Sound sound;
  sound.files = sound_papers(settings, 3);
  sound.out = bench / "out" / "report.ndjson";
  const Ended ended = run(check(settings, sound.files, sound.out, {"--jobs", "2"}));
  sound.bytes = read(sound.out);
  sound.code = ended.code;
  report.require(!sound.bytes.empty(), "no report even while all is well");
  int count = 0;
  if (can_trace()) {
    require_durable(settings, sound, bench / "trace", report);
    count = inject_all(settings, sound, bench / "trace", report);
    report.require(count >= (settings.is_smoke ? 10 : 500), "too few calls could be failed");
  }
  report.figure = count > 0 ? std::to_string(count) + " faults injected"
                            : "no faults injected: strace is missing or not permitted";
  fill_disk(settings, sound, bench, report);
  print_into_the_full(settings, sound, report);
  starve(settings, sound, report);
  report.figure += "; /dev/full; few descriptors";
  return report;
}

}  // namespace lab
