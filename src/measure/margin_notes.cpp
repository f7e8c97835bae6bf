#include "measure/margin_notes.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace measure {
namespace {

using model::Role;

// Titles are up to 2.5 times as large as the text in the styles measured.
constexpr double kLarge = 2, kHuge = 3;
// Words that run aslant over so much of a page are no label of a figure.
constexpr double kAcross = 0.2;
// A title lies over no line; "DRAFT" across a page crosses every one it meets.
constexpr int kCrossed = 3;
// What stands at the same place of so many pages is a mark of the style or of who sent the file.
constexpr int kFewPages = 3;
constexpr Points kSamePlace = 2;
// Half as dark as black, or half transparent: text is to be read through it.
constexpr unsigned kPale = 0x80;
// A hostile page may hold any number of large lines: so many are looked at.
constexpr int kMostLarge = 64;

bool is_open(const TextLine& line) {
  return line.line.role == Role::body && line.line.visible;
}

bool is_pale(const model::Page& page, const TextLine& line) {
  const model::Glyph& glyph = page.glyphs[line.glyphs.front()];
  if (glyph.opacity <= kPale) return true;
  model::Color color = glyph.color;
  return color != model::kUnknownColor &&
         std::min({(color >> 16) & 0xff, (color >> 8) & 0xff, color & 0xff}) >= kPale;
}

int count_crossed(const PageText& page, const TextLine& over, Points body_size) {
  return static_cast<int>(
      std::count_if(page.lines.begin(), page.lines.end(), [&](const TextLine& line) {
        return is_open(line) && line.letters >= 8 && line.line.size < 1.5 * body_size &&
               line.line.box.overlaps(over.line.box);
      }));
}

// Words laid over the text, as large as no title or so pale that the text shows through.
void mark_laid_over(const model::Page& source, PageText& page, Points body_size) {
  int large = 0;
  for (TextLine& line : page.lines) {
    if (!is_open(line) || line.line.size <= kLarge * body_size || line.letters < 2) continue;
    if (++large > kMostLarge) return;
    bool stands_out = line.line.size > kHuge * body_size || is_pale(source, line);
    if (stands_out && count_crossed(page, line, body_size) >= kCrossed)
      line.line.role = Role::stamp;
  }
}

// "arXiv:2501.01234v1", as its archive prints on first pages.
bool has_archive_number(std::string_view text) {
  auto at = text.find("arXiv:");
  if (at == text.npos) return false;
  std::string_view number = text.substr(at + 6, 9);
  auto digits = std::count_if(number.begin(), number.end(),
                              [](unsigned char c) { return std::isdigit(c) != 0; });
  return number.size() >= 9 && number[4] == '.' && digits == 8;
}

struct Sides {
  Points left = 0, right = 0;  // equal where the page has no text

  bool has_beside(const Box& box) const {
    return right > left && (box.right < left || box.left > right);
  }
};

// A column may hold nothing of the body's size: authors, an abstract, references. It shows by lines
// that no margin is wide enough for, with the same edges.
constexpr int kFullLine = 40;  // letters
constexpr int kFewestLines = 3;

using Cell = std::pair<long, long>;

Cell edges_of(const TextLine& line) {
  return {std::lround(line.line.box.left / kSamePlace),
          std::lround(line.line.box.right / kSamePlace)};
}

std::map<Cell, int> count_full_lines(const PageText& page) {
  std::map<Cell, int> counts;
  if (page.gutters.empty()) return counts;
  for (const TextLine& line : page.lines)
    if (is_open(line) && !line.turned && line.letters >= kFullLine) ++counts[edges_of(line)];
  return counts;
}

Sides find_sides(const PageText& page, Points body_size) {
  Sides sides{page.size.width, 0};
  std::map<Cell, int> full = count_full_lines(page);
  for (const TextLine& line : page.lines) {
    if (!is_open(line) || line.turned || line.letters < 20) continue;
    bool is_text = std::abs(line.line.size - body_size) < 0.1 * body_size;
    auto found = full.find(edges_of(line));
    bool fills_column = found != full.end() && found->second >= kFewestLines;
    if (!is_text && !fills_column) continue;
    sides.left = std::min(sides.left, line.line.box.left);
    sides.right = std::max(sides.right, line.line.box.right);
  }
  return sides;
}

bool is_across(const Box& box, const model::Size& page) {
  return std::min(box.width(), box.height()) > kAcross * std::min(page.width, page.height);
}

void mark_beside(PageText& page, Points body_size) {
  Sides sides = find_sides(page, body_size);
  for (TextLine& line : page.lines) {
    if (line.line.role != Role::body) continue;
    bool beside = sides.has_beside(line.line.box);
    // Turned text among the lines is a label of a figure's axis; without lines all of it is.
    bool is_stamp = line.turned && (beside || line.line.size > kHuge * body_size ||
                                    is_across(line.line.box, page.size) ||
                                    has_archive_number(line.line.text));
    if (is_stamp)
      line.line.role = Role::stamp;
    else if (beside)
      line.line.role = Role::margin_note;
    else if (line.turned)
      line.line.role = Role::figure;
  }
}

Cell cell_of(const TextLine& line) {
  return {std::lround(line.line.box.left / kSamePlace),
          std::lround(line.line.baseline / kSamePlace)};
}

void mark_repeated(std::vector<PageText>& pages) {
  std::vector<TextLine*> notes;
  std::map<Cell, int> counts;
  for (PageText& page : pages) {
    for (TextLine& line : page.lines) {
      if (line.line.role != Role::margin_note) continue;
      notes.push_back(&line);
      ++counts[cell_of(line)];
    }
  }
  for (TextLine* note : notes) {
    auto [x, y] = cell_of(*note);
    int here = 0;
    for (long column = x - 1; column <= x + 1; ++column) {
      for (long row = y - 1; row <= y + 1; ++row) {
        auto found = counts.find({column, row});
        if (found != counts.end()) here += found->second;
      }
    }
    if (here >= kFewPages) note->line.role = Role::stamp;
  }
}

}  // namespace

void mark_margin_notes(const model::Document& document, std::vector<PageText>& pages,
                       Points body_size) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    mark_laid_over(document.pages[p], pages[p], body_size);
    mark_beside(pages[p], body_size);
  }
  mark_repeated(pages);
}

}  // namespace measure
