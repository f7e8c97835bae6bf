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

// Of a text: lower case, nothing between words.
std::string squeezed(std::string_view source);

// One that is looked for in many texts is squeezed once.
struct Phrase {
  explicit Phrase(std::string_view words) : letters(squeezed(words)) {}
  std::string letters;
};

std::vector<Phrase> phrases_of(const std::vector<std::string>& texts);

// The source has to outlive it.
class Squeezed {
 public:
  explicit Squeezed(std::string_view source);

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }

  // Where bytes of text() come from.
  Span origin_of(Span squeezed) const;

  // Whether the phrase occurs, words run together or not.
  bool has(std::string_view phrase) const;

  // Where it stands in the source as whole words; digits may touch it, as the marks of footnotes
  // do.
  std::vector<Span> find_all(const Phrase& phrase) const;
  std::vector<Span> find_all(std::string_view phrase) const { return find_all(Phrase(phrase)); }
  std::optional<Span> find(const Phrase& phrase) const;  // the first
  std::optional<Span> find(std::string_view phrase) const { return find(Phrase(phrase)); }

 private:
  struct Origin {
    Span span;            // in the source
    bool joined = false;  // whether it follows a letter directly there
  };

  std::optional<Span> whole_words(std::size_t at, std::size_t length) const;
  void find_origins() const;

  std::string_view source_;
  std::string text_;
  mutable std::vector<Origin> origins_;  // of each byte of text_, once a phrase was seen in it
};

}  // namespace checks
