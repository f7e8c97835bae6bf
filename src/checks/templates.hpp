// Templates of what styles print: their letters, and what may stand for others in squeezed text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace checks {

// Letters, or a placeholder: "year", "ordinal", "number" or "words".
struct Piece {
  std::string letters;
  std::string_view placeholder = "";
};

struct Template {
  std::vector<Piece> pieces;
  std::string anchor;  // the longest run of its letters, which a text has to have
  bool has_stars = false;
  bool is_plain = true;  // spelled_at finds it, and it needs no expression
  std::string unknown;   // a placeholder that there is none of

  std::string expression() const;
};

Template parse_template(std::string_view text);

// As squeezed, but that stars stay.
std::string starred_letters(std::string_view text);

struct Spelling {
  std::size_t end = 0;
  std::string_view year, ordinal;
};

// How a plain template stands in squeezed text from `at` on. It is what the expression would find:
// to compile one costs more than all that a paper's templates do.
std::optional<Spelling> spelled_at(const Template& wanted, std::string_view text, std::size_t at);

}  // namespace checks
