// Characters that are in a text and take no room: between letters, or spelling out a text of their
// own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace checks {

struct SecretLetters {
  std::string spelt;          // by tag characters, which mirror ASCII; UTF-8
  std::size_t tags = 0;       // flags of regions apart, which are spelt with them
  std::size_t selectors = 0;  // in runs; one alone chooses the form of a letter
  std::size_t overrides = 0;  // of the direction of writing
  std::size_t inside = 0;     // zero-width characters between two letters of Latin, Greek, Cyrillic
  std::size_t first = 0;      // where the first of them stands, in code points

  std::size_t count() const { return tags + selectors + overrides + inside; }
};

SecretLetters find_secret_letters(std::u32string_view text);

}  // namespace checks
