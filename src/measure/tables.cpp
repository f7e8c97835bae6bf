#include "measure/tables.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

// Rules of tables and algorithms are 0.4 to 1 point thick, and two narrow cells long or longer.
constexpr Points kThickest = 2, kShortest = 30;
constexpr Points kSameEdge = 3;
// From a caption to the first rule of its table, \\belowcaptionskip and a line at most.
constexpr double kNear = 3;  // of the leading
// A justified line reaches both edges of its column; cells do by chance.
constexpr Points kJustified = 1;
constexpr double kFormula = 0.3;  // of the signs
// A hostile page may have any number of each; a table with a rule under every row has sixty.
constexpr std::size_t kMostCaptions = 32, kMostRules = 1000;
constexpr int kMostRulesOfTable = 100;

bool opens_table(const TextLine& line) {
  if (line.line.role != Role::caption) return false;
  auto start = parse_caption(line.line.text);
  return start && !start->of_program;
}

bool is_within(const TextLine& line, const Box& area) {
  Points x = line.line.box.middle_x(), y = line.line.box.middle_y();
  return x > area.left && x < area.right && y > area.top && y < area.bottom;
}

// Another caption, or a line of a paragraph: two rules around it are of two floats.
bool parts_floats(const TextLine& line, const PageText& page) {
  if (line.line.role == Role::caption || line.line.role == Role::code) return true;
  return line.line.role == Role::body && is_justified(line, page);
}

bool are_of_one_float(const PageText& page, const Box& area) {
  return std::none_of(page.lines.begin(), page.lines.end(), [&](const TextLine& line) {
    return line.line.visible && is_within(line, area) && parts_floats(line, page);
  });
}

// The area from a rule as far as rules like it go on; empty where there is none.
template <class Iterator>
Box find_area(Iterator first, Iterator end, const PageText& page) {
  Box area;
  Box last = *first;
  int seen = 1;
  for (auto next = std::next(first); next != end && seen < kMostRulesOfTable; ++next) {
    if (!are_alike(*first, *next)) continue;
    ++seen;
    Box step = last.joined(*next);
    if (!are_of_one_float(page, step)) break;
    area = first->joined(*next);
    last = *next;
  }
  return area;
}

bool stands_over(const TextLine& caption, const Box& rule) {
  return caption.line.box.middle_x() > rule.left && caption.line.box.middle_x() < rule.right;
}

void mark_area(PageText& page, const Box& area) {
  for (TextLine& line : page.lines) {
    // Formulas among the cells have small letters of their own.
    bool is_open =
        line.line.role == Role::body && line.line.visible && !line.turned && line.math < kFormula;
    if (is_open && is_within(line, area)) line.line.role = Role::figure;
  }
}

Points last_baseline(const PageText& page, std::size_t caption) {
  Points last = page.lines[caption].line.baseline;
  for (std::size_t i = caption + 1; i < page.lines.size(); ++i) {
    if (page.lines[i].line.role != Role::caption) break;
    last = std::max(last, page.lines[i].line.baseline);
  }
  return last;
}

void mark_table(PageText& page, const std::vector<Box>& rules, std::size_t caption, Points most) {
  const TextLine& line = page.lines[caption];
  Points bottom = last_baseline(page, caption);
  auto below = std::find_if(rules.begin(), rules.end(), [&](const Box& rule) {
    return rule.top > bottom && stands_over(line, rule);
  });
  if (below != rules.end() && below->top < bottom + most)
    mark_area(page, find_area(below, rules.end(), page));
  auto above = std::find_if(rules.rbegin(), rules.rend(), [&](const Box& rule) {
    return rule.bottom < line.line.baseline && stands_over(line, rule);
  });
  if (above != rules.rend() && above->bottom > line.line.baseline - most)
    mark_area(page, find_area(above, rules.rend(), page));
}

}  // namespace

std::vector<Box> find_rules(const model::Page& page) {
  std::vector<Box> rules;
  for (const model::Ink& ink : page.inks) {
    bool is_rule = ink.kind != model::InkKind::glyph && ink.opacity > 0 &&
                   ink.box.height() <= kThickest && ink.box.width() >= kShortest;
    if (is_rule) rules.push_back(ink.box);
    if (rules.size() == kMostRules) break;
  }
  std::sort(rules.begin(), rules.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  return rules;
}

bool is_justified(const TextLine& line, const PageText& page) {
  auto column = static_cast<std::size_t>(std::max(line.line.column, 0));
  if (line.line.column < 0 || column >= page.columns.size()) return false;
  const Box& edges = page.columns[column];
  return std::abs(line.line.box.left - edges.left) < kJustified &&
         std::abs(line.line.box.right - edges.right) < kJustified && line.letters >= 20;
}

bool are_alike(const Box& rule, const Box& other) {
  return std::abs(rule.left - other.left) < kSameEdge &&
         std::abs(rule.right - other.right) < kSameEdge;
}

void mark_ruled_tables(const model::Document& document, std::vector<PageText>& pages,
                       const TypeOfText& text) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::vector<Box> rules;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < pages[p].lines.size() && seen < kMostCaptions; ++i) {
      if (!opens_table(pages[p].lines[i])) continue;
      if (seen++ == 0) rules = find_rules(document.pages[p]);
      mark_table(pages[p], rules, i, kNear * text.leading);
    }
  }
}

}  // namespace measure
