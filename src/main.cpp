#include <cstdlib>

#include "cli/cli.hpp"

int main(int argc, char** argv) {
  int code = cli::run({argv + 1, argv + argc}, cli::standard_streams());
#ifdef NDEBUG
  // All is written; the tables of libraries need no taking down. Debug builds count leaks and
  // lines.
  std::_Exit(code);
#endif
  return code;
}
