#include "batch/zip_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "batch/archive_library.hpp"
#include "batch/blocked_signals.hpp"
#include "batch/ids.hpp"
#include "batch/nursery.hpp"
#include "batch/sandbox.hpp"
#include "batch/zip_unpack.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

using archives::ZipEntry;
using archives::ZipTrouble;

struct Head {
  std::uint32_t told;
  std::uint32_t length;
};

// Ends the process where nobody listens any more.
void send(int answers, const char* bytes, std::size_t count) {
  while (count > 0) {
    ssize_t sent = write(answers, bytes, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) _exit(0);
    bytes += sent;
    count -= static_cast<std::size_t>(sent);
  }
}

void tell(int answers, Told told, std::string_view payload) {
  Head head = {static_cast<std::uint32_t>(told), static_cast<std::uint32_t>(payload.size())};
  send(answers, reinterpret_cast<const char*>(&head), sizeof head);
  send(answers, payload.data(), payload.size());
}

void tell(int answers, Told told, ZipTrouble trouble) {
  char why = static_cast<char>(trouble);
  tell(answers, told, std::string_view(&why, 1));
}

bool is_paper(const ZipEntry& entry) {
  // What macOS puts beside each file when it makes a zip.
  bool is_shadow =
      entry.name.starts_with("__MACOSX/") && entry.name.find("/._") != std::string_view::npos;
  // Of a name cut short nobody knows how it ends.
  return entry.trouble == ZipTrouble::name_too_long || (ends_in(entry.name, ".pdf") && !is_shadow);
}

void answer(int zip, int answers, ZipPlace from, const ZipLimits& limits) {
  auto directory = archives::read_zip_directory(
      archives::Bytes(zip),
      {limits.entry_bytes, limits.directory_bytes, limits.papers, limits.name_bytes},
      [&](const ZipEntry& entry) {
        return from.only.empty() ? is_paper(entry) : entry.name == from.only;
      });
  for (std::size_t i = from.paper; i < directory.entries.size(); ++i) {
    const ZipEntry& entry = directory.entries[i];
    tell(answers, Told::name, entry.name);
    auto trouble = entry.trouble;
    if (trouble == ZipTrouble::none && from.bytes + entry.unpacked > limits.all_bytes)
      trouble = ZipTrouble::zip_too_large;
    if (trouble == ZipTrouble::none)
      trouble = unpack(zip, entry, limits.entry_bytes, [&](std::string_view bytes) {
        tell(answers, Told::bytes, bytes);
        from.bytes += bytes.size();
      });
    if (trouble == ZipTrouble::none)
      tell(answers, Told::whole, "");
    else
      tell(answers, Told::refused, trouble);
  }
  tell(answers, Told::end, directory.trouble);
}

SandboxLimits limits_of_reader() {
  SandboxLimits limits;
  limits.memory_bytes =
      512u << 20;  // most of it for the directory, and for what LZMA looks back on
  return limits;
}

// The walls that papers are read behind.
const Sandbox& sandbox() {
  static const Sandbox walls(limits_of_reader(), false);
  return walls;
}

[[noreturn]] void live(const Doors& doors, const ZipPlace& from, const ZipLimits& limits) {
  bool is_settled = settle(doors), can_unpack = archive_library() != nullptr;
  if (is_settled && sandbox().enter()) {
    if (can_unpack)
      answer(kTask, kAnswers, from, limits);
    else
      tell(kAnswers, Told::end, ZipTrouble::no_library);
  }
  _exit(0);
}

std::string name_of(int signal) {
  const char* name = sigabbrev_np(signal);
  return name ? fmt::format("SIG{}", name) : fmt::format("signal {}", signal);
}

}  // namespace

std::unique_ptr<ZipProcess> ZipProcess::start(int zip, const ZipPlace& from,
                                              const ZipLimits& limits) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return nullptr;
  util::Descriptor reader(ends[0]), writer(ends[1]), nowhere(open("/dev/null", O_RDWR | O_CLOEXEC));
  if (nowhere.number() < 0) return nullptr;
  Doors doors = {nowhere.number(), writer.number(), zip, getpid()};
  sandbox();  // tried here, once
  BlockedSignals blocked;
  pid_t child = fork();
  if (child < 0) return nullptr;
  if (child == 0) live(doors, from, limits);
  return std::unique_ptr<ZipProcess>(new ZipProcess(child, reader.release()));
}

ZipProcess::~ZipProcess() {
  end(0);
}

bool ZipProcess::wait(Time until, const std::function<bool()>& gives_up) {
  using std::chrono::milliseconds;
  for (;;) {
    auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      is_late_ = true;
      return false;
    }
    pollfd readable = {answers_.number(), POLLIN, 0};
    // Now and then somebody is asked: a signal may come just before the wait begins.
    int ready = poll(&readable, 1, static_cast<int>(std::min<long>(left.count(), 200)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
    if (gives_up && gives_up()) return false;
  }
}

bool ZipProcess::read(char* bytes, std::size_t count, Time until,
                      const std::function<bool()>& gives_up) {
  while (count > 0) {
    if (!wait(until, gives_up)) return false;
    ssize_t got = ::read(answers_.number(), bytes, count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

bool ZipProcess::read(Frame& frame, Time until, const std::function<bool()>& gives_up) {
  Head head;
  if (!read(reinterpret_cast<char*>(&head), sizeof head, until, gives_up)) return false;
  if (head.told > static_cast<std::uint32_t>(Told::end) || head.length > kLongestPayload)
    return false;
  frame.told = static_cast<Told>(head.told);
  frame.payload.resize(head.length);
  return read(frame.payload.data(), head.length, until, gives_up);
}

std::string ZipProcess::end(int seconds) {
  if (id_ <= 0) return "";
  // It may be dying by itself, and then its own death is what is told.
  siginfo_t seen = {};
  bool is_dead = waitid(P_PID, static_cast<id_t>(id_), &seen, WEXITED | WNOHANG | WNOWAIT) == 0 &&
                 seen.si_pid == id_;
  kill(id_, SIGKILL);
  int status = 0;
  pid_t reaped = 0;
  while ((reaped = waitpid(id_, &status, 0)) < 0 && errno == EINTR) continue;
  id_ = -1;
  if (is_late_) return fmt::format("took longer than {} s", seconds);
  if (is_dead && reaped > 0 && WIFSIGNALED(status)) return "died of " + name_of(WTERMSIG(status));
  return "stopped before its end";
}

}  // namespace batch
