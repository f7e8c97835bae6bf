// A line on the terminal that says how far a long run is; nothing where there is no terminal.
#pragma once

#include <ostream>
#include <string_view>

namespace cli {

class Progress {
 public:
  Progress(std::ostream& out, bool is_shown, std::size_t all)
      : out_(out), is_shown_(is_shown && all > 1), all_(all) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void begin(std::string_view file);

 private:
  void clear();

  std::ostream& out_;
  bool is_shown_;
  std::size_t all_;
  std::size_t begun_ = 0;
};

}  // namespace cli
