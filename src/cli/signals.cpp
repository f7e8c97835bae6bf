#include "cli/signals.hpp"

#include <atomic>
#include <cerrno>
#include <cstddef>

namespace cli {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

std::atomic<batch::Run*> watched{nullptr};
std::atomic<int> first{0};
static_assert(std::atomic<batch::Run*>::is_always_lock_free);

void stop(int number) {
  int saved = errno;
  int none = 0;
  bool is_second = !first.compare_exchange_strong(none, number);
  if (is_second && number != SIGPIPE) {
    signal(number, SIG_DFL);
    raise(number);
  }
  if (batch::Run* run = watched) run->stop();
  errno = saved;
}

// nohup and the like ask for being left alone.
bool is_ignored(const struct sigaction& action) {
  return !(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_IGN;
}

}  // namespace

StopSignals::StopSignals() {
  first = 0;
  struct sigaction action {};
  action.sa_handler = stop;
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    sigaction(kSignals[i], nullptr, &before_[i]);
    if (!is_ignored(before_[i])) sigaction(kSignals[i], &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  watched = nullptr;
  for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &before_[i], nullptr);
  // What is left in the stream's buffer is still to be tried, in vain.
  if (was_pipe()) signal(SIGPIPE, SIG_IGN);
}

void StopSignals::watch(batch::Run* run) {
  watched = run;
  if (run && came()) run->stop();
}

bool StopSignals::came() const {
  return first != 0;
}

bool StopSignals::was_pipe() const {
  return first == SIGPIPE;
}

}  // namespace cli
