#include "batch/sandbox.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "batch/landlock.hpp"
#include "batch/sanitized.hpp"

namespace batch {
namespace {

// Sanitizers keep terabytes of address space for their shadow memory.
constexpr bool kLimitsMemory = !kIsSanitized;

constexpr rlim_t kOpenFiles = 32;

bool limit(int what, rlim_t soft, rlim_t hard) {
  rlimit now;
  if (getrlimit(static_cast<__rlimit_resource>(what), &now) != 0) return false;
  // Only root may raise what an administrator has set lower.
  rlimit next = {std::min(soft, now.rlim_max), std::min(hard, now.rlim_max)};
  return setrlimit(static_cast<__rlimit_resource>(what), &next) == 0;
}

bool limit(int what, rlim_t most) {
  return limit(what, most, most);
}

bool raise_limits(int cpu_seconds) {
  bool is_good = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) &&
                 limit(RLIMIT_NOFILE, kOpenFiles) && limit(RLIMIT_STACK, kStackBytes);
  if (cpu_seconds <= 0) return is_good;
  // The parent watches more precisely; this is for when it cannot.
  rlim_t seconds = static_cast<rlim_t>(cpu_seconds);
  return is_good && limit(RLIMIT_CPU, seconds + 1, seconds + 2);
}

bool give_up_privileges() {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
}

bool can_open_a_file() {
  int root = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (root >= 0) close(root);
  return root >= 0 || errno != EACCES;
}

}  // namespace

std::vector<std::string> names_of(unsigned walls) {
  std::vector<std::string> names;
  if (walls & kLimits) names.push_back("rlimits");
  if (walls & kMemory) names.push_back("memory");
  if (walls & kPrivileges) names.push_back("privileges");
  if (walls & kFiles) names.push_back("landlock");
  if (walls & kCalls) names.push_back("seccomp");
  return names;
}

Sandbox::Sandbox(SandboxLimits limits, bool receives)
    : limits_(limits), filter_(receives), landlock_(landlock::version()) {
  walls_ = probe();
}

bool Sandbox::enter() const {
  return raise(walls_) == walls_;
}

// The filter comes last: it closes the calls that the others need.
unsigned Sandbox::raise(unsigned wanted) const {
  unsigned walls = 0;
  if ((wanted & kLimits) && raise_limits(limits_.cpu_seconds)) walls |= kLimits;
  if ((wanted & kMemory) && kLimitsMemory && limit(RLIMIT_AS, limits_.memory_bytes))
    walls |= kMemory;
  if ((wanted & kPrivileges) && give_up_privileges()) walls |= kPrivileges;
  if ((wanted & kFiles) && landlock_ > 0 && landlock::deny_all(landlock_)) walls |= kFiles;
  if ((wanted & kCalls) && filter_.is_built() && filter_.install()) walls |= kCalls;
  return walls;
}

unsigned Sandbox::probe() const {
  void* shared =
      mmap(nullptr, sizeof(unsigned), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 0;
  auto* seen = static_cast<volatile unsigned*>(shared);
  pid_t child = fork();
  if (child == 0) {
    unsigned walls = raise(kAllWalls & ~kCalls);
    if (can_open_a_file()) walls &= ~kFiles;
    *seen = walls;
    walls |= raise(kCalls);
    if (can_open_a_file()) walls &= ~kCalls;
    *seen = walls;
    _exit(0);
  }
  if (child > 0)
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) continue;
  unsigned walls = *seen;
  munmap(shared, sizeof(unsigned));
  return walls;
}

}  // namespace batch
