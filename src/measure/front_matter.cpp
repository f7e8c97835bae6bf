#include "measure/front_matter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "measure/wording.hpp"
#include "util/text.hpp"

namespace measure {
namespace {

using model::Role;

// Every title measured begins in the upper half, mostly in the upper quarter.
constexpr double kLowestTitle = 0.5;
constexpr double kLowestAuthor = 0.65;

bool is_open(const TextLine& line) {
  return line.line.role == Role::body && line.line.visible && !line.turned;
}

constexpr Points kSameSize = 0.3;
// Of a section and of its first part, two lines each.
constexpr int kMostHeadings = 4;

using Lines = std::vector<TextLine>;

// The first of three lines of a paragraph in a row, which are text even where no heading says so.
Lines::iterator find_paragraph(Lines::iterator begin, Lines::iterator end, const TypeOfText& text) {
  int lines = 0;
  for (auto line = begin; line != end; ++line) {
    bool is_text = is_open(*line) && std::abs(line->line.size - text.size) < 0.2 &&
                   line->letters >= 40 && line->bold < 0.3;
    lines = is_text ? lines + 1 : 0;
    if (lines == 3) return line - 2;
  }
  return end;
}

constexpr int kFullLine = 40;  // letters, in the narrowest columns
// Signs of punctuation hang out of justified lines by half their width and more.
constexpr double kHanging = 0.3;  // of the size

bool runs_on(const TextLine& above, const TextLine& line) {
  Points size = above.line.size;
  Points distance = line.line.baseline - above.line.baseline;
  return std::abs(line.line.size - size) < 0.2 && distance > 0 && distance < 1.6 * size &&
         line.line.column == above.line.column &&
         std::abs(line.line.box.right - above.line.box.right) < kHanging * size;
}

// Names and places have capitals; most words of running text have none.
bool is_prose(Lines::const_iterator begin, Lines::const_iterator end) {
  int words = 0, small = 0;
  for (; begin != end; ++begin) {
    for (const std::string& word : util::split(begin->line.text, ' ')) {
      words += word.empty() ? 0 : 1;
      small += !word.empty() && word.front() >= 'a' && word.front() <= 'z' ? 1 : 0;
    }
  }
  return 2 * small > words;
}

// Three full lines with one right edge that read as sentences, of any size: an abstract to which no
// heading is given.
bool begins_paragraph(Lines::const_iterator begin, Lines::const_iterator end) {
  if (end - begin < 3) return false;
  auto is_full = [](const TextLine& line) {
    return is_open(line) && line.letters >= kFullLine && line.bold < 0.3;
  };
  return std::all_of(begin, begin + 3, is_full) && runs_on(begin[0], begin[1]) &&
         runs_on(begin[1], begin[2]) && is_prose(begin, begin + 3);
}

bool same_look(const TextLine& a, const TextLine& b) {
  return std::abs(a.largest - b.largest) < kSameSize && (a.bold > 0.7) == (b.bold > 0.7);
}

// "2. Method" and "2 Method", but no "2D" and no year.
bool has_section_number(const TextLine& line) {
  Numbering numbering = parse_numbering(line.line.text);
  std::size_t length = numbering.number.size();
  bool is_short = length > 0 && (length <= 2 || numbering.depth > 1);
  return numbering.kind == Numbering::Kind::arabic && is_short && line.line.text.size() > length &&
         (line.line.text[length] == '.' || line.line.text[length] == ' ');
}

// The sizes of numbered lines larger than the text, by whether they are bold.
class NumberedLooks {
 public:
  NumberedLooks(const std::vector<PageText>& pages, const TypeOfText& text) {
    for (const PageText& page : pages) {
      for (const TextLine& line : page.lines) {
        if (line.largest > 1.05 * text.size && has_section_number(line))
          sizes_[line.bold > 0.7].push_back(line.largest);
      }
    }
    for (auto& sizes : sizes_) std::sort(sizes.begin(), sizes.end());
  }

  // A numbered line of a look that other numbered lines have is a heading, however large.
  bool is_section(const TextLine& line) const {
    const auto& sizes = sizes_[line.bold > 0.7];
    auto first = std::lower_bound(sizes.begin(), sizes.end(), line.largest - kSameSize);
    return sizes.end() - first >= 2 && first[1] < line.largest + kSameSize &&
           has_section_number(line);
  }

 private:
  std::array<std::vector<Points>, 2> sizes_;
};

// Titles are at least 12 over 10 points, and no text stands above them.
Points find_title_size(const PageText& page, const NumberedLooks& looks, Points highest_text,
                       const TypeOfText& text) {
  Points largest = 0;
  for (const TextLine& line : page.lines) {
    bool could_be = is_open(line) && line.alphabetic >= 4 && line.line.baseline < highest_text &&
                    line.line.baseline < kLowestTitle * page.size.height && !line.in_form;
    could_be = could_be && line.largest > 1.1 * text.size && !looks.is_section(line);
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
Lines::iterator mark_caption(Lines::iterator line, Lines::iterator end) {
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

// A heading right above the first paragraph belongs to it; names look like no later line.
Lines::iterator take_headings(Lines::iterator begin, Lines::iterator end,
                              const std::vector<PageText>& pages, const TypeOfText& text) {
  for (int taken = 0; end != begin && taken < kMostHeadings; ++taken) {
    const TextLine& line = *std::prev(end);
    auto is_like = [&](const TextLine& other) {
      return other.line.baseline > end->line.baseline && same_look(other, line) && is_open(other);
    };
    bool is_repeated =
        std::any_of(Lines::const_iterator(end), pages.front().lines.end(), is_like) ||
        std::any_of(pages.begin() + 1, pages.end(), [&](const PageText& page) {
          return std::any_of(page.lines.begin(), page.lines.end(),
                             [&](const TextLine& other) { return same_look(other, line); });
        });
    bool is_heading = is_open(line) && line.bold > 0.7 && line.largest > 1.06 * text.size &&
                      end->line.baseline - line.line.baseline < 3 * text.leading && is_repeated;
    if (!is_heading) break;
    --end;
  }
  return end;
}

}  // namespace

void mark_front_matter(std::vector<PageText>& pages, const TypeOfText& text) {
  PageText& page = pages.front();
  NumberedLooks looks(pages, text);
  auto paragraph = find_paragraph(page.lines.begin(), page.lines.end(), text);
  Points highest_text = paragraph == page.lines.end() ? page.size.height : paragraph->line.baseline;
  Points size = find_title_size(page, looks, highest_text, text);
  if (size == 0) return;
  auto is_title = [&](const TextLine& line) {
    return is_open(line) && line.largest > 0.97 * size && line.letters >= 2 &&
           line.line.baseline < std::min(highest_text, kLowestTitle * page.size.height) &&
           !begins_text(line) && !looks.is_section(line);
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
  auto end = std::find_if(line, page.lines.end(), [&](const TextLine& other) {
    return begins_text(other) || opens_keywords(squeezed(other.line.text)) ||
           other.line.baseline > kLowestAuthor * page.size.height;
  });
  auto text_begin = find_paragraph(line, end, text);
  if (text_begin != end) end = take_headings(line, text_begin, pages, text);
  for (auto author = line; author < end;) {
    if (is_open(*author) && is_caption(*author)) {
      author = mark_caption(author, end);
      continue;
    }
    if (begins_paragraph(author, end)) {
      end = author;
      break;
    }
    if (is_open(*author)) author->line.role = Role::author;
    ++author;
  }
  if (end != page.lines.end()) mark_beside(page, last, end->line.baseline, text);
}

}  // namespace measure
