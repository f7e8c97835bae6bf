// Files that are written again while somebody waits for it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "util/descriptor.hpp"

namespace cli {

class Changes {
 public:
  explicit Changes(std::vector<std::string> papers);

  // What else decides, from the next mark() on; it need not be there.
  void watch_also(std::vector<std::string> files) { others_ = std::move(files); }

  // What is written from now on is a change.
  void mark();
  // Waits until a file is another one than at mark(), none was written for a moment, and the papers
  // are whole. False where `gives_up` says so first; it is asked a few times a second.
  bool wait(const std::function<bool()>& gives_up);

 private:
  // By which a new file is told, also where it took the place of the old one.
  struct Stamp {
    bool is_there = false;
    dev_t device = 0;
    ino_t number = 0;
    std::int64_t bytes = 0, seconds = 0, nanoseconds = 0;
    bool operator==(const Stamp&) const = default;
  };

  static Stamp stamp_of(const std::string& file);
  std::vector<Stamp> stamps() const;
  void sleep(std::chrono::milliseconds time) const;

  std::vector<std::string> papers_, others_;
  std::vector<Stamp> marked_;
  util::Descriptor events_;  // -1: the system has none to spare, and we look now and then
};

}  // namespace cli
