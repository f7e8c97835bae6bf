// The part of a paper that counts against a page limit, and where its end may be in doubt.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/lines.hpp"
#include "model/paper.hpp"

namespace checks {

struct MainPart {
  Lines lines;             // counted ones, in reading order
  std::vector<int> pages;  // with a counted line, and wordless ones between them
};

// Of the lines before `end` of Measured::lines.
MainPart main_part(const model::Paper& paper, std::size_t end);

// Index of the heading of the references in Measured::lines; their number where there is none.
std::size_t references_begin(const model::Measured& measured);

// Content behind the references in sections that nothing shows to be an appendix: neither a word,
// nor a letter, nor an appendix before them.
Lines unplaced_behind_references(const model::Measured& measured);

// The id of the class a line's section has; "body" before the first heading.
const std::string& class_of(const model::Line& line, const model::Measured& measured);

// Whether these are reference entries, as told by their own look and not by a heading.
bool look_like_references(const Lines& lines);
// The share of lines that have something of an entry in them.
double share_of_entries(const Lines& lines);

// Whether all stand in unnumbered sections of a paper that numbers its sections.
bool only_in_unnumbered_sections(const Lines& lines, const model::Measured& measured);

// A page of pictures without a readable word, such as a scan.
bool is_wordless(const model::Paper& paper, int page);

}  // namespace checks
