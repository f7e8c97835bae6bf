// Strings: UTF-8 and UTF-32, comparison across case and ligatures, output that no terminal obeys.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace util {

std::string to_utf8(std::u32string_view text);   // invalid code points become U+FFFD
void append(std::string& out, char32_t c);       // as to_utf8
std::u32string to_utf32(std::string_view text);  // invalid bytes become U+FFFD
bool is_utf8(std::string_view text);

// NFKC and case-folded, white space and soft hyphens collapsed: "Deﬁnition  1" = "definition 1".
std::string fold(std::string_view text);

bool contains_folded(std::string_view text, std::string_view words);

bool is_letter(char32_t c);  // of any script
// The letters alone, folded: "Paper 7 is new" and "paper 8 is  new" have the same.
std::string folded_letters(std::string_view text);
bool is_capital(char32_t c);    // a letter in upper case
bool is_combining(char32_t c);  // an accent of its own, and the like

// Whether a terminal, browser or log might act on it instead of showing it: control characters,
// bidi overrides, invisible marks.
bool is_dangerous(char32_t c);

// Without control characters, escapes, bidi overrides and invalid bytes, each shown as \u{..}; new
// lines and tabs become spaces.
std::string printable(std::string_view text);

// At most `letters` code points, with an ellipsis where something was cut.
std::string shortened(std::string_view text, std::size_t letters);

// Columns of a terminal that printable text takes: 2 for wide letters, 0 for combining ones.
std::size_t width(std::string_view text);

std::string_view trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);

// The candidate that a typing error most likely meant; none when all are far.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace util
