// A place at which one process works on one paper at a time, within its limits.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "batch/deaths.hpp"
#include "batch/process.hpp"
#include "batch/record_pipe.hpp"

namespace batch {

using Clock = std::chrono::steady_clock;

struct Outcome {
  enum class Kind {
    answered,
    failed,  // for good
    killed,  // from outside
    stale,   // after earlier papers: a fresh process may do
  };
  Kind kind = Kind::failed;
  std::string text;         // the record, or why there is none
  bool is_lasting = false;  // failed, and would again: it is the paper's doing
};

class Slot {
 public:
  Slot(const Crew& crew, int number) : crew_(crew), number_(number) {}

  // False with errno where the system is short of something.
  bool begin(const Input& input, const Opened& opened);
  bool is_busy() const { return is_busy_; }
  int descriptor() const { return process_->answers(); }  // readable when there is news

  // What has become of the paper, once that is known; enforces the limits.
  std::optional<Outcome> look(Clock::time_point now);
  // How long look() may wait where no news come.
  std::chrono::nanoseconds patience(Clock::time_point now) const;
  // Time during which nobody looked does not count.
  void postpone(Clock::duration by) { wall_end_ += by; }
  void end();

 private:
  bool takes_many() const { return crew_.options.isolation == Isolation::worker; }
  bool hire();
  bool hand_over(const Input& input, const Opened& opened);
  Outcome finish(const Death& death);
  Outcome answer();
  bool is_worn() const;

  const Crew& crew_;
  int number_;
  std::unique_ptr<Process> process_;
  RecordReader reader_;
  bool is_busy_ = false;
  int taken_ = 0;           // papers, by the process
  Process::Memory memory_;  // when it was fresh
  Clock::time_point wall_end_;
  std::chrono::nanoseconds cpu_end_{0};
};

}  // namespace batch
