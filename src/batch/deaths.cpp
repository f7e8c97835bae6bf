#include "batch/deaths.hpp"

#include <sys/wait.h>

#include <csignal>
#include <cstring>
#include <string_view>

#include "extract/limits.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

using util::Step;

constexpr std::string_view kExportAgain = "export the paper again, or print it to a new PDF";

Step step_of(const Note& note) {
  return static_cast<Step>(note.stage.step.load(std::memory_order_relaxed));
}

// The numbers come from a process that may have been taken over.
std::string where(const Note& note) {
  std::uint32_t page = note.stage.page.load(std::memory_order_relaxed);
  switch (step_of(note)) {
    case Step::start:
      return " before the file was opened";
    case Step::open:
      return " while opening the file";
    case Step::page:
      if (page < 1 || page > extract::limits::kPages) return "";
      return fmt::format(" in page {}", page);
    case Step::facts:
      return " in what the file says of itself";
    case Step::measure:
      return " while measuring";
    case Step::supplement:
      return " while reading its supplement";
    case Step::judge:
      return " while judging";
    case Step::record:
      return " while answering";
  }
  return "";
}

std::string_view who(const Note& note) {
  switch (step_of(note)) {
    case Step::open:
    case Step::page:
    case Step::facts:
      return "the PDF library";
    default:
      return "its process";
  }
}

std::string name_of(int signal) {
  const char* name = sigabbrev_np(signal);
  return name ? fmt::format("SIG{}", name) : fmt::format("signal {}", signal);
}

std::string blame_limit(const std::string& what, const Note& note, std::string_view option) {
  return fmt::format("{}{}; {}, or raise {} for a file that you trust", what, where(note),
                     kExportAgain, option);
}

std::string blame_cpu(const Note& note, const RunOptions& options) {
  return blame_limit(fmt::format("the limit of {} s of CPU time was reached", options.cpu_seconds),
                     note, "--timeout");
}

std::string blame_kill(const Death& death, const Note& note, const RunOptions& options) {
  switch (death.blame) {
    case Blame::cpu:
      return blame_cpu(note, options);
    case Blame::wall:
      return blame_limit(fmt::format("{} s passed without an answer", options.wall_seconds), note,
                         "--timeout");
    case Blame::babble:
      return "its process wrote what is no answer; look at the file with care";
    default:
      return "its process fell silent without an answer; look at the file with care";
  }
}

std::string blame_remark(const Note& note, const RunOptions& options) {
  int error = note.error.load(std::memory_order_relaxed);
  switch (note.said()) {
    case Remark::memory:
      return blame_limit(fmt::format("more than {} MiB of memory were needed", options.memory_mib),
                         note, "--memory");
    case Remark::stack:
      return fmt::format("reading stopped: something is nested too deep{}; {}", where(note),
                         kExportAgain);
    case Remark::threw:
      return fmt::format("reading stopped with an error{}; {}", where(note), kExportAgain);
    case Remark::changed:
      return "the file changed while it was read; try again when nobody writes to it";
    case Remark::unreadable:
      return fmt::format("cannot be read: {}", std::strerror(error));
    case Remark::too_long:
      return fmt::format("the answer was too long; {}", kExportAgain);
    case Remark::not_sandboxed:
      return "its process could not be walled in as others were; try again";
    case Remark::none:
      break;
  }
  return "";
}

}  // namespace

bool is_kill_from_outside(const Death& death) {
  return death.blame == Blame::none && WIFSIGNALED(death.status) &&
         WTERMSIG(death.status) == SIGKILL;
}

bool is_lasting(const Death& death, const Note& note) {
  // A busy system makes papers slow.
  if (death.blame == Blame::wall || is_kill_from_outside(death)) return false;
  Remark said = note.said();
  return said != Remark::changed && said != Remark::unreadable && said != Remark::not_sandboxed;
}

std::string explain(const Death& death, const Note& note, const RunOptions& options) {
  if (death.blame != Blame::none) return blame_kill(death, note, options);
  int signal = WIFSIGNALED(death.status) ? WTERMSIG(death.status) : 0;
  if (signal == SIGXCPU) return blame_cpu(note, options);
  if (signal == SIGSYS)
    return fmt::format(
        "reading stopped: {} tried what its sandbox forbids (SIGSYS){}; look at the file with care",
        who(note), where(note));
  std::string remark = blame_remark(note, options);
  if (!remark.empty()) return remark;
  if (signal != 0)
    return fmt::format("reading stopped: {} died of {}{}; {}", who(note), name_of(signal),
                       where(note), kExportAgain);
  return fmt::format("reading stopped: {} ended without an answer{} (exit code {}); {}", who(note),
                     where(note), WEXITSTATUS(death.status), kExportAgain);
}

std::string explain_second_kill() {
  return "its process was killed twice from outside; where the system is short of memory, try "
         "again with fewer --jobs";
}

}  // namespace batch
