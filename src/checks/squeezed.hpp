// Letters and digits alone: finds phrases across line breaks, hyphenation, ligatures and small
// caps.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace checks {

// Bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Squeezed {
 public:
  explicit Squeezed(std::string_view source);

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }

  // Whether the phrase occurs, words run together or not.
  bool has(std::string_view phrase) const;

  // Where it stands in the source as whole words; digits may touch it, as the marks of footnotes
  // do.
  std::vector<Span> find_all(std::string_view phrase) const;
  std::optional<Span> find(std::string_view phrase) const;  // the first

 private:
  std::optional<Span> whole_words(std::size_t at, std::size_t length) const;

  std::string text_;
  std::vector<Span> origins_;  // in the source, of each byte of text_
  std::vector<bool> joined_;   // whether it follows a letter directly in the source
};

}  // namespace checks
