#include <sys/resource.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "desk.hpp"
#include "util/output_file.hpp"

namespace {

// As a child process; how that ended.
template <class Act>
int in_child(Act act) {
  pid_t child = fork();
  if (child == 0) _exit(act());
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

}  // namespace

TEST_CASE("a killed writer leaves what stood there before", "[util]") {
  Desk desk;
  auto path = desk.write("out", "before");
  int status = in_child([&] {
    auto file = util::OutputFile::open(path);
    if (!file) return 1;
    (*file)->stream() << std::string(300'000, 'x') << std::flush;
    raise(SIGKILL);
    return 2;
  });
  CHECK(WIFSIGNALED(status));
  CHECK(desk.read("out") == "before");
}

TEST_CASE("a file that cannot be written whole does not appear, and is named", "[util]") {
  Desk desk;
  for (const char* before : {"", "before"}) {
    auto path = *before ? desk.write("out", before) : desk.path("out");
    int status = in_child([&] {
      signal(SIGXFSZ, SIG_IGN);
      rlimit most = {10'000, 10'000};
      setrlimit(RLIMIT_FSIZE, &most);
      auto file = util::OutputFile::open(path);
      if (!file) return 1;
      (*file)->stream() << std::string(300'000, 'x');
      auto error = (*file)->commit();
      if (!error) return 2;
      return error->message == "cannot write " + path + ": File too large" ? 0 : 3;
    });
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(desk.read("out") == before);
  }
  auto error = util::write_file("/dev/full", "x");
  REQUIRE(error);
  CHECK(error->message == "cannot write /dev/full: No space left on device");
}
