#include "batch/nursery.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace batch {
namespace {

// A signal handler finds its note here.
Note* own_note = nullptr;
std::uintptr_t stack_top = 0;

// Large enough that nothing else fits either where it does not.
constexpr std::size_t kTrial = 16u << 20;

bool is_memory_short() {
  void* trial = mmap(nullptr, kTrial, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (trial == MAP_FAILED) return true;
  munmap(trial, kTrial);
  return false;
}

bool is_end_of_stack(const void* address) {
  constexpr std::uintptr_t kSlack = 1u << 20;
  auto at = reinterpret_cast<std::uintptr_t>(address);
  std::uintptr_t end = stack_top - kStackBytes;
  return at > end - kSlack && at < end + kSlack;
}

// Libraries abort or run into a null pointer where memory is short. What was done wrong is done
// again on returning, and what was sent is sent again: this time there is no handler.
void remark_on(int signal, siginfo_t* facts, void*) {
  if (signal == SIGSEGV && is_end_of_stack(facts->si_addr))
    own_note->say(Remark::stack);
  else if (is_memory_short())
    own_note->say(Remark::memory);
  if (facts->si_code <= 0) raise(signal);
}

bool handle_deaths(Note& note) {
  static std::array<char, 64 * 1024> room;  // when the stack itself is used up
  own_note = &note;
  int here = 0;
  stack_top = reinterpret_cast<std::uintptr_t>(&here);
  stack_t stack = {};
  stack.ss_sp = room.data();
  stack.ss_size = room.size();
  struct sigaction action = {};
  action.sa_sigaction = remark_on;
  action.sa_flags = static_cast<int>(SA_SIGINFO | SA_ONSTACK | SA_RESETHAND);
  return sigaltstack(&stack, nullptr) == 0 && sigaction(SIGABRT, &action, nullptr) == 0 &&
         sigaction(SIGSEGV, &action, nullptr) == 0 && sigaction(SIGBUS, &action, nullptr) == 0;
}

// The parent alone decides what an interrupt means; its handlers are not for this process.
void reset_signals() {
  for (int signal = 1; signal < NSIG; ++signal) std::signal(signal, SIG_DFL);
  for (int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU, SIGUSR1,
                     SIGUSR2, SIGALRM})
    std::signal(signal, SIG_IGN);
}

void unblock_signals() {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

// The strings too: keys of clouds lie in them.
void wipe_environment() {
  for (char** each = environ; each && *each; ++each) explicit_bzero(*each, std::strlen(*each));
  clearenv();
}

void close_all(unsigned first, unsigned last) {
  if (first > last) return;
  if (close_range(first, last, 0) == 0) return;
  // Kernels before 5.9.
  unsigned end = std::min(last, static_cast<unsigned>(sysconf(_SC_OPEN_MAX)));
  for (unsigned number = first; number <= end; ++number) close(static_cast<int>(number));
}

bool arrange_descriptors(const Doors& doors) {
  std::array<int, 4> kept = {doors.supplement, doors.nowhere, doors.answers, doors.task};
  std::sort(kept.begin(), kept.end());
  unsigned first = 0;
  for (int number : kept) {
    if (number > 0) close_all(first, static_cast<unsigned>(number) - 1);
    first = static_cast<unsigned>(number) + 1;
  }
  close_all(first, ~0U);
  // Out of the way first: each may lie where another one goes.
  bool has_supplement = doors.supplement >= 0;
  int nowhere = fcntl(doors.nowhere, F_DUPFD, kSupplement + 1);
  int answers = fcntl(doors.answers, F_DUPFD, kSupplement + 1);
  int task = fcntl(doors.task, F_DUPFD, kSupplement + 1);
  int supplement = has_supplement ? fcntl(doors.supplement, F_DUPFD, kSupplement + 1) : nowhere;
  if (nowhere < 0 || answers < 0 || task < 0 || supplement < 0) return false;
  bool is_good = dup2(answers, kAnswers) >= 0 && dup2(task, kTask) >= 0;
  if (has_supplement) is_good &= dup2(supplement, kSupplement) >= 0;
  for (int number = 0; number < kAnswers; ++number) is_good &= dup2(nowhere, number) >= 0;
  close_all((has_supplement ? kSupplement : kTask) + 1, ~0U);
  return is_good;
}

}  // namespace

bool settle(const Doors& doors) {
  // Its parent may have died before this took effect.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != doors.parent) return false;
  reset_signals();
  wipe_environment();
  bool is_good = arrange_descriptors(doors);
  unblock_signals();
  return is_good;
}

bool settle(const Cradle& cradle, Note& note) {
  return settle({cradle.nowhere, cradle.answers, cradle.task, cradle.parent, cradle.supplement}) &&
         handle_deaths(note);
}

}  // namespace batch
