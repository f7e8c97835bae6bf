// The words of running text as numbers, in a form that survives being set again: no case, hyphens,
// formulas or digits.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace batch {

// A word that is broken at the end of a line is the same as one that is not. Tokens with digits and
// single letters, of which formulas consist, are left out; in scripts without spaces each sign is a
// word.
class Words {
 public:
  void add_line(std::string_view line);
  // The hashes of all words, in order.
  std::vector<std::uint64_t> take();

  enum class Kind { letter, digit, sign, hyphen, gap };

 private:
  void add_ascii(std::string_view text);
  void add_unicode(std::string_view text);
  void add(Kind kind, char32_t c);
  void add(char32_t letter);
  void end_word();

  static constexpr std::uint64_t kEmpty = 0xcbf29ce484222325;

  std::vector<std::uint64_t> hashes_;
  std::uint64_t hash_ = kEmpty;
  int letters_ = 0;
  bool has_digit_ = false;
};

// Spreads the bits of a number over all of it.
inline std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;  // the last step of SplitMix64
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

}  // namespace batch
