#include "measure/columns.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace measure {
namespace {

// Table cells and labels say nothing about columns; half a line of the narrowest column does.
constexpr int kLongPiece = 22;
// The narrowest gutter of the styles measured is 12 points; hanging punctuation and rounding eat
// some.
constexpr Points kNarrowestGutter = 8;

// Hanging punctuation and rounding move an edge this far, widened text further.
constexpr Points kSameEdge = 0.7;
// Fewer lines reach an edge by chance: headings, labels, one overfull line.
constexpr std::size_t kSeveral = 3;

bool is_long(const TextLine& piece) {
  return piece.letters >= kLongPiece && !piece.turned && piece.line.visible;
}

// How many long pieces stand over each point of the page's width.
std::vector<int> profile(const std::vector<TextLine>& pieces, Points width) {
  // First where pieces begin and, less, where they end; then their sums.
  std::vector<int> counts(static_cast<std::size_t>(std::clamp(width, 1.0, 20000.0)) + 1);
  auto last = static_cast<double>(counts.size() - 1);
  for (const TextLine& piece : pieces) {
    if (!is_long(piece)) continue;
    auto from = static_cast<std::size_t>(std::clamp(std::ceil(piece.line.box.left), 0.0, last));
    auto to = static_cast<std::size_t>(std::clamp(std::floor(piece.line.box.right), 0.0, last));
    if (from < to) ++counts[from], --counts[to];
  }
  std::partial_sum(counts.begin(), counts.end(), counts.begin());
  return counts;
}

// Where fewer pieces stand than half of those on either side.
std::vector<Gutter> find_valleys(const std::vector<int>& counts) {
  std::vector<int> most_after(counts.size() + 1);
  for (std::size_t x = counts.size(); x-- > 0;)
    most_after[x] = std::max(most_after[x + 1], counts[x]);
  std::vector<Gutter> valleys;
  int most_before = 0;
  for (std::size_t x = 0; x < counts.size(); ++x) {
    bool is_low = 2 * counts[x] < std::min(most_before, most_after[x]) &&
                  std::min(most_before, most_after[x]) >= 4;
    most_before = std::max(most_before, counts[x]);
    if (!is_low) continue;
    auto here = static_cast<double>(x);
    if (!valleys.empty() && valleys.back().right >= here)
      valleys.back().right = here + 1;
    else
      valleys.push_back({here, here + 1});
  }
  return valleys;
}

}  // namespace

Points common_edge(std::vector<Points> values, bool largest) {
  std::sort(values.begin(), values.end());
  std::size_t begin = 0, most = 0, best = 0;
  for (std::size_t end = 0; end < values.size(); ++end) {
    while (values[end] - values[begin] > kSameEdge) ++begin;
    if (end - begin + 1 > most) most = end - begin + 1, best = (begin + end) / 2;
  }
  if (4 * most >= values.size()) return values[best];
  if (largest) std::reverse(values.begin(), values.end());
  return values[std::min(values.size(), kSeveral) - 1];
}

std::vector<Gutter> find_gutters(const std::vector<TextLine>& pieces, model::Size page) {
  std::vector<Gutter> gutters = find_valleys(profile(pieces, page.width));
  std::erase_if(gutters, [&](const Gutter& gutter) {
    // Further out than a sixth of the width is an indented block or a margin, not a column.
    return gutter.right - gutter.left < kNarrowestGutter || gutter.left < page.width / 6 ||
           gutter.right > page.width * 5 / 6;
  });
  return gutters;
}

namespace {

struct Crossing {
  int across = 0, clear = 0;
};

Crossing count_crossing(const PageText& page, const Gutter& gutter) {
  Crossing count;
  for (const TextLine& piece : page.lines) {
    if (!is_long(piece)) continue;
    bool crosses = piece.line.box.left < gutter.left && piece.line.box.right > gutter.right;
    ++(crosses ? count.across : count.clear);
  }
  return count;
}

bool is_shared(const std::vector<PageText>& pages, const PageText& page, const Gutter& gutter) {
  return std::any_of(pages.begin(), pages.end(), [&](const PageText& other) {
    return &other != &page &&
           std::any_of(other.gutters.begin(), other.gutters.end(),
                       [&](const Gutter& g) { return std::abs(g.middle() - gutter.middle()) < 8; });
  });
}

// Beside an indented list a gutter seems wider than it is, and a heading above the list to stand in
// it.
bool reaches_over(const Gutter& gutter, const Gutter& usual) {
  return gutter.left < usual.left + 1 && gutter.right > usual.right - 1;
}

}  // namespace

void drop_stray_gutters(std::vector<PageText>& pages) {
  if (pages.size() < 3) return;
  std::vector<bool> stray;
  stray.reserve(pages.size());
  for (const PageText& page : pages) {
    stray.push_back(
        std::any_of(page.gutters.begin(), page.gutters.end(), [&](const Gutter& gutter) {
          Crossing count = count_crossing(page, gutter);
          // A page of two columns has few lines across them, one with a wide table many.
          return !is_shared(pages, page, gutter) && 6 * count.across > count.across + count.clear;
        }));
  }
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (stray[p]) pages[p].gutters.clear();
  }
}

