#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "measure/floats.hpp"
#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

// 10-point text has notes of 9 or 8; what is nearer to the text is text.
constexpr double kSmaller = 0.94;

bool is_note_size(const TextLine& line, Points body) {
  return line.line.size <= kSmaller * body && line.largest < 1.02 * body;
}

// The short rule that LaTeX draws above notes, or a longer one of other programs.
bool has_rule_above(const model::Page& page, const TextLine& line, const Box& column) {
  return std::any_of(page.inks.begin(), page.inks.end(), [&](const model::Ink& ink) {
    Points width = ink.box.width();
    return ink.kind != model::InkKind::glyph && ink.box.height() <= 1.5 &&
           width >= 0.12 * column.width() && width <= 0.6 * column.width() &&
           std::abs(ink.box.left - column.left) < 6 &&
           ink.box.middle_y() <= line.line.box.top + 4 &&
           ink.box.middle_y() >= line.line.box.top - 14;
  });
}

std::vector<TextLine*> column_lines(PageText& page, int column) {
  std::vector<TextLine*> lines;
  for (TextLine& line : page.lines) {
    bool counts = !line.turned && line.line.visible && line.line.column == column;
    if (counts && !model::is_apart_from_text(line.line.role)) lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(),
            [](auto a, auto b) { return a->line.baseline < b->line.baseline; });
  return lines;
}

void mark_column(const model::Page& page, const std::vector<TextLine*>& lines, const Box& column,
                 Points body) {
  std::size_t begin = lines.size();
  while (begin > 0 && lines[begin - 1]->line.role == Role::body &&
         is_note_size(*lines[begin - 1], body)) {
    --begin;
  }
  while (begin < lines.size() && !lines[begin]->mark_first &&
         !has_rule_above(page, *lines[begin], column)) {
    ++begin;
  }
  for (; begin < lines.size(); ++begin) lines[begin]->line.role = Role::footnote;
}

bool goes_on(const TextLine& line, const TextLine& above, Points body) {
  return line.line.role == Role::body && is_note_size(line, body) &&
         line.line.baseline - above.line.baseline < 1.8 * line.line.size;
}

// The mark of a note in tiny type is as large as the note, so it stands as a piece of its own.
bool is_lone_mark(const TextLine& mark, const TextLine& note) {
  Points raised = note.line.baseline - mark.line.baseline;
  return mark.letters <= 2 && raised > 0.8 && raised < 0.6 * note.line.size &&
         note.line.box.left > mark.line.box.right - 1;
}

void mark_ruled(const model::Page& page, const std::vector<TextLine*>& lines, const Box& column,
                Points body) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TextLine& first = *lines[i];
    bool has_mark =
        first.mark_first || (i + 1 < lines.size() && is_lone_mark(first, *lines[i + 1]));
    if (first.line.role != Role::body || !has_mark || !is_note_size(first, body) ||
        !has_rule_above(page, first, column)) {
      continue;
    }
    first.line.role = Role::footnote;
    for (; i + 1 < lines.size() && goes_on(*lines[i + 1], *lines[i], body); ++i)
      lines[i + 1]->line.role = Role::footnote;
  }
}

// What a column spans; of lines that span columns, all of them.
Box edges_of(const PageText& page, int column) {
  if (page.columns.empty()) return {};
  return column < 0 ? page.columns.front().joined(page.columns.back())
                    : page.columns[static_cast<std::size_t>(column)];
}

// What such lines say whatever the venue.
constexpr std::array kNoticeWords = std::to_array<std::string_view>(
    {"submittedto", "donotdistribute", "proceedings", "copyright", "preprint", "underreview",
     "permissiontomake", "licensed", "conferenceon", "acceptedat", "publishedas",
     "allrightsreserved", "ccby", "workshopon", "acmreferenceformat"});

bool is_notice(const std::string& text, const model::Vocabulary& vocabulary) {
  std::string plain = squeezed(text);
  bool known = std::any_of(kNoticeWords.begin(), kNoticeWords.end(), [&](std::string_view word) {
    return plain.find(word) != std::string::npos;
  });
  for (const model::StageMarks& stage : vocabulary.stages) {
    for (const std::string& word : stage.words) {
      known = known || plain.find(squeezed(word)) != std::string::npos;
    }
  }
  return known;
}

// Small blocks at the foot of the first page, apart from what stands above them.
void mark_notices(PageText& page, int column, Points body, const model::Vocabulary& vocabulary) {
  std::vector<TextLine*> lines = column_lines(page, column);
  std::erase_if(lines, [&](const TextLine* line) {
    bool could_be = line->line.role == Role::footnote || line->line.role == Role::body;
    return !could_be || line->line.baseline < 0.6 * page.size.height;
  });
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && !lines[end]->mark_first &&
           lines[end]->line.baseline - lines[end - 1]->line.baseline <
               1.35 * lines[end]->line.size) {
      ++end;
    }
    std::string text;
    bool is_small = true;
    for (std::size_t i = begin; i < end; ++i) {
      text += lines[i]->line.text + " ";
      is_small = is_small && is_note_size(*lines[i], body);
    }
    // In the size of the text only the last line can be one.
    bool fits = is_small || (end == lines.size() && end - begin == 1);
    for (std::size_t i = begin; fits && is_notice(text, vocabulary) && i < end; ++i) {
      lines[i]->line.role = Role::notice;
    }
    begin = end;
  }
}

}  // namespace

void mark_ruled_footnotes(const model::Document& document, std::vector<PageText>& pages,
                          const TypeOfText& text) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (int column = -1; column < static_cast<int>(pages[p].columns.size()); ++column) {
      mark_ruled(document.pages[p], column_lines(pages[p], column), edges_of(pages[p], column),
                 text.size);
    }
  }
}

void mark_footnotes(const model::Document& document, std::vector<PageText>& pages,
                    const TypeOfText& text, const model::Vocabulary& vocabulary) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PageText& page = pages[p];
    for (int column = -1; column < static_cast<int>(page.columns.size()); ++column) {
      mark_column(document.pages[p], column_lines(page, column), edges_of(page, column), text.size);
      if (p == 0) mark_notices(page, column, text.size, vocabulary);
    }
  }
}

}  // namespace measure
