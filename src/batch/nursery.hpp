// What a fresh process does to be alone: signals, descriptors, environment, and its parent's death.
#pragma once

#include "batch/child.hpp"

namespace batch {

// What it keeps: /dev/null in 0 to 2, kAnswers, kTask, and kSupplement if there is one. It dies
// with its parent.
struct Doors {
  int nowhere;
  int answers;
  int task;
  pid_t parent;
  int supplement = -1;
};

// False where something failed that must not. Afterwards no signal is blocked.
bool settle(const Doors& doors);
// The same, and the note says what it can of a death.
bool settle(const Cradle& cradle, Note& note);

}  // namespace batch
