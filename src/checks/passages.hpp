// Lines put together to running text again, so that sentences, addresses and phrases are whole.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/squeezed.hpp"
#include "model/paper.hpp"

namespace checks {

// Lines that follow each other on one page in one role and section, all kinds of running text being
// one; a footnote is one of its own.
struct Passage {
  struct Piece {
    std::size_t offset = 0;  // in `text`
    const model::Line* line = nullptr;
  };
  std::string text;
  std::vector<Piece> pieces;

  const model::Line& first() const { return *pieces.front().line; }
  const model::Line& line_at(std::size_t offset) const;
};

// Of visible lines that people read: no rulers, page numbers and formulas. They point into
// `measured`.
std::vector<Passage> passages(const model::Measured& measured);

// The same, put together once for all checks of the paper.
const std::vector<Passage>& passages(const model::Paper& paper);

// The sentence around an offset. Abbreviations may cut it short; it is never too long by them.
Span sentence_around(std::string_view text, std::size_t offset);

std::vector<std::string_view> sentences(std::string_view text);

// The mark that a footnote begins with, "1" or "∗"; empty where it has none.
std::string_view footnote_mark(std::string_view text);

std::span<const model::Line> lines_on(const model::Measured& measured, int page);

// Whether a page has words that can be read: not a scan, nor fonts that map to no characters.
bool has_text(const model::Paper& paper, int page);

std::size_t count_words(std::string_view text);  // runs with a letter or digit

}  // namespace checks
