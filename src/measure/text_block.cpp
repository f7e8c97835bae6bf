#include "measure/text_block.hpp"

#include <algorithm>
#include <map>

#include "measure/body_type.hpp"
#include "measure/columns.hpp"

namespace measure {
namespace {

bool is_body(const TextLine& line, Points size) {
  return model::is_running_text(line.line.role) && line.line.visible && !line.turned &&
         line.letters >= 8 && is_body_size(line, size);
}

Points median(std::vector<Points> values) {
  auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<model::ColumnFill> find_fills(const PageText& page, Points size) {
  std::vector<model::ColumnFill> fills;
  for (int column = -1; column < static_cast<int>(page.columns.size()); ++column) {
    model::ColumnFill fill{column, 0, 0, 0};
    for (const TextLine& line : page.lines) {
      if (line.line.column != column || !is_body(line, size)) continue;
      Points y = line.line.baseline;
      fill.first = fill.lines == 0 ? y : std::min(fill.first, y);
      fill.last = fill.lines == 0 ? y : std::max(fill.last, y);
      ++fill.lines;
    }
    if (fill.lines > 0) fills.push_back(fill);
  }
  return fills;
}

}  // namespace

model::PageLayout find_layout(const PageText& page, Points size) {
  model::PageLayout layout;
  std::vector<Points> lefts, rights, tops, baselines;
  // The last column that holds text: a final page may fill the first alone.
  int last = 0;
  for (const TextLine& line : page.lines) {
    if (is_body(line, size)) last = std::max(last, line.line.column);
  }
  for (const TextLine& line : page.lines) {
    if (!is_body(line, size)) continue;
    int column = line.line.column;
    if (column <= 0) lefts.push_back(line.line.box.left);
    if (column < 0 || column == last) rights.push_back(line.line.box.right);
    tops.push_back(line.line.box.top);
    baselines.push_back(line.line.baseline);
  }
  layout.body_lines = static_cast<int>(tops.size());
  layout.fills = find_fills(page, size);
  if (lefts.empty() || rights.empty()) return layout;
  layout.columns = static_cast<int>(page.gutters.size()) + 1;
  Box block{common_edge(lefts, false), *std::min_element(tops.begin(), tops.end()),
            common_edge(rights, true), *std::max_element(baselines.begin(), baselines.end())};
  // Cells of tables that pass for text may have their edges anywhere.
  if (block.left < block.right && block.top < block.bottom) layout.text_block = block;
  return layout;
}

std::optional<Box> find_text_block(const std::vector<model::PageLayout>& layouts, int first,
                                   int last) {
  std::vector<Points> lefts, rights, tops, bottoms;
  for (int p = first == last ? first : std::max(first, 2); p <= last; ++p) {
    const model::PageLayout& layout = layouts[static_cast<std::size_t>(p - 1)];
    // A page of a few lines does not show how far text may go.
    if (!layout.text_block || (layout.body_lines < 10 && first != last)) continue;
    lefts.push_back(layout.text_block->left);
    rights.push_back(layout.text_block->right);
    tops.push_back(layout.text_block->top);
    bottoms.push_back(layout.text_block->bottom);
  }
  if (lefts.empty()) {
    return first == last ? std::nullopt : find_text_block(layouts, first, first);
  }
  return Box{median(lefts), *std::min_element(tops.begin(), tops.end()), median(rights),
             *std::max_element(bottoms.begin(), bottoms.end())};
}

std::optional<int> find_columns(const std::vector<model::PageLayout>& layouts, int first,
                                int last) {
  std::map<int, int> lines;
  for (int p = first; p <= last; ++p) {
    const model::PageLayout& layout = layouts[static_cast<std::size_t>(p - 1)];
    if (layout.columns > 0) lines[layout.columns] += layout.body_lines;
  }
  if (lines.empty()) return std::nullopt;
  return std::max_element(lines.begin(), lines.end(),
                          [](auto& a, auto& b) { return a.second < b.second; })
      ->first;
}

std::optional<Points> find_column_gap(const std::vector<PageText>& pages, int first, int last) {
  std::vector<Points> gaps;
  for (int p = first; p <= last; ++p) {
    const PageText& page = pages[static_cast<std::size_t>(p - 1)];
    for (std::size_t g = 0; g < page.gutters.size() && g + 1 < page.columns.size(); ++g) {
      if (page.columns[g].is_empty() || page.columns[g + 1].is_empty()) continue;
      Points gap = page.columns[g + 1].left - page.columns[g].right;
      if (gap > 0) gaps.push_back(gap);
    }
  }
  if (gaps.empty()) return std::nullopt;
  return median(gaps);
}

}  // namespace measure
