// Counts what comparing found, in memory that outlives the process that compares.
#pragma once

#include <array>
#include <ostream>

#include "oracle/difference.hpp"

namespace oracle {

enum class Doing : int { ours, theirs, comparing, done };

// Plain numbers only: one is filled in shared memory by the process of each file.
struct Tally {
  static constexpr std::size_t kMostReasons = 64;
  struct Count {
    long pages_accepted = 0, pages_different = 0;  // with a difference of the property
    long accepted = 0, different = 0;              // differences
  };
  Doing doing = Doing::ours;
  long pages = 0, pages_equal = 0, pages_accepted = 0;
  long glyphs = 0, inks = 0;
  long documents_different = 0;
  bool is_read_by_neither = false;
  std::array<Count, kProperties> counts{};
  std::array<long, kMostReasons> reasons{};

  void add(const Tally& other);
  bool has_unexplained() const;
};

// Compares, prints the first few differences of each property, and fills `tally`.
// `complaints` are the library's, by page.
void compare_and_count(const model::Document& ours, const model::Document& theirs,
                       const std::vector<std::vector<std::string>>& complaints, int shown,
                       Tally& tally);

void print_summary(std::ostream& out, const Tally& tally);

}  // namespace oracle
