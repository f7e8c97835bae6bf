#include "measure/lists.hpp"

#include <algorithm>
#include <cmath>

#include "measure/columns.hpp"
#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

// From the edge of a mark to that of its text: "1." with a narrow gap, or a mark pushed far out.
constexpr double kLeastHang = 0.7, kMostHang = 4;  // of the size
// The glue between items is under half a line in the styles measured.
constexpr double kNextLine = 1.6;  // of the leading
constexpr Points kSameEdge = 1;
constexpr std::size_t kLongestItem = 60;  // lines: a page

bool is_text(const TextLine& line) {
  return line.line.role == Role::body;
}

// Floats and notes may stand between the end of one column and what goes on in the next.
bool is_of_text(const TextLine& line) {
  Role role = line.line.role;
  return model::is_running_text(role) || role == Role::heading || role == Role::display;
}

class Marker {
 public:
  Marker(Column& column, Points left, const TypeOfText& text)
      : column_(column), left_(left), text_(text) {}

  // Where the item lies that the column ends with; what goes on in the next one hangs as far.
  struct Open {
    Points mark = 0, hang = 0;  // from the column's left edge
    bool is_open = false;
  };

  Open run(Open open) {
    std::size_t begin = goes_over(open) ? mark_rest(0, left_ + open.mark) : 0;
    Open last = begin == column_.size() ? open : Open{};
    for (std::size_t i = begin; i < column_.size();) {
      if (!is_item(i)) {
        ++i;
        continue;
      }
      const TextLine& first = *column_[i];
      column_[i]->line.role = Role::list_item;
      std::size_t end = mark_rest(i + 1, first.line.box.left);
      bool hangs = end > i + 1 && end == column_.size();
      last = {first.line.box.left - left_, hangs ? column_[i + 1]->line.box.left - left_ : 0,
              hangs};
      i = end;
    }
    return last;
  }

 private:
  bool goes_over(const Open& open) const {
    return open.is_open && !column_.empty() && is_text(*column_[0]) &&
           std::abs(column_[0]->line.box.left - left_ - open.hang) < kSameEdge;
  }

  bool follows(std::size_t i) const {
    return i > 0 &&
           column_[i]->line.baseline - column_[i - 1]->line.baseline < kNextLine * text_.leading;
  }

  bool is_behind_formula(std::size_t i) const {
    return i > 0 &&
           (column_[i]->line.role == Role::display || column_[i - 1]->line.role == Role::display);
  }

  bool is_item(std::size_t i) const {
    const TextLine& line = *column_[i];
    if (!is_text(line) || !opens_item(line.line.text)) return false;
    bool is_indented = line.line.box.left > left_ + 0.3 * text_.size;
    return hangs(i) || (opens_with_bullet(line.line.text) && is_indented) ||
           (is_indented && has_sibling(i));
  }

  bool hangs(std::size_t i) const {
    if (i + 1 >= column_.size() || !follows(i + 1) || !is_text(*column_[i + 1])) return false;
    Points hang = column_[i + 1]->line.box.left - column_[i]->line.box.left;
    return hang > kLeastHang * text_.size && hang < kMostHang * text_.size &&
           !opens_item(column_[i + 1]->line.text);
  }

  // The item before, or the next line, at the same edge.
  bool has_sibling(std::size_t i) const {
    auto is_one = [&](const TextLine& other) {
      bool can_be = other.line.role == Role::list_item || is_text(other);
      return can_be && opens_item(other.line.text) &&
             std::abs(other.line.box.left - column_[i]->line.box.left) < kSameEdge;
    };
    bool is_first = i + 1 < column_.size() && follows(i + 1) && is_one(*column_[i + 1]);
    for (std::size_t k = i; k-- > 0 && !is_first && i - k < kLongestItem;) {
      if (column_[k]->line.role == Role::display) continue;
      bool is_near = follows(k + 1) || is_behind_formula(k + 1);
      if (!is_near) return false;
      if (is_one(*column_[k])) return true;
      if (column_[k]->line.role != Role::list_item) return false;
    }
    return is_first;
  }

  // What stands right of the mark's edge; formulas of an item keep their role. Returns its end.
  std::size_t mark_rest(std::size_t i, Points mark) {
    for (; i < column_.size(); ++i) {
      TextLine& line = *column_[i];
      bool is_formula = line.line.role == Role::display;
      bool is_right = line.line.box.left > mark + kLeastHang * text_.size;
      if (is_formula && is_right) continue;
      bool is_near = i == 0 || follows(i) || is_behind_formula(i);
      if (!is_text(line) || !is_right || !is_near) break;
      line.line.role = Role::list_item;
    }
    return i;
  }

  Column& column_;
  Points left_;
  const TypeOfText& text_;
};

}  // namespace

void mark_lists(std::vector<PageText>& pages, const TypeOfText& text) {
  Marker::Open open;
  for (PageText& page : pages) {
    std::vector<Column> columns = by_column(page);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      std::erase_if(columns[c], [](auto* line) { return !is_of_text(*line); });
      if (columns[c].empty() || page.columns.empty()) continue;
      bool spans = c == 0;
      const Box& edges = spans ? page.columns.front() : page.columns[c - 1];
      Marker::Open last = Marker(columns[c], edges.left, text).run(spans ? Marker::Open{} : open);
      if (!spans) open = last;
    }
  }
}

}  // namespace measure
