// How texts of lines are compared: across case, ligatures, spaces and letter-spacing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace measure {

// Folded and without white space, hyphens and dashes, so that "R EFERENCES" is "references".
std::string squeezed(std::string_view text);

// Of a squeezed line, whether it opens what styles print behind the abstract without a heading of
// its own: keywords, classes, how to cite.
bool opens_keywords(std::string_view plain);

// Without accents, of folded Latin text: TeX's older fonts paint them as signs of their own, so
// that "références" is read as "re´fe´rences".
std::string without_accents(std::string plain);

// The number in front of a heading: "3", "A.1", "IV", "Appendix B".
struct Numbering {
  enum class Kind { none, arabic, letter, roman };
  Kind kind = Kind::none;
  std::string number;          // without the word and the last dot
  int depth = 0;               // parts of the number
  bool says_appendix = false;  // the word stands before it
  std::string_view rest;       // of the text behind it
};
Numbering parse_numbering(std::string_view text);

// The page number a line consists of: "7", "- 7 -", "Page 7 of 9", "vii".
std::optional<int> parse_page_number(std::string_view text);

// Letters only, folded: what running heads of different pages have in common.
std::string without_digits(std::string_view text);

// Whether the line opens with the mark of a list's item: a bullet, a dash, "1.", "2)", "(iii)".
bool opens_item(std::string_view text);
bool opens_with_bullet(std::string_view text);

// Whether the line opens a caption, and how: "Figure 3:", "Table A1.".
struct CaptionStart {
  std::string number;       // "3", "A1"
  bool punctuated = false;  // a colon, dot or bar behind the number
  bool of_program = false;  // an algorithm or a listing
};
std::optional<CaptionStart> parse_caption(std::string_view text);

}  // namespace measure
