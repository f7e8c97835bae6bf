#include "cli/progress.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "util/text.hpp"

namespace {

using cli::Progress;
using std::chrono::milliseconds;

// A terminal whose time passes when a test says so.
struct Terminal {
  explicit Terminal(int width = 80, bool is_shown = true)
      : progress(out, {is_shown, width, [this] { return now; }}) {}

  // What has been printed since the last call, without the order to begin the line anew.
  std::string take() {
    std::string text = out.str();
    out.str("");
    if (text.starts_with("\r\x1b[K")) text.erase(0, 4);
    return text;
  }

  Progress::Clock::time_point now{};
  std::ostringstream out;
  Progress progress;
};

}  // namespace

TEST_CASE("the line says what is done of all, how fast, how long yet and what failed", "[cli]") {
  Terminal at;
  at.progress.expect(20);
  at.progress.begin("in/a.pdf");
  CHECK(at.take() == "0 of 20 papers: a.pdf");
  at.now += milliseconds(2000);
  for (int paper = 0; paper < 5; ++paper) at.progress.end(paper != 3);
  CHECK(at.take() == "1 of 20 papers, 0.5 a second, 38 s left: a.pdf");
  at.now += milliseconds(100);
  at.progress.begin("b.pdf");
  CHECK(at.take() == "5 of 20 papers, 2.4 a second, 7 s left, 1 not judged: b.pdf");
  at.progress.clear();
  CHECK(at.out.str() == "\r\x1b[K");
  at.progress.clear();
  CHECK(at.out.str() == "\r\x1b[K");
}

TEST_CASE("long times are told in minutes and hours", "[cli]") {
  Terminal at;
  at.progress.expect(10'000);
  at.now += milliseconds(1000);
  at.progress.end(true);
  CHECK(at.take() == "1 of 10000 papers, 1.0 a second, 2 h 47 min left");
  at.now += milliseconds(4000);
  for (int paper = 0; paper < 99; ++paper) at.progress.end(true);
  at.now += milliseconds(100);
  at.progress.end(true);
  CHECK(at.take().ends_with("101 of 10000 papers, 20 a second, 9 min left"));
}

TEST_CASE("the line comes back ten times a second at most", "[cli]") {
  Terminal at;
  at.progress.expect(1000);
  int lines = 0;
  for (int paper = 0; paper < 1000; ++paper) {
    at.now += milliseconds(1);
    at.progress.begin("a.pdf");
    at.progress.end(true);
    lines += at.take().empty() ? 0 : 1;
  }
  CHECK(lines <= 11);
  CHECK(lines >= 9);
}

TEST_CASE("of one paper, and where there is no terminal, nothing is said", "[cli]") {
  Terminal one;
  one.progress.expect(1);
  one.progress.begin("a.pdf");
  one.progress.end(true);
  Terminal unknown;  // how many there are
  unknown.progress.begin("a.pdf");
  unknown.progress.end(true);
  CHECK(unknown.out.str().empty());
  unknown.progress.begin("b.pdf");
  CHECK(unknown.take() == "1 paper: b.pdf");
  Terminal off(80, false);
  off.progress.expect(9);
  off.progress.begin("a.pdf");
  CHECK(one.out.str() + off.out.str() == "");
}

TEST_CASE("no name breaks the line or the terminal", "[cli]") {
  for (int width : {20, 40, 80}) {
    Terminal at(width);
    at.progress.expect(3);
    at.progress.begin("in/\x1b[31m\n\u202e" + std::string(200, 'x'));
    std::string line = at.take();
    CHECK(util::width(line) < static_cast<std::size_t>(width));
    CHECK(line.find_first_of("\x1b\n") == line.npos);
    Terminal wide(width);
    wide.progress.expect(3);
    std::string name;
    for (int i = 0; i < 100; ++i) name += "漢";
    wide.progress.begin(name);
    CHECK(util::width(wide.take()) < static_cast<std::size_t>(width));
  }
}
