// The life of a process that works on papers: it walls itself in, reads, answers and ends.
#pragma once

#include <sys/types.h>

#include "batch/note.hpp"
#include "batch/opened.hpp"
#include "batch/run.hpp"
#include "batch/sandbox.hpp"

namespace batch {

// Its descriptors, besides 0 to 2, which lead nowhere.
inline constexpr int kAnswers = 3;     // records are written to it
inline constexpr int kTask = 4;        // the paper, or the socket over which papers come
inline constexpr int kSupplement = 5;  // what belongs to the paper, where there is something

struct Cradle {
  const Work& work;
  const Sandbox& sandbox;
  const Notes& notes;
  int number;           // of its note
  int nowhere;          // /dev/null
  int answers;          // becomes kAnswers
  int task;             // becomes kTask
  pid_t parent;         // with which it dies
  int supplement = -1;  // becomes kSupplement; -1 = none
};

// All in the child, after fork(), with all signals blocked.
[[noreturn]] void live_for_one(const Cradle& cradle, const Input& input, const Opened& opened);
[[noreturn]] void live_for_many(const Cradle& cradle);

}  // namespace batch
