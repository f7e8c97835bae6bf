#include "measure/floats.hpp"

#include <algorithm>
#include <cmath>

#include "measure/columns.hpp"
#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

// White space around a caption starts at half a line in the styles measured.
constexpr double kApart = 1.25;
// A row of a formula falls into no more pieces that stand near each other.
constexpr int kRowPieces = 8;
constexpr int kFewLetters = 3;
constexpr double kMostOfFormula = 20;  // letters of its words

bool is_open(const TextLine& line) {
  return line.line.role == Role::body && line.line.visible && !line.turned;
}

Points width_of(const PageText& page, int column) {
  if (page.columns.empty()) return page.size.width;
  if (column < 0) return page.columns.back().right - page.columns.front().left;
  return page.columns[static_cast<std::size_t>(column)].width();
}

bool is_text_size(const TextLine& line, Points size) {
  return std::abs(line.line.size - size) <= std::max(0.03 * size, 0.2);
}

bool starts_paragraph_text(const TextLine& line, const PageText& page, const TypeOfText& text) {
  return is_open(line) && is_text_size(line, text.size) && line.math < 0.5 && !line.in_form &&
         line.widest_gap < 2 * text.size && line.letters >= 15 &&
         line.line.box.width() >= 0.55 * width_of(page, line.line.column);
}

// Long lines of body type, and the short ones that end their paragraphs.
void mark_running(PageText& page, const TypeOfText& text) {
  for (Column& column : by_column(page)) {
    const TextLine* above = nullptr;
    for (TextLine* line : column) {
      bool follows = above && above->running && is_open(*line) && !line->in_form &&
                     is_text_size(*line, text.size) && line->math < 0.6 && line->bold < 0.9 &&
                     line->widest_gap < 2 * text.size &&
                     line->line.baseline - above->line.baseline < kApart * text.leading;
      line->running = follows || starts_paragraph_text(*line, page, text);
      above = line;
    }
  }
}

bool opens_caption(const TextLine& line, const TextLine* above, const TypeOfText& text) {
  auto start = parse_caption(line.line.text);
  if (!start || !is_open(line)) return false;
  bool apart = !above || line.line.baseline - above->line.baseline > kApart * text.leading ||
               above->in_form || !is_text_size(*above, line.line.size);
  bool differs = !is_text_size(line, text.size);
  if (start->punctuated) return apart || differs || line.bold_first;
  return apart && (differs || line.bold_first);
}

bool goes_on(const TextLine& line, const TextLine& above) {
  Points distance = line.line.baseline - above.line.baseline;
  return is_open(line) && std::abs(line.line.size - above.line.size) < 0.4 && distance > 0 &&
         distance <= 1.35 * line.line.size && !line.in_form;
}

// What a heading looks like, so that the search for table cells below a caption stops there.
bool looks_like_heading(const TextLine& line, const TypeOfText& text) {
  bool stands_out = line.bold > 0.8 || line.largest > 1.08 * text.size ||
                    (line.capitals == line.alphabetic && line.alphabetic >= 5);
  if (!stands_out || line.widest_gap > 3 * text.size) return false;
  return parse_numbering(line.line.text).kind != Numbering::Kind::none ||
         line.largest > 1.08 * text.size || line.line.text.size() >= 8;
}

// The cells of a table across the columns stand in any of them, and so does a short last line.
Column all_of(const std::vector<Column>& columns) {
  Column all;
  for (const Column& column : columns) all.insert(all.end(), column.begin(), column.end());
  std::stable_sort(all.begin(), all.end(),
                   [](auto a, auto b) { return a->line.baseline < b->line.baseline; });
  return all;
}

// The last line of a caption across the columns may be as short as one of a column.
void mark_last_lines(const Column& lines) {
  const TextLine* above = nullptr;
  for (TextLine* line : lines) {
    bool is_level = above && (std::abs(line->line.box.left - above->line.box.left) < 2 ||
                              std::abs(line->line.box.middle_x() - above->line.box.middle_x()) < 3);
    if (is_level && line->line.column >= 0 && goes_on(*line, *above))
      line->line.role = Role::caption;
    above = line->line.role == Role::caption && line->line.column < 0 ? line : nullptr;
  }
}

}  // namespace

void forget_forms_of_pages(std::vector<PageText>& pages) {
  double letters = 0, in_form = 0;
  for (const PageText& page : pages) {
    for (const TextLine& line : page.lines)
      letters += line.letters, in_form += line.in_form * line.letters;
  }
  if (2 * in_form < letters) return;
  for (PageText& page : pages) {
    for (TextLine& line : page.lines) line.in_form = false;
  }
}

void mark_captions(std::vector<PageText>& pages, const TypeOfText& text) {
  for (PageText& page : pages) {
    std::vector<Column> columns = by_column(page);
    for (Column& column : columns) {
      const TextLine* above = nullptr;
      for (TextLine* line : column) {
        bool continued = above && above->line.role == Role::caption && goes_on(*line, *above);
        if (continued || opens_caption(*line, above, text)) line->line.role = Role::caption;
        above = line;
      }
    }
    if (!columns[0].empty()) mark_last_lines(all_of(columns));
  }
}

