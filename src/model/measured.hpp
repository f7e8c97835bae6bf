// What measuring found in a document: lines and what they are, type, layout, sections, limits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/drawing.hpp"
#include "model/geometry.hpp"
#include "model/role.hpp"
#include "model/spacing.hpp"

namespace model {

struct Line {
  int page = 0;  // from 1
  Box box;
  Points baseline = 0;
  Points size = 0;   // the size most of its glyphs have
  int font = 0;      // likewise, index into Document::fonts
  int scale = 1000;  // likewise, Glyph::scale
  int tracking = 0;  // median gap between the letters of its words, in thousandths of an em
  int word_gap = 0;  // median space between its words, in thousandths of an em; 0 where few show it
  int column = 0;    // from 0; -1 where it spans columns
  Role role = Role::body;
  int section = -1;      // index into Measured::sections; -1 before the first
  bool counted = false;  // against the limit on main pages
  bool visible = true;   // false where nothing of it is painted
  std::string text;      // UTF-8, ligatures taken apart, ruler numbers left out
};

struct Section {
  std::string title;   // numbering left out
  std::string number;  // "3", "A.1", or empty
  int level = 1;
  int page = 0;
  Points y = 0;  // top of the heading
  std::string class_id = "body";
  int first_line = 0;  // of Measured::lines, the heading itself
  Points size = 0;     // of its largest letters, so that small capitals do not decide; 0: unknown
};

// Of the lines of running text that show it, in ems.
struct WordSpaces {
  double middle = 0;  // half of the lines have less
  double low = 0;     // a fifth of them has less
  int lines = 0;
};

struct BodyType {
  std::string font;
  std::string family;  // design class: "times", "computer-modern", "palatino"...; "" where unknown
  Points size = 0;
  std::optional<Points> leading;
  double share = 0;  // of the letters on body pages that are set in it
  int lines = 0;     // baseline distances behind `leading`
  std::optional<WordSpaces> word_spaces;
};

struct TypeSizes {
  std::optional<Points> title, section, caption, references, footnote, smallest;
};

struct Place {
  int page = 0;
  Points y = 0;
};

struct MainEnd {
  int page = 0;
  Points y = 0;     // bottom of the last counted line
  double fill = 0;  // of the text block's height, 0 to 1, columns in reading order
};

struct References {
  int page = 0;
  Points y = 0;
  int ends = 0;  // last page with an entry
};

struct PageLayout {
  int columns = 0;                // 0 where the page has no running text
  std::optional<Box> text_block;  // of its body lines
  int body_lines = 0;
  std::vector<ColumnFill> fills;  // of body lines, columns in reading order
  // Of this page alone; absent where it has too little text to tell.
  std::optional<Points> body_size, leading;
  int distances = 0;  // baseline distances behind `leading`
};

struct Measured {
  int pages = 0;
  std::optional<Size> page_size;  // the one most pages have
  std::optional<int> columns;     // of the main part
  std::optional<Points> column_gap;
  std::optional<Box> text_block;  // of body lines, page 1 apart
  std::optional<BodyType> body;
  TypeSizes sizes;
  std::optional<MainEnd> main_end;
  std::optional<References> references;
  std::optional<Place> appendix;
  std::vector<Section> sections;
  std::optional<bool> line_numbers;
  std::optional<bool> page_numbers;
  std::optional<std::string> stage;
  int words = 0;                    // in counted lines
  std::vector<PageLayout> layouts;  // one a page
  std::vector<Spacing> spacings;    // of the main part, in reading order
  std::vector<Drawing> drawings;    // page by page
  std::vector<Line> lines;          // reading order, page by page
};

}  // namespace model
