// A paper handed to a process that is already running: over a socket, with its open file.
#pragma once

#include <optional>

#include "batch/input.hpp"
#include "batch/opened.hpp"

namespace batch {

struct Job {
  Input input;
  FileState state;
  int file = -1;  // whoever has the job closes it
  FileState supplement_state = {};
};

// False with errno where nobody listens or the system is short of something.
bool send_job(int socket, const Input& input, const Opened& opened);

// Waits for the next one; none when the other side is gone.
std::optional<Job> receive_job(int socket);

}  // namespace batch
