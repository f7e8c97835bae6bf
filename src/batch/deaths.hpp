// Says of a process that did not answer what it died of, where, and what can be done.
#pragma once

#include <string>

#include "batch/note.hpp"
#include "batch/run.hpp"

namespace batch {

enum class Blame {
  none,
  cpu,      // killed for using too much
  wall,     // killed for taking too long
  babble,   // killed for writing what is no record
  silence,  // closed its pipe without an answer and lived on
};

struct Death {
  int status = 0;  // as waitpid gives it
  Blame blame = Blame::none;
};

bool is_kill_from_outside(const Death& death);

// Whether the same file and limits would end so again: neither the system nor other processes had a
// part in it.
bool is_lasting(const Death& death, const Note& note);

std::string explain(const Death& death, const Note& note, const RunOptions& options);

std::string explain_second_kill();

}  // namespace batch
