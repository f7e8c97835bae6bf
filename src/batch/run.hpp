// Works through a source with several processes at a time and answers in the source's order.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "batch/source.hpp"
#include "model/result.hpp"
#include "util/expected.hpp"
#include "util/stage.hpp"

namespace batch {

enum class Isolation {
  process,  // a sandboxed process for each paper
  worker,   // sandboxed processes that take one paper after another
  none,     // in this process, for debugging
};

struct RunOptions {
  Isolation isolation = Isolation::process;
  int jobs = 1;
  int cpu_seconds = 10;            // a paper
  int wall_seconds = 30;           // a paper
  std::uint64_t memory_mib = 512;  // address space of a process
  bool require_sandbox = false;
};

// What is done with one paper, and what is said of one that could not be worked on. Both are made
// before the first process is forked and must not change afterwards. `examine` runs in a process
// of its own; `give_up` here, and reads no hostile byte.
struct Work {
  std::function<model::Result(const Input&, std::span<const char> bytes, util::Stage&)> examine;
  std::function<model::Result(const Input&, std::string why)> give_up;
  // Result::key of a paper that its process died of; may be missing. Hashes the paper's bytes here.
  std::function<std::string(const Input&)> key;
};

class Run {
 public:
  // An error where a wall of the sandbox is required and missing.
  static util::Expected<std::unique_ptr<Run>> start(Source& source, Work work, RunOptions options);
  virtual ~Run() = default;  // ends all its processes

  // In the source's order; none at the end, or soon after stop().
  virtual std::optional<model::Result> next() = 0;
  // Safe in a signal handler: what is being worked on is given up and will have no result.
  virtual void stop() = 0;
  virtual bool was_stopped() const = 0;

  // The walls that stand around each process ("seccomp", "landlock", "rlimits"...), and those that
  // this system does not have.
  virtual std::vector<std::string> walls() const = 0;
  virtual std::vector<std::string> missing_walls() const = 0;
};

}  // namespace batch
