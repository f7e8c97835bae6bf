#include "measure/front_matter.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

// Every title measured begins in the upper half, mostly in the upper quarter.
constexpr double kLowestTitle = 0.5;
constexpr double kLowestAuthor = 0.65;

bool is_open(const TextLine& line) {
  return line.line.role == Role::body && line.line.visible && !line.turned;
}

// Titles are at least 12 over 10 points.
Points find_title_size(const PageText& page, const TypeOfText& text) {
  Points largest = 0;
  for (const TextLine& line : page.lines) {
    bool could_be = is_open(line) && line.alphabetic >= 4 &&
                    line.line.baseline < kLowestTitle * page.size.height && !line.in_form;
    // Small capitals are at least three quarters of the size; a single larger letter is something
    // else.
    Points size = line.largest <= 1.35 * line.line.size ? line.largest : line.line.size;
    if (could_be) largest = std::max(largest, size);
  }
  return largest >= 1.15 * text.size ? largest : 0;
}

bool begins_text(const TextLine& line) {
  std::string plain = squeezed(line.line.text);
  bool numbered_one = parse_numbering(line.line.text).number == "1" && line.bold > 0.7;
  return plain.starts_with("abstract") || plain.starts_with("introduction") ||
         plain.starts_with("1introduction") || plain.starts_with("1.introduction") ||
         plain.starts_with("i.introduction") || plain.starts_with("summary") || numbered_one;
}

bool is_caption(const TextLine& line) {
  auto start = parse_caption(line.line.text);
  return start && start->punctuated;
}

// Authors in further columns, and what stands over the title.
void mark_beside(PageText& page, Points title, Points begin, const TypeOfText& text) {
  for (TextLine& line : page.lines) {
    if (!is_open(line)) continue;
    Points y = line.line.baseline;
    bool is_short = (page.columns.empty() || line.letters < 45) && !is_caption(line);
    if (y > title && y < begin - 1.5 * text.leading && is_short) line.line.role = Role::author;
  }
}

void mark_heads_over_title(PageText& page, Points top, const TypeOfText& text) {
  for (TextLine& line : page.lines) {
    bool is_head = is_open(line) && line.line.baseline < top && line.largest < 1.1 * text.size;
    if (is_head) line.line.role = Role::running_head;
  }
}

// A figure may stand between the authors and the text; its caption is none of them.
std::vector<TextLine>::iterator mark_caption(std::vector<TextLine>::iterator line,
                                             std::vector<TextLine>::iterator end) {
  line->line.role = Role::caption;
  for (++line; line != end; ++line) {
    const TextLine& above = *std::prev(line);
    Points distance = line->line.baseline - above.line.baseline;
    bool goes_on = std::abs(line->line.size - above.line.size) < 0.2 && distance > 0 &&
                   distance < 1.35 * line->line.size && line->line.column == above.line.column;
    if (!goes_on || !is_open(*line)) break;
    line->line.role = Role::caption;
  }
  return line;
}

}  // namespace

void mark_front_matter(PageText& page, const TypeOfText& text) {
  Points size = find_title_size(page, text);
  if (size == 0) return;
  auto is_title = [&](const TextLine& line) {
    return is_open(line) && line.largest > 0.97 * size && line.letters >= 2 &&
           line.line.baseline < kLowestTitle * page.size.height && !begins_text(line);
  };
  auto first = std::find_if(page.lines.begin(), page.lines.end(), is_title);
  auto line = first;
  if (first != page.lines.end()) mark_heads_over_title(page, first->line.box.top, text);
  Points last = first == page.lines.end() ? 0 : first->line.baseline;
  for (; line != page.lines.end(); ++line) {
    if (!is_title(*line)) {
      if (is_open(*line) && line->line.baseline > last + 2) break;
      continue;
    }
    if (line->line.baseline - last > 2.5 * size) break;
    line->line.role = Role::title;
    last = line->line.baseline;
  }
  // Three lines of a paragraph in a row are text even where no heading says so.
  int paragraph = 0;
  auto end = line;
  for (; end != page.lines.end(); ++end) {
    if (begins_text(*end) || end->line.baseline > kLowestAuthor * page.size.height) break;
    bool is_text = is_open(*end) && std::abs(end->line.size - text.size) < 0.2 &&
                   end->letters >= 40 && end->bold < 0.3;
    paragraph = is_text ? paragraph + 1 : 0;
    if (paragraph == 3) break;
  }
  if (paragraph == 3) end -= 2;
  for (auto author = line; author < end;) {
    if (is_open(*author) && is_caption(*author)) {
      author = mark_caption(author, end);
      continue;
    }
    if (is_open(*author)) author->line.role = Role::author;
    ++author;
  }
  if (end != page.lines.end()) mark_beside(page, last, end->line.baseline, text);
}

}  // namespace measure
