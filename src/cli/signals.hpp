// Signals that end a run: the first one asks it to stop, a second one ends the program at once.
#pragma once

#include <signal.h>

#include <array>

#include "batch/run.hpp"

namespace cli {

// While one lives, SIGINT, SIGTERM, SIGHUP and SIGPIPE stop the run. There is one at a time, or one
// within another that waits for runs; that learns what came to the inner one.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // From now on they stop this; at once where one has come already. Null: nothing.
  void watch(batch::Run* run);
  bool came() const;
  // Nobody reads the output any more, which is no reason to complain.
  bool was_pipe() const;

 private:
  std::array<struct sigaction, 4> before_{};
};

}  // namespace cli
