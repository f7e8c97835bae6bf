#include "batch/walled.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <new>

#include "batch/blocked_signals.hpp"
#include "batch/child.hpp"
#include "batch/deaths.hpp"
#include "batch/nursery.hpp"
#include "util/descriptor.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kFailed = 1;
constexpr std::size_t kPiece = 1 << 16;

bool write_all(const std::string& answer) {
  for (std::size_t at = 0; at < answer.size();) {
    ssize_t count = write(kAnswers, answer.data() + at, answer.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += static_cast<std::size_t>(count);
  }
  return true;
}

[[noreturn]] void live(const Cradle& cradle, const WalledWork& work) {
  Note& note = cradle.notes.of(cradle.number);
  if (!settle(cradle, note) || !cradle.sandbox.enter()) {
    note.say(Remark::not_sandboxed);
    _exit(kFailed);
  }
  bool is_answered = false;
  try {
    is_answered = write_all(work(note.stage));
  } catch (const std::bad_alloc&) {
    note.say(Remark::memory);
  } catch (...) {
    note.say(Remark::threw);
  }
  _exit(is_answered ? 0 : kFailed);
}

// How reading ended; `none` at the end of the pipe.
Blame read_answer(int pipe, Clock::time_point until, std::size_t most, std::string& answer) {
  std::string piece(kPiece, '\0');
  for (;;) {
    auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return Blame::wall;
    pollfd readable = {pipe, POLLIN, 0};
    if (poll(&readable, 1, static_cast<int>(left)) <= 0) continue;
    ssize_t count = read(pipe, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Blame::none;
    answer.append(piece, 0, static_cast<std::size_t>(count));
    if (answer.size() > most) return Blame::babble;
  }
}

int reap(pid_t child, bool kills) {
  if (kills) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

util::Error lack(unsigned walls) {
  return {fmt::format("of the sandbox this system lacks {}, which --require-sandbox asks for",
                      util::join(names_of(kAllWalls & ~walls), ", "))};
}

}  // namespace

util::Expected<std::string> run_walled(const WalledWork& work, const RunOptions& options,
                                       std::size_t most_answer_bytes) {
  Notes notes(1);
  if (options.isolation == Isolation::none) return work(notes.of(0).stage);
  Sandbox sandbox({options.memory_mib << 20, options.cpu_seconds}, false);
  if (options.require_sandbox && sandbox.walls() != kAllWalls) return lack(sandbox.walls());
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return util::Error{fmt::format("no pipe can be had: {}", std::strerror(errno))};
  util::Descriptor reader(ends[0]), writer(ends[1]), nowhere(open("/dev/null", O_RDWR | O_CLOEXEC));
  const Work none;
  Cradle cradle{none,    sandbox, notes, 0, nowhere.number(), writer.number(), nowhere.number(),
                getpid()};
  pid_t child = -1;
  {
    BlockedSignals blocked;
    child = fork();
    if (child == 0) live(cradle, work);
  }
  if (child < 0) return util::Error{fmt::format("no process can be had: {}", std::strerror(errno))};
  writer.close();  // or the pipe would not end with the child
  std::string answer;
  Death death;
  death.blame =
      read_answer(reader.number(), Clock::now() + std::chrono::seconds(options.wall_seconds),
                  most_answer_bytes, answer);
  death.status = reap(child, death.blame != Blame::none);
  bool is_good =
      death.blame == Blame::none && WIFEXITED(death.status) && WEXITSTATUS(death.status) == 0;
  if (is_good) return answer;
  return util::Error{explain(death, notes.of(0), options)};
}

}  // namespace batch
