// What a process that was taken over may try, and what it gets.
#include <dirent.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <map>

#include "batch/child.hpp"
#include "batch/landlock.hpp"
#include "batch/sandbox.hpp"
#include "batch_acts.hpp"

using batch::Isolation;

namespace {

enum class Fate { refused, killed };

struct Attempt {
  Fate fate;
  std::function<bool()> act;  // whether it was let do it
};

pid_t parent() {
  static const pid_t id = getpid();
  return id;
}

bool makes(long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0) {
  return syscall(number, a, b, c, d, e, 0) >= 0;
}

long text(const char* words) {
  return reinterpret_cast<long>(words);
}

bool can_open(const std::string& path, int flags = O_RDONLY) {
  return open(path.c_str(), flags, 0600) >= 0;
}

std::map<std::string, Attempt> attempts_at_files() {
  struct stat facts;
  auto into = reinterpret_cast<long>(&facts);
  return {
      {"read passwords", {Fate::refused, [] { return can_open("/etc/passwd"); }}},
      {"read keys", {Fate::refused, [] { return can_open("/root/.ssh", O_DIRECTORY); }}},
      {"create", {Fate::refused, [] { return can_open("/tmp/taken-over", O_CREAT | O_WRONLY); }}},
      {"unnamed file", {Fate::refused, [] { return can_open("/tmp", O_TMPFILE | O_WRONLY); }}},
      {"list", {Fate::refused, [] { return opendir("/") != nullptr; }}},
      {"openat2", {Fate::refused, [] { return makes(SYS_openat2, AT_FDCWD, text("/"), 0, 24); }}},
      {"own memory", {Fate::refused, [] { return can_open("/proc/self/mem", O_RDWR); }}},
      {"parent's memory",
       {Fate::refused,
        [] { return can_open("/proc/" + std::to_string(parent()) + "/mem", O_RDWR); }}},
      {"terminal", {Fate::refused, [] { return can_open("/dev/tty", O_RDWR); }}},
      {"push keys", {Fate::refused, [] { return ioctl(0, TIOCSTI, "x") == 0; }}},
      {"stat",
       {Fate::refused,
        [into] { return makes(SYS_newfstatat, AT_FDCWD, text("/etc/shadow"), into, 0); }}},
      {"statx",
       {Fate::refused, [into] { return makes(SYS_statx, AT_FDCWD, text("/etc"), 0, 0, into); }}},
      {"access", {Fate::refused, [] { return access("/etc/shadow", F_OK) == 0; }}},
      {"readlink",
       {Fate::refused,
        [] {
          char to[99];
          return readlink("/proc/self/exe", to, 99) > 0;
        }}},
      {"rename", {Fate::killed, [] { return rename("/tmp/none", "/tmp/taken-over") == 0; }}},
      {"unlink", {Fate::killed, [] { return unlink("/tmp/none") == 0; }}},
      {"mkdir", {Fate::killed, [] { return mkdir("/tmp/taken-over.d", 0700) == 0; }}},
      {"link", {Fate::killed, [] { return link("/etc/passwd", "/tmp/taken-over") == 0; }}},
      {"symlink", {Fate::killed, [] { return symlink("/etc", "/tmp/taken-over") == 0; }}},
      {"chmod", {Fate::killed, [] { return chmod("/tmp/none", 0777) == 0; }}},
      {"chown", {Fate::killed, [] { return chown("/tmp/none", 0, 0) == 0; }}},
      {"truncate", {Fate::killed, [] { return truncate("/tmp/none", 0) == 0; }}},
      {"mknod", {Fate::killed, [] { return mknod("/tmp/taken-over", S_IFIFO, 0) == 0; }}},
      {"chdir", {Fate::killed, [] { return chdir("/") == 0; }}},
      {"chroot", {Fate::killed, [] { return chroot("/tmp/none") == 0; }}},
      {"mount", {Fate::killed, [] { return makes(SYS_mount); }}},
      {"by handle", {Fate::killed, [] { return makes(SYS_open_by_handle_at); }}},
      {"watch", {Fate::killed, [] { return makes(SYS_inotify_init1); }}},
      {"memory file", {Fate::killed, [] { return makes(SYS_memfd_create, text("x")); }}},
      {"duplicate", {Fate::killed, [] { return dup(0) >= 0; }}},
      {"fcntl", {Fate::killed, [] { return fcntl(0, F_DUPFD, 0) >= 0; }}},
      {"eventfd", {Fate::killed, [] { return makes(SYS_eventfd2); }}},
  };
}

std::map<std::string, Attempt> attempts_at_others() {
  return {
      {"internet", {Fate::killed, [] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }}},
      {"local socket", {Fate::killed, [] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }}},
      {"connect", {Fate::killed, [] { return makes(SYS_connect, 4); }}},
      {"send", {Fate::killed, [] { return makes(SYS_sendto, 4); }}},
      {"pair",
       {Fate::killed,
        [] {
          int ends[2];
          return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
        }}},
      {"pipe",
       {Fate::killed,
        [] {
          int ends[2];
          return pipe(ends) == 0;
        }}},
      {"exec", {Fate::killed, [] { return makes(SYS_execve, text("/bin/true")); }}},
      {"fork", {Fate::killed, [] { return makes(SYS_clone, SIGCHLD); }}},
      {"clone3", {Fate::killed, [] { return makes(SYS_clone3); }}},
      {"trace", {Fate::killed, [] { return ptrace(PTRACE_ATTACH, parent(), 0, 0) == 0; }}},
      {"kill", {Fate::killed, [] { return kill(parent(), 0) == 0; }}},
      {"tgkill", {Fate::killed, [] { return makes(SYS_tgkill, parent(), parent(), 0); }}},
      {"peek", {Fate::killed, [] { return makes(SYS_process_vm_readv, parent()); }}},
      {"pidfd", {Fate::killed, [] { return makes(SYS_pidfd_open, parent()); }}},
      {"outlive", {Fate::killed, [] { return prctl(PR_SET_PDEATHSIG, 0) == 0; }}},
      {"session", {Fate::killed, [] { return setsid() >= 0; }}},
      {"new user", {Fate::killed, [] { return setuid(0) == 0; }}},
      {"capabilities", {Fate::killed, [] { return makes(SYS_capset); }}},
      {"unshare", {Fate::killed, [] { return makes(SYS_unshare); }}},
      {"priority", {Fate::killed, [] { return setpriority(PRIO_PROCESS, 0, -5) == 0; }}},
      {"limits",
       {Fate::killed,
        [] {
          rlimit most{9, 9};
          return setrlimit(RLIMIT_CORE, &most) == 0;
        }}},
      {"filter", {Fate::killed, [] { return makes(SYS_seccomp, 2); }}},
      {"uring", {Fate::killed, [] { return makes(SYS_io_uring_setup, 1); }}},
      {"bpf", {Fate::killed, [] { return makes(SYS_bpf); }}},
      {"faults", {Fate::killed, [] { return makes(SYS_userfaultfd); }}},
      {"perf", {Fate::killed, [] { return makes(SYS_perf_event_open); }}},
      {"keys", {Fate::killed, [] { return makes(SYS_keyctl); }}},
      {"module", {Fate::killed, [] { return makes(SYS_init_module); }}},
      {"shared memory", {Fate::killed, [] { return makes(SYS_shmget); }}},
      {"timer", {Fate::killed, [] { return makes(SYS_timer_create); }}},
      {"other calls", {Fate::killed, [] { return makes(0x40000000L + SYS_getpid); }}},
      {"new code",
       {Fate::killed,
        [] {
          return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
                 MAP_FAILED;
        }}},
      {"changed code",
       {Fate::killed,
        [] {
          void* page =
              mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
          return mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
        }}},
      {"secrets",
       {Fate::refused, [] { return getenv("PATH") != nullptr || getenv("HOME") != nullptr; }}},
      {"descriptors",
       {Fate::refused,
        [] {
          for (int number = batch::kTask + 2; number < 64; ++number)
            if (lseek(number, 0, SEEK_CUR) >= 0 || errno != EBADF) return true;
          return false;
        }}},
      {"write input", {Fate::refused, [] { return write(batch::kTask, "x", 1) == 1; }}},
  };
}

