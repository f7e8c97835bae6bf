#include "checks/squeezed.hpp"

#include <algorithm>
#include <array>

#include "util/text.hpp"

namespace checks {
namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// What takes no room between letters, or only chooses their form.
bool is_unprinted(char32_t c) {
  return c == 0x34f || c == 0x61c || c == 0x115f || c == 0x1160 || (c >= 0x180b && c <= 0x180f) ||
         c == 0x3164 || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) ||
         (c >= 0xe0000 && c <= 0xe0fff);
}

// Latin-1 signs, general punctuation, arrows and symbols, ideographic punctuation: no words.
bool is_sign(char32_t c) {
  return is_unprinted(c) || (c >= 0x80 && c < 0xc0 && c != 0xaa && c != 0xba) ||
         (c >= 0x2000 && c < 0x2070) || (c >= 0x2190 && c < 0x2460) ||
         (c >= 0x2500 && c < 0x2c00) || (c >= 0x3000 && c < 0x3040) || c == 0xfffd;
}

// What is left of each byte of ASCII; 0 of what is no letter and no digit.
constexpr std::array<char, 0x80> kSqueezed = [] {
  std::array<char, 0x80> squeezed{};
  for (char c = 'a'; c <= 'z'; ++c) squeezed[c & 0x7f] = squeezed[c & 0x5f] = c;
  for (char c = '0'; c <= '9'; ++c) squeezed[c & 0x7f] = c;
  return squeezed;
}();

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

std::string folded(char32_t c) {
  if (c < 0x80) return std::string(kSqueezed[c] ? 1 : 0, kSqueezed[c]);
  return is_sign(c) ? std::string() : util::fold(util::to_utf8({&c, 1}));
}

// Of the bytes of a letter beyond ASCII; what follows none of them stands for itself.
std::string folded(std::string_view bytes) {
  std::string text;
  for (char32_t c : util::to_utf32(bytes)) text += folded(c);
  return text;
}

std::size_t end_of_letter(std::string_view text, std::size_t at) {
  if (is_ascii(text[at++])) return at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  return at;
}

}  // namespace

std::string squeezed(std::string_view source) {
  std::string out(source.size(), '\0');
  std::size_t size = 0;
  for (std::size_t at = 0; at < source.size();) {
    // Nearly all of a paper is plain letters, and the general way costs thirty times as much.
    if (is_ascii(source[at])) {
      char c = kSqueezed[static_cast<std::size_t>(source[at++])];
      out[size] = c;
      size += c ? 1 : 0;
      continue;
    }
    std::size_t next = end_of_letter(source, at);
    std::string letters = folded(source.substr(at, next - at));
    out.resize(std::max(out.size(), size + letters.size() + source.size() - next));
    size += letters.copy(out.data() + size, letters.size());
    at = next;
  }
  out.resize(size);
  return out;
}

Squeezed::Squeezed(std::string_view source) : source_(source), text_(squeezed(source)) {}

void Squeezed::find_origins() const {
  bool after_letter = false;
  origins_.reserve(text_.size());
  for (std::size_t at = 0; at < source_.size();) {
    std::size_t next = end_of_letter(source_, at);
    std::string letters = folded(source_.substr(at, next - at));
    for (std::size_t i = 0; i < letters.size(); ++i)
      origins_.push_back({{at, next}, i > 0 || after_letter});
    after_letter = !letters.empty() && !is_digit(static_cast<unsigned char>(letters.back()));
    at = next;
  }
}

Span Squeezed::origin_of(Span squeezed) const {
  if (squeezed.begin >= squeezed.end) return {};
  if (origins_.empty()) find_origins();
  return {origins_[squeezed.begin].span.begin, origins_[squeezed.end - 1].span.end};
}

bool Squeezed::has(std::string_view phrase) const {
  std::string wanted = squeezed(phrase);
  return !wanted.empty() && text_.find(wanted) != std::string::npos;
}

std::optional<Span> Squeezed::whole_words(std::size_t at, std::size_t length) const {
  if (origins_.empty()) find_origins();
  std::size_t end = at + length;
  bool starts_inside = origins_[at].joined && !is_digit(static_cast<unsigned char>(text_[at]));
  bool ends_inside = end < text_.size() && origins_[end].joined &&
                     !is_digit(static_cast<unsigned char>(text_[end]));
  if (starts_inside || ends_inside) return std::nullopt;
  return Span{origins_[at].span.begin, origins_[end - 1].span.end};
}

std::vector<Span> Squeezed::find_all(const Phrase& phrase) const {
  std::vector<Span> all;
  const std::string& wanted = phrase.letters;
  if (wanted.empty()) return all;
  for (auto at = text_.find(wanted); at != std::string::npos;) {
    auto span = whole_words(at, wanted.size());
    if (span) all.push_back(*span);
    at = text_.find(wanted, at + (span ? wanted.size() : 1));
  }
  return all;
}

std::vector<Phrase> phrases_of(const std::vector<std::string>& texts) {
  return std::vector<Phrase>(texts.begin(), texts.end());
}

std::optional<Span> Squeezed::find(const Phrase& phrase) const {
  const std::string& wanted = phrase.letters;
  if (wanted.empty()) return std::nullopt;
  for (auto at = text_.find(wanted); at != std::string::npos; at = text_.find(wanted, at + 1))
    if (auto span = whole_words(at, wanted.size())) return span;
  return std::nullopt;
}

}  // namespace checks
