// What a program reads in a paper and a person does not, from wherever it stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/hidden_text.hpp"
#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

struct UnseenText {
  std::string text;   // UTF-8
  std::string place;  // "text on page 3", "the entry /Subject"
  std::string why;    // "it is painted over"
  model::Confidence sure = model::Confidence::certain;
  int page = 0;  // 0: on none
  std::optional<model::Box> box;
  const HiddenPassage* passage = nullptr;  // where it is one
};

struct UnseenTexts {
  std::vector<UnseenText> texts;
  bool was_cut = false;  // there is more than is read
};

// Hidden passages, texts to be read aloud, notes, metadata, outline, and what is spelt with
// characters that take no room.
UnseenTexts unseen_texts(const model::Paper& paper);

// A part of it with so many bytes on both sides, cut at the bounds of letters.
std::string_view around(std::string_view text, Span span, std::size_t more);

// Whether it is also printed where everybody reads it, as a paper's title is that its metadata
// repeats. Looks at all of the paper: for what is suspected alone.
bool is_printed(const model::Paper& paper, std::string_view text);

}  // namespace checks