namespace {

bool ends_float(const TextLine& line) {
  return line.running || line.line.role == Role::heading || line.line.role == Role::title ||
         line.line.role == Role::author || line.line.role == Role::footnote;
}

// The bold head of a table looks like a heading, but cells stand beside each other next to it.
template <class Iterator>
bool is_head_of_cells(Iterator at, Iterator end) {
  auto first = std::next(at);
  if (first == end || std::next(first) == end) return false;
  const TextLine& one = **first;
  const TextLine& other = **std::next(first);
  return !one.running && !other.running && std::abs(one.line.baseline - other.line.baseline) < 0.6;
}

// From a caption up or down: lines that are no running text, as far as they stand close together.
template <class Iterator>
void mark_from(Iterator begin, Iterator end, Points start, Points most, const TypeOfText& text) {
  Points last = start;
  for (auto it = begin; it != end; ++it) {
    TextLine& line = **it;
    if (std::abs(line.line.baseline - last) > most || ends_float(line)) return;
    if (looks_like_heading(line, text) && !is_head_of_cells(it, end)) return;
    last = line.line.baseline;
    if (line.line.role == Role::caption || !is_open(line)) continue;
    line.line.role = Role::figure;
  }
}

}  // namespace

namespace {

void mark_around_captions(const Column& lines, int column, const TypeOfText& text) {
  for (auto it = lines.begin(); it != lines.end(); ++it) {
    if ((*it)->line.role != Role::caption || (*it)->line.column != column) continue;
    Points start = (*it)->line.baseline;
    // A table's rows keep close; above a figure's caption its drawing leaves gaps.
    mark_from(std::next(it), lines.end(), start, 2.2 * text.leading, text);
    mark_from(std::make_reverse_iterator(it), lines.rend(), start, 6 * text.leading, text);
  }
}

}  // namespace

void mark_figure_text(std::vector<PageText>& pages, const TypeOfText& text) {
  for (PageText& page : pages) {
    mark_running(page, text);
    for (TextLine& line : page.lines) {
      if (is_open(line) && line.in_form) line.line.role = Role::figure;
    }
    std::vector<Column> columns = by_column(page);
    for (std::size_t c = 0; c < columns.size(); ++c)
      mark_around_captions(columns[c], static_cast<int>(c) - 1, text);
    if (!columns[0].empty()) mark_around_captions(all_of(columns), -1, text);
  }
}

namespace {

bool looks_like_display(const TextLine& line, const Box& column, const TypeOfText& text) {
  if (!is_open(line) || line.running) return false;
  bool is_indented = line.line.box.left > column.left + 1.2 * text.size;
  bool is_numbered = line.line.text.ends_with(")") && line.widest_gap > 2 * text.size;
  return line.math >= 0.6 || (is_indented && (line.math >= 0.3 || is_numbered));
}

// "(12)", "(A.3)"
bool is_number_of_formula(const TextLine& line) {
  const std::string& text = line.line.text;
  return line.letters <= 7 && text.starts_with('(') && text.ends_with(')');
}

// What an overfull formula pushes out of its column. Bare numbers in the margin are those of lines.
bool is_pushed_out(const TextLine& line, const TextLine& display, const TypeOfText& text) {
  if (line.line.role != Role::margin_note) return false;
  bool is_sign = line.letters <= kFewLetters &&
                 line.line.box.left - display.line.box.right < text.size &&
                 line.line.text.find_first_of("0123456789") == std::string::npos;
  return is_sign || is_number_of_formula(line);
}

// Its number, the words and digits of its rows.
bool is_piece_of_display(const TextLine& line, const TextLine& display, const Box& column,
                         const TypeOfText& text) {
  if (display.line.role != Role::display) return false;
  const Box& box = line.line.box;
  Points shared =
      std::min(box.bottom, display.line.box.bottom) - std::max(box.top, display.line.box.top);
  return box.left > column.left + 1.2 * text.size && shared > 0.3 * box.height() &&
         (is_open(line) || is_pushed_out(line, display, text));
}

// A line of text that high formulas part has more words than a formula.
template <class Iterator>
bool is_row_of_text(Iterator begin, Iterator end, Iterator at, const TypeOfText& text) {
  double letters = 0;
  auto from = at - std::min<std::ptrdiff_t>(kRowPieces, at - begin);
  auto to = at + std::min<std::ptrdiff_t>(kRowPieces, end - at);
  for (; from != to; ++from) {
    bool is_level = std::abs((*from)->line.baseline - (*at)->line.baseline) < 0.4 * text.size;
    if (is_level) letters += (1 - (*from)->math) * (*from)->letters;
    if (is_level && (*from)->running) return true;
  }
  return letters > kMostOfFormula;
}

// Going down and up a column, since a piece may join two others.
template <class Iterator>
void mark_pieces(Iterator begin, Iterator end, const Box& column, const TypeOfText& text) {
  for (auto it = begin; it != end; ++it) {
    bool can_be = !(*it)->running && (is_open(**it) || (*it)->line.role == Role::margin_note);
    if (!can_be) continue;
    for (auto near = it; near != begin && std::distance(near, it) < kRowPieces;) {
      if (!is_piece_of_display(**it, **--near, column, text)) continue;
      if (!is_row_of_text(begin, end, it, text)) (*it)->line.role = Role::display;
      break;
    }
  }
}

}  // namespace

void mark_displays(std::vector<PageText>& pages, const TypeOfText& text) {
  for (PageText& page : pages) {
    if (page.columns.empty()) continue;
    std::vector<bool> has_display(page.columns.size());
    for (TextLine& line : page.lines) {
      if (line.line.column < 0) continue;
      auto number = static_cast<std::size_t>(line.line.column);
      if (!looks_like_display(line, page.columns[number], text)) continue;
      line.line.role = Role::display;
      has_display[number] = true;
    }
    for (std::size_t c = 0; c < page.columns.size(); ++c) {
      if (!has_display[c]) continue;
      Column lines;  // what stands beside the text too
      for (TextLine& line : page.lines) {
        bool is_level = !line.turned && line.line.visible;
        if (is_level && line.line.column == static_cast<int>(c)) lines.push_back(&line);
      }
      mark_pieces(lines.begin(), lines.end(), page.columns[c], text);
      mark_pieces(lines.rbegin(), lines.rend(), page.columns[c], text);
    }
  }
}

}  // namespace measure
