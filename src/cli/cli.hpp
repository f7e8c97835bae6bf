// The command line: what it accepts, what it prints, and how it exits.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace cli {

struct Streams {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int width = 80;      // columns of `out`, where it is a terminal
  int err_width = 80;  // of `err`
};

// The process's own streams.
Streams standard_streams();

// The exit code, as the contract numbers them: 0 clean, 1 findings, 2 usage, 3 not judged.
int run(const std::vector<std::string>& arguments, const Streams& streams);

}  // namespace cli
