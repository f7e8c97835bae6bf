// A line on the terminal that says how far a long run is; nothing where there is no terminal.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

namespace cli {

class Progress {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = std::function<Clock::time_point()>;

  struct View {
    bool is_shown = false;
    int width = 80;
    Now now = Clock::now;
  };

  Progress(std::ostream& out, View view);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // None where nobody knows how many papers there are.
  void expect(std::optional<std::size_t> all) { all_ = all; }
  // So many of them need not be done again.
  void know(std::size_t papers) { known_ = papers; }
  void begin(std::string_view path);
  void end(bool is_judged);
  // Takes the line back, so that something else can be printed; it comes again with the next paper.
  void clear();

 private:
  void show();
  std::string line() const;

  std::ostream& out_;
  View view_;
  Clock::time_point started_;
  std::optional<Clock::time_point> shown_;
  bool is_visible_ = false;
  std::optional<std::size_t> all_;
  std::size_t known_ = 0, begun_ = 0, done_ = 0, failed_ = 0;
  std::string name_;  // of the paper begun last
};

}  // namespace cli