void check_all(std::map<std::string, Attempt> attempts, Isolation isolation) {
  parent();
  if (kIsSanitized) attempts.erase("pipe");  // sanitizers need one
  Desk desk;
  constexpr int kWasLet = 77;
  auto act = [&](const std::string& id, util::Stage&) {
    if (attempts.at(id).act()) _exit(kWasLet);
  };
  std::vector<std::string> ids;
  for (const auto& [id, attempt] : attempts) ids.push_back(id);
  auto options = quick_options();
  options.isolation = isolation;
  options.jobs = 2;
  auto results = run_all(papers_of(desk, ids), work_of(act), options);
  REQUIRE(results.size() == ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    INFO(ids[i] << ": " << results[i].stopped);
    if (attempts.at(ids[i]).fate == Fate::killed)
      CHECK(has(results[i].stopped, "tried what its sandbox forbids (SIGSYS) in page 3"));
    else
      CHECK(results[i].stopped.empty());
  }
  CHECK_FALSE(std::filesystem::exists("/tmp/taken-over"));
}

// Where the system lacks a wall, there is nothing to hold.
bool has_all_walls() {
  ListSource none({});
  auto run = batch::Run::start(none, work_of(nullptr), quick_options());
  for (const std::string& wall : (*run)->missing_walls())
    if (wall != "memory") {
      WARN("this system has no " << wall);
      return false;
    }
  return true;
}

}  // namespace

TEST_CASE("a process that was taken over reaches no file", "[batch]") {
  if (!has_all_walls()) return;
  check_all(attempts_at_files(), Isolation::process);
}

TEST_CASE("a process that was taken over reaches nobody else", "[batch]") {
  if (!has_all_walls()) return;
  check_all(attempts_at_others(), Isolation::process);
}

TEST_CASE("the walls around a process that takes many papers are the same", "[batch]") {
  if (!has_all_walls()) return;
  check_all(attempts_at_files(), Isolation::worker);
  auto others = attempts_at_others();
  others.erase("write input");  // there it is a socket to whoever listens
  check_all(others, Isolation::worker);
}

TEST_CASE("every wall stands that the system has", "[batch]") {
  batch::Sandbox sandbox({std::uint64_t{512} << 20, 10}, false);
  CHECK(((sandbox.walls() & batch::kFiles) != 0) == (batch::landlock::version() > 0));
  CHECK((sandbox.walls() & batch::kCalls) != 0);
  CHECK((sandbox.walls() & batch::kPrivileges) != 0);
}

TEST_CASE("a sandbox that is required and cannot be had is an error that names what lacks",
          "[batch]") {
  ListSource none({});
  auto options = quick_options();
  options.require_sandbox = true;
  options.isolation = Isolation::none;
  auto run = batch::Run::start(none, work_of(nullptr), options);
  REQUIRE_FALSE(run);
  CHECK(has(run.error().message, "landlock, seccomp"));
  CHECK(has(run.error().message, "--require-sandbox"));
}
