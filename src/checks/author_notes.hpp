// Notes that authors left for themselves: marks such as TODO, boxes in the margin, and remarks in a
// colour of their own that begin with initials or end in doubt.
#pragma once

#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

enum class NoteKind { mark, box, remark };

struct AuthorNote {
  NoteKind kind = NoteKind::mark;
  model::Confidence confidence = model::Confidence::possible;
  int page = 0;
  model::Box box;
  std::string text;  // what it says, or the words it stands among
};

// One of `words`, in capitals as given: likely where it is set off (a text of its own, in brackets,
// before a colon), possible in a sentence. Not in listings, quotations and references, nor in a
// paper that has the word in its title or a heading. `except` are classes of sections left out.
std::vector<AuthorNote> find_marks(const model::Paper& paper, const std::vector<std::string>& words,
                                   const std::vector<std::string>& except = {});

// Text in a box as \todo of todonotes draws it.
std::vector<AuthorNote> find_boxes(const model::Paper& paper);

// "AB: say more here" or "of what kind??" in a colour that little else has.
std::vector<AuthorNote> find_remarks(const model::Paper& paper);

}  // namespace checks
