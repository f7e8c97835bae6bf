// Every place of a paper where the name of an author can stand: what is read, and what the file
// carries beside it. A new kind of metadata needs a line in the list of name_places.cpp and no
// more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/known_names.hpp"
#include "model/paper.hpp"

namespace checks {

struct NamePlace {
  std::string_view kind;  // "below the title": findings are made by kinds
  std::string text;
  int page = 0;  // 0: of no page
  model::Box box;
  model::Wording wording = model::Wording::label;
  // How sure it is that a name there is the author's own, and not one among others who are spoken
  // of.
  model::Confidence confidence = model::Confidence::certain;
};

// Of the text, references apart: passages by what they are. Also text that nobody sees.
std::vector<NamePlace> places_in_text(const model::Paper& paper);

// Of the file: metadata, names of figures, bookmarks, annotations.
std::vector<NamePlace> places_in_file(const model::Paper& paper);

// The authors who are known, made ready once for all checks of the paper.
const model::KnownNames& known_names(const model::Paper& paper);

// What of a label names an author: names, accounts, the parts of names of files.
std::vector<std::string> names_in_label(const model::KnownNames& known, std::string_view label);

}  // namespace checks
