// What a person asks of a paper beyond its measurements: counts and samples, page by page and part
// by part. For inspected papers alone.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/measured.hpp"

namespace model {

struct RoleCount {
  Role role = Role::body;
  int lines = 0;
};

struct SurveyedPage {
  Size size;
  int columns = 0;                // 0 where the page has no running text
  std::optional<Box> text_block;  // of its body lines
  std::vector<int> column_lines;  // body lines of each column, from the left
  std::optional<Points> body_size, leading;
  int distances = 0;             // baseline distances behind `leading`
  std::vector<RoleCount> roles;  // those it has, in the order of the enumeration
  // What several lines of the main part reach on each side: the block as a rule sees it.
  std::optional<Box> edges;
};

// All gaps of one kind and level.
struct GapSample {
  SpacingKind kind = SpacingKind::paragraph;
  int level = 0;  // of the heading; 0 elsewhere
  Points median = 0, least = 0, most = 0;
  Points low = 0;  // a fifth of them have no more
  int count = 0;
};

struct SizeInUse {
  Points size = 0;     // to a hundredth
  std::string family;  // design class; "" where unknown
  double share = 0;    // of the letters that are seen
};

struct FontUse {
  int pages = 0;  // on which it paints something
  int first_page = 0, last_page = 0;
  int in_form = 0;           // glyphs inside form XObjects, as included figures are
  std::optional<Role> role;  // of most letters in lines that are set in it
};

// A line that belongs to the page or the style and not to the text: a head, a foot, a notice.
struct PageMark {
  Role role = Role::running_head;
  std::string text;  // as it stands on the first page that has it
  bool at_top = false;
  int first_page = 0;
  int pages = 0;  // that have it, numbers apart
};

struct StageWords {
  std::string stage, words;
};

struct Survey {
  std::vector<SurveyedPage> pages;
  int leading_distances = 0;  // behind the body's leading
  std::optional<WordSpaces> word_spaces;
  std::vector<GapSample> gaps;
  std::vector<SizeInUse> sizes;           // largest share first
  std::vector<FontUse> fonts;             // one for each of Document::fonts
  std::vector<std::string> headings;      // one for each section: what marks its line as a heading
  std::vector<Points> heading_sizes;      // likewise, of its largest letters; 0: unknown
  std::vector<PageMark> marks;            // in the order they are met
  std::string title;                      // of the paper; "" where none was found
  std::vector<StageWords> stage_words;    // by which the stage is known
  std::vector<std::string> shortcomings;  // what of the file was not as it should be
};

}  // namespace model
