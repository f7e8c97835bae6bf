// Which short runs of letters a text has: tells of most phrases that they stand nowhere in it,
// without looking for them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace checks {

class Grams {
 public:
  void add(std::string_view letters);

  // False only where no text that was added has these letters in a row.
  bool may_have(std::string_view letters) const;

 private:
  // A long paper has some ten thousand runs, so that one bit in ten is set.
  static constexpr int kBits = 18;

  static std::size_t place_of(std::uint64_t run);

  std::vector<bool> has_ = std::vector<bool>(std::size_t{1} << kBits);
};

}  // namespace checks
