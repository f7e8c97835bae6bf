// What a process tells of itself in shared memory, for when it cannot answer any more.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "util/stage.hpp"

namespace batch {

enum class Remark : std::uint32_t {
  none,
  memory,      // more was needed than there is
  stack,       // nested too deep
  threw,       // an exception that nobody expected
  changed,     // the file, while it was read
  unreadable,  // the file; Note::error has errno
  too_long,    // the answer
  not_sandboxed,
};

// One page of memory for each process. Whoever reads it must treat all of it as an enemy's.
struct Note {
  util::Stage stage;
  std::atomic<std::uint32_t> remark{0};
  std::atomic<std::int32_t> error{0};

  void say(Remark what, int with_error = 0) {
    error.store(with_error, std::memory_order_relaxed);
    remark.store(static_cast<std::uint32_t>(what), std::memory_order_relaxed);
  }
  Remark said() const { return static_cast<Remark>(remark.load(std::memory_order_relaxed)); }
  void clear() {
    say(Remark::none);
    stage.enter(util::Step::start);
  }
};

class Notes {
 public:
  explicit Notes(int count);  // std::bad_alloc where the system has no such memory
  ~Notes();
  Notes(const Notes&) = delete;
  Notes& operator=(const Notes&) = delete;

  Note& of(int number) const;
  // In the child: the notes of its neighbours are out of its reach from here on.
  void keep_only(int number) const;

 private:
  std::size_t page_;
  std::size_t bytes_;
  char* memory_;
};

}  // namespace batch
