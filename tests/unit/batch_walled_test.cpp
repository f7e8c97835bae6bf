// Work behind walls: what it answers, and what is said when it cannot.
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include "batch/walled.hpp"

namespace {

std::string told(const batch::WalledWork& work, batch::RunOptions options = {},
                 std::size_t most = 1'000'000) {
  auto answer = batch::run_walled(work, options, most);
  return answer ? *answer : "! " + answer.error().message;
}

bool contains(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an answer comes back whole, whatever its bytes", "[batch]") {
  std::string long_one(300'000, '\0');
  CHECK(told([&](util::Stage&) { return long_one; }) == long_one);
  CHECK(told([](util::Stage&) { return std::string(); }).empty());
}

TEST_CASE("work behind walls opens no file", "[batch]") {
  CHECK(told([](util::Stage&) {
          return std::string(std::ifstream("/etc/passwd") ? "open" : "shut");
        }) == "shut");
}

TEST_CASE("a death is told with its place", "[batch]") {
  auto crash = [](util::Stage& stage) {
    stage.enter(util::Step::page, 7);
    std::raise(SIGILL);
    return std::string();
  };
  CHECK(contains(told(crash), "SIGILL in page 7"));
  auto hang = [](util::Stage&) -> std::string {
    for (;;) std::raise(SIGURG);  // which nobody minds
  };
  batch::RunOptions options;
  options.wall_seconds = 1;
  CHECK(contains(told(hang, options), "1 s"));
  CHECK(contains(told([](util::Stage&) -> std::string { throw std::bad_alloc(); }), "512 MiB"));
  CHECK(contains(told([](util::Stage&) { return std::string(100'000, 'x'); }, {}, 1'000),
                 "no answer"));
}
