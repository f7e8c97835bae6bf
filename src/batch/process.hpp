// A process that works on papers, as its parent sees it. It ends with its object.
#pragma once

#include <sys/types.h>
#include <time.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

#include "batch/note.hpp"
#include "batch/opened.hpp"
#include "batch/run.hpp"
#include "batch/sandbox.hpp"
#include "util/descriptor.hpp"

namespace batch {

// What all processes of a run share, made before the first is forked.
struct Crew {
  Crew(Work work, const RunOptions& options);
  Work work;
  RunOptions options;
  Sandbox sandbox;
  Notes notes;
  util::Descriptor nowhere;
};

class Process {
 public:
  // Null with errno where the system is short of something. The first answers about one paper and
  // ends, the second about all that it is sent.
  static std::unique_ptr<Process> launch(const Crew& crew, int number, const Input& input,
                                         const Opened& opened);
  static std::unique_ptr<Process> launch(const Crew& crew, int number);
  ~Process();

  int answers() const { return answers_->number(); }
  int jobs() const { return jobs_->number(); }  // of one that takes many
  std::chrono::nanoseconds cpu_time() const;
  // Bytes; 0 where they cannot be told.
  struct Memory {
    std::uint64_t address_space = 0;
    std::uint64_t resident = 0;
  };
  Memory memory() const;

  // Of a process that closed its pipe: how it ended, or none where it lives on.
  std::optional<int> wait_briefly();
  // Kills it, where it is not dead yet, and says how it ended.
  int end();

 private:
  using Owned = std::unique_ptr<util::Descriptor>;
  Process(pid_t id, Owned answers, Owned jobs);

  pid_t id_;
  clockid_t clock_ = 0;
  bool has_clock_ = false;
  std::optional<int> status_;
  Owned answers_;
  Owned jobs_;
};

}  // namespace batch
