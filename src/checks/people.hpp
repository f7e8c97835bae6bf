// The lines below the title, and what looks like people when nobody's name is known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/squeezed.hpp"
#include "model/measured.hpp"

namespace checks {

struct AuthorBlock {
  bool has_title = false;
  std::string
      left_over;  // lines of authors, addresses closed up; callers blank out what is harmless
  model::Box box;
};

// From the first page. Hidden lines are read too: names that are selected and copied are a leak.
AuthorBlock read_author_block(const model::Measured& measured);

// Writes blanks over a span, or over every phrase that occurs as whole words, longest first;
// whether one did.
void blank_out(std::string& text, Span span);
bool blank_out(std::string& text, std::vector<std::string> phrases);

// On one line, without runs of blanks and punctuation that blanking out left alone.
std::string close_up(std::string_view lines);

struct People {
  bool names = false;         // two or more words in a row written as a name is; titles look alike
  bool authors = false;       // several with an initial or a mark: "J. Doe and A. Roe", "Jane Doe1"
  bool institutions = false;  // an affiliation
  bool letters = false;       // anything but marks and numbers
};

// Of lines, or parts of them between commas. `institutions` are beginnings of words: "Universi"
// finds "Universität".
People find_people(std::string_view lines, const std::vector<std::string>& institutions);

// Whether it reads as sentences: an abstract without a heading taken for authors.
bool is_prose(std::string_view lines);

}  // namespace checks
