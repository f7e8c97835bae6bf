// The text of a paper that no reader sees on its pages, put together to passages again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "checks/squeezed.hpp"
#include "checks/visibility.hpp"
#include "model/paper.hpp"

namespace checks {

// All of a page that is hidden in one way, in paint order.
struct HiddenPassage {
  struct Piece {
    std::size_t offset = 0;  // in `text`
    model::Box box;          // of glyphs side by side
  };
  int page = 0;  // from 1
  Unseen why = Unseen::no;
  // Also possible where an image lies at the same place, of which it may be the scanned text.
  model::Confidence sure = model::Confidence::certain;
  bool in_form = false;  // as included figures are
  std::string text;      // UTF-8, as it is copied
  int letters = 0;       // and digits
  std::vector<Piece> pieces;

  model::Box box_of(Span span) const;  // of a part of the text
  model::Box box() const { return box_of({0, text.size()}); }
  // What figures and layers leave behind without anybody's doing: parts beyond a clip or the page,
  // under other parts, in a form.
  bool is_leftover() const;
};

struct HiddenText {
  std::vector<HiddenPassage> passages;  // page by page
  std::vector<int> cut_pages;           // with more ink than is compared with their text
};

// Found once for all checks of the paper. Text that also stands, seen, at the same place is not
// among it: outlines of letters are painted twice.
const HiddenText& find_hidden_text(const model::Paper& paper);

// What is said where `cut_pages` has some.
model::Finding undecided_ink(const HiddenText& hidden);

std::string_view reason(const HiddenPassage& passage);  // "it is painted ..."

}  // namespace checks
