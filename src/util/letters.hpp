// The letters of names as they are written where accents are missing, and the words they make.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace util {

// "Müller" is written "Muller" by some and "Mueller" by others.
enum class Spelling { bare, expanded };

// In lower case, without accents, ligatures taken apart; empty for what is no letter. What is not
// Latin stays as it is.
std::string spelled(char32_t c, Spelling spelling);
std::string spelled(std::string_view text, Spelling spelling);  // its letters alone

// What stands between a word and the next.
enum class Gap { none, space, hyphen, dot, comma, other };

struct SpelledWord {
  std::string letters;    // spelled
  std::size_t begin = 0;  // in the text
  std::size_t end = 0;
  bool is_capital = false;  // begins with one
  bool is_upper = false;    // has no small letter
  Gap gap = Gap::none;      // behind it; none at the end
};

// Accents that fonts paint beside their letters do not end a word, nor do apostrophes.
std::vector<SpelledWord> spelled_words(std::string_view text, Spelling spelling);

}  // namespace util
