#include "checks/squeezed.hpp"

#include "util/text.hpp"

namespace checks {
namespace {

bool is_ascii_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// Latin-1 signs, general punctuation, arrows and symbols, ideographic punctuation: no words.
bool is_sign(char32_t c) {
  return (c >= 0x80 && c < 0xc0 && c != 0xaa && c != 0xba) || (c >= 0x2000 && c < 0x2070) ||
         (c >= 0x2190 && c < 0x2460) || (c >= 0x2500 && c < 0x2c00) ||
         (c >= 0x3000 && c < 0x3040) || c == 0xfeff || c == 0xfffd;
}

std::string folded(char32_t c) {
  if (c < 0x80) {
    if (is_ascii_letter(c)) return std::string(1, static_cast<char>(c | 0x20));
    return is_digit(c) ? std::string(1, static_cast<char>(c)) : std::string();
  }
  return is_sign(c) ? std::string() : util::fold(util::to_utf8({&c, 1}));
}

std::size_t end_of_letter(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  return at;
}

}  // namespace

Squeezed::Squeezed(std::string_view source) {
  bool after_letter = false;
  text_.reserve(source.size());
  origins_.reserve(source.size());
  joined_.reserve(source.size());
  for (std::size_t at = 0; at < source.size();) {
    // Nearly all of a paper is plain letters, and the general way costs thirty times as much.
    if (char c = source[at]; static_cast<unsigned char>(c) < 0x80) {
      bool is_letter = is_ascii_letter(static_cast<unsigned char>(c));
      if (is_letter || is_digit(static_cast<unsigned char>(c))) {
        text_ += is_letter ? static_cast<char>(c | 0x20) : c;
        origins_.push_back({at, at + 1});
        joined_.push_back(after_letter);
      }
      after_letter = is_letter;
      ++at;
      continue;
    }
    std::size_t next = end_of_letter(source, at);
    std::u32string letters = util::to_utf32(source.substr(at, next - at));
    std::string text;
    for (char32_t c : letters) text += folded(c);
    for (std::size_t i = 0; i < text.size(); ++i) {
      origins_.push_back({at, next});
      joined_.push_back(i > 0 || after_letter);
    }
    text_ += text;
    after_letter = !text.empty() && !is_digit(static_cast<unsigned char>(text.back()));
    at = next;
  }
}

bool Squeezed::has(std::string_view phrase) const {
  Squeezed wanted(phrase);
  return !wanted.empty() && text_.find(wanted.text_) != std::string::npos;
}

std::optional<Span> Squeezed::whole_words(std::size_t at, std::size_t length) const {
  std::size_t end = at + length;
  bool starts_inside = joined_[at] && !is_digit(static_cast<unsigned char>(text_[at]));
  bool ends_inside =
      end < text_.size() && joined_[end] && !is_digit(static_cast<unsigned char>(text_[end]));
  if (starts_inside || ends_inside) return std::nullopt;
  return Span{origins_[at].begin, origins_[end - 1].end};
}

std::vector<Span> Squeezed::find_all(std::string_view phrase) const {
  std::vector<Span> all;
  std::string wanted = Squeezed(phrase).text_;
  if (wanted.empty()) return all;
  for (auto at = text_.find(wanted); at != std::string::npos;) {
    auto span = whole_words(at, wanted.size());
    if (span) all.push_back(*span);
    at = text_.find(wanted, at + (span ? wanted.size() : 1));
  }
  return all;
}

std::optional<Span> Squeezed::find(std::string_view phrase) const {
  std::string wanted = Squeezed(phrase).text_;
  if (wanted.empty()) return std::nullopt;
  for (auto at = text_.find(wanted); at != std::string::npos; at = text_.find(wanted, at + 1))
    if (auto span = whole_words(at, wanted.size())) return span;
  return std::nullopt;
}

}  // namespace checks
