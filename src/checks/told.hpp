// The sentences of a paper in which it speaks of itself: running text, footnotes and what stands
// above and beside it, without references, figures and listings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/squeezed.hpp"
#include "model/paper.hpp"

namespace checks {

struct Told {
  std::string_view sentence;          // of a passage that lives as long as the paper
  std::string_view passage;           // the whole of it, as a footnote is
  const model::Line* line = nullptr;  // where it begins
  Squeezed letters;                   // of the sentence
};

// Put together once for all checks of the paper.
const std::vector<Told>& told(const model::Paper& paper);

// Those that may stand in one of these sentences: of a long list most stand in none.
std::vector<Phrase> heard(const model::Paper& paper, std::vector<Phrase> phrases);

// Whether an offset of a sentence stands within quotation marks.
bool is_quoted(std::string_view sentence, std::size_t at);

// Where the first of the phrases stands outside quotation marks; no span at all is empty.
Span first_said(const Told& told, const std::vector<Phrase>& phrases);
Span first_said(std::string_view sentence, const std::vector<std::string>& phrases);

bool says_any(const Squeezed& letters, const std::vector<Phrase>& phrases);

// Where an institution is named by a word with one of the beginnings ("Universi") beside another in
// capitals: "University of Nowhere", "Nowhere Institute". Empty where none is.
Span named_institution(std::string_view sentence, const std::vector<std::string>& beginnings);

}  // namespace checks
