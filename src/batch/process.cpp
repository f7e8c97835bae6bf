#include "batch/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <utility>

#include "batch/blocked_signals.hpp"
#include "batch/child.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

// Between the end of its pipe and its end an honest process needs microseconds.
constexpr auto kBriefly = std::chrono::milliseconds(250);

SandboxLimits limits_of(const RunOptions& options) {
  SandboxLimits limits;
  limits.memory_bytes = options.memory_mib << 20;
  // A process that takes many papers has used more than one may.
  limits.cpu_seconds = options.isolation == Isolation::process ? options.cpu_seconds : 0;
  return limits;
}

int number_of_supplement(const Opened& opened) {
  bool is_open = opened.supplement && opened.supplement->file;
  return is_open ? opened.supplement->file->number() : -1;
}

using Owned = std::unique_ptr<util::Descriptor>;

// Both ends of a pipe or socket; neither, with errno, where the system has no more.
struct Ends {
  Owned near;
  Owned far;
};

Ends own(const int (&ends)[2]) {
  return {std::make_unique<util::Descriptor>(ends[0]), std::make_unique<util::Descriptor>(ends[1])};
}

Ends open_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {};
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return own(ends);
}

Ends open_socket() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return {};
  return own(ends);
}

}  // namespace

Crew::Crew(Work work, const RunOptions& options)
    : work(std::move(work)),
      options(options),
      sandbox(limits_of(options), options.isolation == Isolation::worker),
      notes(options.jobs),
      nowhere(open("/dev/null", O_RDWR | O_CLOEXEC)) {}

std::unique_ptr<Process> Process::launch(const Crew& crew, int number, const Input& input,
                                         const Opened& opened) {
  Ends pipe = open_pipe();
  if (!pipe.near) return nullptr;
  Cradle cradle{crew.work,
                crew.sandbox,
                crew.notes,
                number,
                crew.nowhere.number(),
                pipe.far->number(),
                opened.file->number(),
                getpid(),
                number_of_supplement(opened)};
  BlockedSignals blocked;
  pid_t id = fork();
  if (id == 0) live_for_one(cradle, input, opened);
  if (id < 0) return nullptr;
  return std::unique_ptr<Process>(new Process(id, std::move(pipe.near), nullptr));
}

std::unique_ptr<Process> Process::launch(const Crew& crew, int number) {
  Ends pipe = open_pipe(), socket = open_socket();
  if (!pipe.near || !socket.near) return nullptr;
  Cradle cradle{crew.work,          crew.sandbox,         crew.notes, number, crew.nowhere.number(),
                pipe.far->number(), socket.far->number(), getpid()};
  BlockedSignals blocked;
  pid_t id = fork();
  if (id == 0) live_for_many(cradle);
  if (id < 0) return nullptr;
  return std::unique_ptr<Process>(new Process(id, std::move(pipe.near), std::move(socket.near)));
}

Process::Process(pid_t id, Owned answers, Owned jobs)
    : id_(id), answers_(std::move(answers)), jobs_(std::move(jobs)) {
  has_clock_ = clock_getcpuclockid(id, &clock_) == 0;
}

Process::~Process() {
  end();
}

std::chrono::nanoseconds Process::cpu_time() const {
  timespec used;
  if (!has_clock_ || clock_gettime(clock_, &used) != 0) return {};
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

Process::Memory Process::memory() const {
  std::ifstream file(fmt::format("/proc/{}/statm", id_));
  std::uint64_t pages = 0, resident = 0;
  file >> pages >> resident;
  auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  return {pages * page, resident * page};
}

std::optional<int> Process::wait_briefly() {
  auto end = std::chrono::steady_clock::now() + kBriefly;
  int status = 0;
  for (;;) {
    pid_t ended = waitpid(id_, &status, WNOHANG);
    if (ended == id_) return status_ = status;
    bool may_wait = (ended == 0 || errno == EINTR) && std::chrono::steady_clock::now() < end;
    if (!may_wait) return std::nullopt;
    poll(nullptr, 0, 1);
  }
}

int Process::end() {
  if (status_) return *status_;
  kill(id_, SIGKILL);
  int status = 0;
  while (waitpid(id_, &status, 0) < 0 && errno == EINTR) continue;
  status_ = status;
  return status;
}

}  // namespace batch
