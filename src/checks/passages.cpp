#include "checks/passages.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "util/text.hpp"

namespace checks {
namespace {

using model::Line;
using model::Role;

constexpr std::array<std::string_view, 7> kSymbols = {"*", "∗", "†", "‡", "§", "¶", "⋆"};
constexpr std::size_t kMostDigitsOfAMark = 2;

// Each way from the place asked for: text without stops would be read again and again.
constexpr std::size_t kMostBytesOfASentence = 1000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) || (c & 0x80);
}

bool is_read(const Line& line) {
  bool is_apparatus =
      line.role == Role::ruler || line.role == Role::page_number || line.role == Role::display;
  return line.visible && !is_apparatus && !util::trim(line.text).empty();
}

bool belongs(const Line& line, const Line& before) {
  bool same_kind = line.role == before.role ||
                   (model::is_running_text(line.role) && model::is_running_text(before.role));
  if (line.page != before.page || !same_kind || line.section != before.section) return false;
  return line.role != Role::footnote || footnote_mark(line.text).empty();
}

std::string_view last_word(std::string_view text) {
  auto blank = text.find_last_of(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

// Addresses break after their punctuation, and nothing is put in to show it.
bool is_broken_address(std::string_view before, std::string_view next) {
  std::string_view word = last_word(before);
  bool is_url = word.find("://") != std::string_view::npos || word.starts_with("www.") ||
                word.ends_with("http:") || word.ends_with("https:") || word.ends_with("http:/") ||
                word.ends_with("https:/");
  bool is_email = word.find('@') != std::string_view::npos;
  if (!is_url && !is_email) return next.starts_with("@") && !word.empty();
  bool starts_sentence = std::isupper(static_cast<unsigned char>(next.front()));
  if (word.back() == '.') return !starts_sentence;
  constexpr std::string_view kBreaks = "/@-_?&=+#~:%";
  return kBreaks.find(word.back()) != std::string_view::npos || next.starts_with("/") ||
         next.starts_with("@") || (next.size() > 1 && next[0] == '.' && is_letter(next[1]));
}

void append(Passage& passage, const Line& line) {
  std::string_view text = util::trim(line.text);
  if (!passage.text.empty() && !is_broken_address(passage.text, text)) passage.text += ' ';
  passage.pieces.push_back({passage.text.size(), &line});
  passage.text += text;
}

// Whether a sentence ends before `at`: a stop, perhaps closed by quotes or marked by a footnote,
// then a blank and something that can start one.
bool starts_sentence(std::string_view text, std::size_t at) {
  if (at < 2 || at >= text.size() || text[at - 1] != ' ') return false;
  bool can_start =
      std::isupper(static_cast<unsigned char>(text[at])) || is_digit(text[at]) || (text[at] & 0x80);
  std::size_t stop = at - 1;
  while (stop > 0 && at - stop < 5 &&
         (is_digit(text[stop - 1]) || text[stop - 1] == ')' || text[stop - 1] == '"'))
    --stop;
  return can_start && stop > 0 &&
         std::string_view(".?!").find(text[stop - 1]) != std::string_view::npos;
}

}  // namespace

const Line& Passage::line_at(std::size_t offset) const {
  auto after =
      std::upper_bound(pieces.begin(), pieces.end(), offset,
                       [](std::size_t at, const Piece& piece) { return at < piece.offset; });
  return after == pieces.begin() ? first() : *std::prev(after)->line;
}

std::vector<Passage> passages(const model::Measured& measured) {
  std::vector<Passage> all;
  for (const Line& line : measured.lines) {
    if (!is_read(line)) continue;
    if (all.empty() || !belongs(line, *all.back().pieces.back().line)) all.emplace_back();
    append(all.back(), line);
  }
  return all;
}

const std::vector<Passage>& passages(const model::Paper& paper) {
  return paper.workings.get<std::vector<Passage>>([&] { return passages(paper.measured); });
}

Span sentence_around(std::string_view text, std::size_t offset) {
  Span span{std::min(offset, text.size()), std::min(offset + 1, text.size())};
  std::size_t first = span.begin - std::min(span.begin, kMostBytesOfASentence);
  std::size_t last = std::min(text.size(), span.end + kMostBytesOfASentence);
  while (span.begin > first && !starts_sentence(text, span.begin)) --span.begin;
  while (span.end < last && !starts_sentence(text, span.end)) ++span.end;
  return span;
}

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> all;
  for (std::size_t at = 0; at < text.size();) {
    Span span = sentence_around(text, at);
    all.push_back(text.substr(at, span.end - at));
    at = span.end;
  }
  return all;
}

std::string_view footnote_mark(std::string_view text) {
  text = util::trim(text);
  for (std::string_view symbol : kSymbols)
    if (text.starts_with(symbol)) return symbol;
  auto digits =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  bool is_mark = digits > 0 && digits <= kMostDigitsOfAMark && digits < text.size() &&
                 std::string_view(".,:%)").find(text[digits]) == std::string_view::npos;
  return is_mark ? text.substr(0, digits) : std::string_view();
}

std::span<const Line> lines_on(const model::Measured& measured, int page) {
  Line wanted;
  wanted.page = page;
  auto [begin, end] =
      std::equal_range(measured.lines.begin(), measured.lines.end(), wanted,
                       [](const Line& a, const Line& b) { return a.page < b.page; });
  return {begin, end};
}

bool has_text(const model::Paper& paper, int page) {
  auto lines = lines_on(paper.measured, page);
  bool has_line = std::any_of(lines.begin(), lines.end(), is_read);
  auto index = static_cast<std::size_t>(page - 1);
  if (!has_line || index >= paper.document.pages.size()) return has_line;
  const auto& glyphs = paper.document.pages[index].glyphs;
  auto unmapped = std::count_if(glyphs.begin(), glyphs.end(),
                                [](const model::Glyph& glyph) { return glyph.text_length == 0; });
  return 2 * static_cast<std::size_t>(unmapped) <= glyphs.size();
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (const std::string& word : util::split(text, ' '))
    if (std::any_of(word.begin(), word.end(), [](char c) { return is_letter(c) || is_digit(c); }))
      ++words;
  return words;
}

}  // namespace checks
