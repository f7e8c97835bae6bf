// Runs a program and says what it and all its children used.
#pragma once

#include <string>
#include <vector>

namespace bench {

using Command = std::vector<std::string>;

struct Usage {
  double cpu = 0;     // seconds, user and system, with the children it waited for
  double wall = 0;    // seconds
  double memory = 0;  // MiB, the largest resident size of it or of one child
};

// What it prints is thrown away; a run that was killed, or never began, ends the benchmark.
Usage run(const Command& command);

// The largest resident sizes in MiB, looked up every few milliseconds while it runs: its own, and
// that of each child that was seen.
struct Sizes {
  double parent = 0;
  std::vector<double> children;
};
Sizes watch(const Command& command);

// Seconds of wall that `count` processes, started at once, take for the same fixed work each.
double spin(int count);

// Whether it runs, and its name is no mistake.
bool can_run(const std::string& program);

std::string output_of(const Command& command);

}  // namespace bench
