#include "measure/floats.hpp"

#include <algorithm>
#include <cmath>

#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

// White space around a caption starts at half a line in the styles measured.
constexpr double kApart = 1.25;

using Column = std::vector<TextLine*>;

bool is_open(const TextLine& line) {
  return line.line.role == Role::body && line.line.visible && !line.turned;
}

// The lines of each column from top to bottom, and those that span columns.
std::vector<Column> by_column(PageText& page) {
  std::vector<Column> columns(page.gutters.size() + 2);
  for (TextLine& line : page.lines) {
    if (line.turned || !line.line.visible || line.line.role == Role::margin_note) continue;
    int place = line.line.column + 1;  // lines that span columns come first
    columns[static_cast<std::size_t>(place)].push_back(&line);
  }
  for (Column& column : columns) {
    std::sort(column.begin(), column.end(),
              [](auto a, auto b) { return a->line.baseline < b->line.baseline; });
  }
  return columns;
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
    for (Column& column : by_column(page)) {
      const TextLine* above = nullptr;
      for (TextLine* line : column) {
        bool continued = above && above->line.role == Role::caption && goes_on(*line, *above);
        if (continued || opens_caption(*line, above, text)) line->line.role = Role::caption;
        above = line;
      }
    }
  }
}

namespace {

bool ends_float(const TextLine& line, const TypeOfText& text) {
  return line.running || line.line.role == Role::heading || line.line.role == Role::title ||
         line.line.role == Role::author || line.line.role == Role::footnote ||
         looks_like_heading(line, text);
}

// From a caption up or down: lines that are no running text, as far as they stand close together.
template <class Iterator>
void mark_from(Iterator begin, Iterator end, Points start, Points most, const TypeOfText& text) {
  Points last = start;
  for (auto it = begin; it != end; ++it) {
    TextLine& line = **it;
    if (std::abs(line.line.baseline - last) > most || ends_float(line, text)) return;
    last = line.line.baseline;
    if (line.line.role == Role::caption || !is_open(line)) continue;
    line.line.role = Role::figure;
  }
}

}  // namespace

void mark_figure_text(std::vector<PageText>& pages, const TypeOfText& text) {
  for (PageText& page : pages) {
    mark_running(page, text);
    for (TextLine& line : page.lines) {
      if (is_open(line) && line.in_form) line.line.role = Role::figure;
    }
    for (Column& column : by_column(page)) {
      for (auto it = column.begin(); it != column.end(); ++it) {
        if ((*it)->line.role != Role::caption) continue;
        Points start = (*it)->line.baseline;
        auto below = std::next(it);
        // A table's rows keep close; above a figure's caption its drawing leaves gaps.
        mark_from(below, column.end(), start, 2.2 * text.leading, text);
        mark_from(std::make_reverse_iterator(it), column.rend(), start, 6 * text.leading, text);
      }
    }
  }
}

void mark_displays(std::vector<PageText>& pages, const TypeOfText& text) {
  for (PageText& page : pages) {
    for (TextLine& line : page.lines) {
      if (!is_open(line) || line.running || line.line.column < 0 || page.columns.empty()) continue;
      const Box& column = page.columns[static_cast<std::size_t>(line.line.column)];
      bool is_indented = line.line.box.left > column.left + 1.2 * text.size;
      bool is_numbered = line.line.text.ends_with(")") && line.widest_gap > 2 * text.size;
      if (line.math >= 0.6 || (is_indented && (line.math >= 0.3 || is_numbered))) {
        line.line.role = Role::display;
      }
    }
  }
}

}  // namespace measure
