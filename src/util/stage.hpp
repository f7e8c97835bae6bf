// Where the work on a file stands, in memory that outlives the process doing it: what died is named
// by it afterwards.
#pragma once

#include <atomic>
#include <cstdint>

namespace util {

enum class Step : std::uint32_t { start, open, page, facts, measure, supplement, judge, record };

// Lies in shared memory. Whoever reads it must treat both numbers as an enemy's.
struct Stage {
  std::atomic<std::uint32_t> step{0};
  std::atomic<std::uint32_t> page{0};  // from 1, while step is Step::page

  void enter(Step next, int at_page = 0) {
    page.store(static_cast<std::uint32_t>(at_page), std::memory_order_relaxed);
    step.store(static_cast<std::uint32_t>(next), std::memory_order_relaxed);
  }
};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

}  // namespace util