void lend_gutters(std::vector<PageText>& pages) {
  std::map<long, std::pair<int, Gutter>> seen;
  for (const PageText& page : pages) {
    if (page.gutters.size() != 1) continue;
    auto& [count, gutter] = seen[std::lround(page.gutters.front().middle() / 8)];
    ++count;
    gutter = page.gutters.front();
  }
  if (seen.empty()) return;
  auto most = std::max_element(seen.begin(), seen.end(), [](const auto& a, const auto& b) {
    return a.second.first < b.second.first;
  });
  const Gutter& usual = most->second.second;
  for (PageText& page : pages) {
    if (page.gutters.size() == 1 && reaches_over(page.gutters.front(), usual))
      page.gutters = {usual};
    if (!page.gutters.empty()) continue;
    Crossing count = count_crossing(page, usual);
    if (count.clear > 2 * count.across && count.clear >= 3) page.gutters = {usual};
  }
}

namespace {

// Overfull lines enter the gutter; a line spans columns when it goes far into the next one or is
// centred on the gutter.
bool spans(const TextLine& line, const Gutter& gutter, Points column_width) {
  const Box& box = line.line.box;
  if (box.left >= gutter.left - 1 || box.right <= gutter.right + 1) return false;
  return box.right > gutter.right + 0.25 * column_width ||
         std::abs(box.middle_x() - gutter.middle()) < 0.35 * column_width;
}

int column_of(const TextLine& line, const std::vector<Gutter>& gutters, Points column_width) {
  int column = 0;
  for (const Gutter& gutter : gutters) {
    if (!line.turned && spans(line, gutter, column_width)) return -1;
    if (line.line.box.middle_x() > gutter.middle()) ++column;
  }
  return column;
}

}  // namespace

std::vector<Column> by_column(PageText& page) {
  std::vector<Column> columns(page.gutters.size() + 2);
  for (TextLine& line : page.lines) {
    bool is_beside =
        line.line.role == model::Role::margin_note || line.line.role == model::Role::stamp;
    if (line.turned || !line.line.visible || is_beside) continue;
    columns[static_cast<std::size_t>(line.line.column + 1)].push_back(&line);
  }
  // Reading order goes down each column already, but for what was moved.
  auto is_above = [](auto a, auto b) { return a->line.baseline < b->line.baseline; };
  for (Column& column : columns) {
    if (!std::is_sorted(column.begin(), column.end(), is_above))
      std::sort(column.begin(), column.end(), is_above);
  }
  return columns;
}

namespace {

std::vector<Box> find_column_edges(const PageText& page) {
  std::vector<Box> columns;
  for (std::size_t c = 0; c <= page.gutters.size(); ++c) {
    std::vector<Points> lefts, rights;
    for (const TextLine& line : page.lines) {
      if (!is_long(line) || line.line.column != static_cast<int>(c)) continue;
      lefts.push_back(line.line.box.left);
      rights.push_back(line.line.box.right);
    }
    Box column{c == 0 ? 0 : page.gutters[c - 1].right, 0,
               c == page.gutters.size() ? page.size.width : page.gutters[c].left, 0};
    if (lefts.size() >= kSeveral) {
      column = {common_edge(lefts, false), 0, common_edge(rights, true), page.size.height};
    }
    columns.push_back(column);
  }
  return columns;
}

}  // namespace

void order_lines(PageText& page) {
  Points left = page.size.width, right = 0;
  for (const TextLine& line : page.lines) {
    if (!is_long(line)) continue;
    left = std::min(left, line.line.box.left);
    right = std::max(right, line.line.box.right);
  }
  auto columns = static_cast<double>(page.gutters.size() + 1);
  Points width = std::max(50.0, (right - left) / columns);
  for (TextLine& line : page.lines) line.line.column = column_of(line, page.gutters, width);
  std::vector<TextLine*> order;
  order.reserve(page.lines.size());
  for (TextLine& line : page.lines) order.push_back(&line);
  std::stable_sort(order.begin(), order.end(), [](const TextLine* a, const TextLine* b) {
    return std::tuple(a->line.baseline, a->line.box.left) <
           std::tuple(b->line.baseline, b->line.box.left);
  });
  // Between two spanning lines each column is read to its end.
  auto begin = order.begin();
  while (begin != order.end()) {
    bool spanning = (*begin)->line.column < 0;
    auto end = std::find_if(begin, order.end(), [&](const TextLine* line) {
      return (line->line.column < 0) != spanning;
    });
    std::stable_sort(begin, end, [](const TextLine* a, const TextLine* b) {
      return a->line.column < b->line.column;
    });
    begin = end;
  }
  std::vector<TextLine> lines;
  lines.reserve(order.size());
  for (TextLine* line : order) lines.push_back(std::move(*line));
  page.lines = std::move(lines);
  page.columns = find_column_edges(page);
}

}  // namespace measure
