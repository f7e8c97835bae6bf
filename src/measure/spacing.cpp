#include "measure/spacing.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;
using model::Spacing;
using model::SpacingKind;

// Rules of tables, of notes and under letters are thinner than this, drawings are higher.
constexpr Points kThickestRule = 3;
// A formula of one line: its items stand on one baseline but for rounding.
constexpr Points kSameBaseline = 1;
// Share of signs of formulas that a line of prose has at most.
constexpr double kMostlyText = 0.3;
// Letters without ascenders, in the sizes of their type.
constexpr double kLowestLetters = 0.4;
// As a line that begins running text has at the least.
constexpr int kFewestLetters = 15;
// Styles indent paragraphs by 1 to 2 em.
constexpr double kWidestIndent = 3;
// More is no distance within a column but what a float or the end of a page left open.
constexpr double kFarthest = 5;  // lines

// One thing after the other down a column: a line, or what is drawn between two of them.
struct Item {
  enum class Kind { text, heading, caption, figure, display, drawing, other };
  Kind kind = Kind::other;
  Points top = 0, bottom = 0;  // baselines of a line, edges of a drawing
  const TextLine* line = nullptr;
  std::size_t index = 0;  // of the page's lines
  Points highest = 0;     // of the parts of a drawing
};

Item::Kind kind_of(const TextLine& line) {
  if (model::is_running_text(line.line.role))
    return line.running ? Item::Kind::text : Item::Kind::other;
  switch (line.line.role) {
    case Role::heading:
      return Item::Kind::heading;
    case Role::caption:
      return Item::Kind::caption;
    case Role::figure:
      return Item::Kind::figure;
    case Role::display:
      return Item::Kind::display;
    default:
      return Item::Kind::other;
  }
}

bool is_in_text(const TextLine& line) {
  return line.line.visible && !line.turned && !model::is_apart_from_text(line.line.role);
}

// Pictures, and rules as wide as a table has them; strokes of letters and fractions are neither.
bool is_drawing(const model::Ink& ink, const Box& column) {
  if (ink.kind == model::InkKind::glyph || ink.opacity == 0) return false;
  // What fills the page lies under the text.
  if (ink.box.width() > 1.5 * column.width() && ink.box.height() > 300) return false;
  bool is_beside = ink.box.right < column.left + 1 || ink.box.left > column.right - 1;
  bool is_picture = ink.box.height() > kThickestRule && ink.box.width() > 20;
  return !is_beside && (is_picture || ink.box.width() > 0.35 * column.width());
}

class Column {
 public:
  Column(const model::Page& page, const PageText& text, int number) : text_(text), number_(number) {
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
      const TextLine& line = text.lines[i];
      int column = line.line.column;
      if (!is_in_text(line) || (column != number && column >= 0)) continue;
      items_.push_back({kind_of(line), line.line.baseline, line.line.baseline, &line, i});
    }
    sort();
    const Box& edges = text.columns[static_cast<std::size_t>(number)];
    std::vector<Item> drawings;
    for (const model::Ink& ink : page.inks) {
      if (is_drawing(ink, edges)) add_drawing(ink.box, drawings);
    }
    items_.insert(items_.end(), drawings.begin(), drawings.end());
    sort();
  }

  const std::vector<Item>& items() const { return items_; }
  bool is_own(const Item& item) const { return item.line && item.line->line.column == number_; }

 private:
  void sort() {
    std::stable_sort(items_.begin(), items_.end(),
                     [](const Item& a, const Item& b) { return a.bottom < b.bottom; });
  }

  // Only where it lies between lines; what lies behind a line belongs to it.
  void add_drawing(const Box& box, std::vector<Item>& drawings) const {
    auto below = std::find_if(items_.begin(), items_.end(), [&](const Item& item) {
      return item.line->line.baseline - 0.3 * item.line->line.size > box.middle_y();
    });
    Points limit = below == items_.begin() ? -1e9 : std::prev(below)->bottom;
    Points next = below == items_.end() ? 1e9 : below->line->line.baseline;
    bool is_behind = box.top < limit - 0.3 * text_.lines.front().line.size && box.height() < 60;
    if (is_behind || box.middle_y() < limit) return;
    Points top = std::max(box.top, limit), bottom = std::min(box.bottom, next);
    if (!drawings.empty()) {
      Item& last = drawings.back();
      bool joins = last.bottom >= limit && last.bottom <= next && last.top >= limit;
      if (joins) {
        last.top = std::min(last.top, top);
        last.bottom = std::max(last.bottom, bottom);
        last.highest = std::max(last.highest, bottom - top);
        return;
      }
    }
    drawings.push_back({Item::Kind::drawing, top, bottom, nullptr, 0, bottom - top});
  }

  const PageText& text_;
  int number_;
  std::vector<Item> items_;  // from top to bottom
};

bool is_item(const TextLine& line) {
  return line.line.role == Role::list_item && opens_item(line.line.text);
}

class Finder {
 public:
  Finder(const PageText& page, const std::vector<SectionStart>& sections, const TypeOfText& text,
         std::vector<Spacing>& found)
      : page_(page), sections_(sections), text_(text), found_(found) {}

  void look(const Column& column, int number) {
    const auto& items = column.items();
    edges_ = page_.columns[static_cast<std::size_t>(number)];
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
      const Item& above = items[i];
      const Item& below = items[i + 1];
      bool is_own = column.is_own(above) || column.is_own(below);
      // What spans all columns is seen once.
      if (!is_own && number > 0) continue;
      look_between(items, i);
    }
  }

 private:
  using Kind = Item::Kind;

  void look_between(const std::vector<Item>& items, std::size_t i) {
    const Item& above = items[i];
    const Item& below = items[i + 1];
    if (above.kind == Kind::text && below.kind == Kind::text) return note_paragraph(above, below);
    if (above.kind == Kind::text && below.kind == Kind::heading)
      return note(SpacingKind::heading_above, above, below, level_of(below));
    if (above.kind == Kind::heading && below.kind == Kind::text && !is_narrower(below))
      return note(SpacingKind::heading_below, above, below, level_of(above));
    if (above.kind == Kind::text && below.kind == Kind::display) return note_display(items, i + 1);
    note_float(items, i);
  }

  // As abstracts are set, whose heads have space of their own.
  bool is_narrower(const Item& item) const {
    const Box& box = item.line->line.box;
    return box.left > edges_.left + text_.size && box.right < edges_.right - text_.size;
  }

  bool is_float(const Item& item) const {
    return item.kind == Kind::caption || item.kind == Kind::figure || item.kind == Kind::drawing;
  }

  // Whether what begins or ends at this item has a caption before other text follows.
  bool has_caption(const std::vector<Item>& items, std::size_t i, int step) const {
    for (; i < items.size() && is_float(items[i]); i += static_cast<std::size_t>(step)) {
      if (items[i].kind == Kind::caption) return true;
    }
    return false;
  }

  static bool is_rule(const Item& item) {
    return item.kind == Kind::drawing && item.highest <= kThickestRule;
  }

  // The rule under a caption that stands above its table: what follows is a row, if it reads as
  // text.
  static bool opens_rows(const std::vector<Item>& items, std::size_t i) {
    return i > 0 && items[i - 1].kind == Kind::caption;
  }

  // Heads of algorithms stand between two rules, and nobody sets their distance from these.
  static bool has_rule_below(const std::vector<Item>& items, std::size_t caption) {
    auto is_head = [](const Item& item) {
      return item.kind == Kind::caption || item.kind == Kind::figure;
    };
    while (caption < items.size() && is_head(items[caption])) ++caption;
    return caption < items.size() && is_rule(items[caption]);
  }

  void note_float(const std::vector<Item>& items, std::size_t i) {
    const Item& above = items[i];
    const Item& below = items[i + 1];
    if (above.kind == Kind::text && is_float(below) && has_caption(items, i + 1, 1))
      return note(SpacingKind::float_above, above, below, 0);
    if (is_rule(above) && (opens_rows(items, i) || has_rule_below(items, i + 1))) return;
    // Nearer to a caption than lines of text are: a row of its table.
    bool is_row =
        above.kind == Kind::caption && below.top - above.bottom < text_.leading - kSameBaseline;
    if (is_float(above) && below.kind == Kind::text && !is_row && has_caption(items, i, -1))
      return note(SpacingKind::float_below, above, below, 0);
    if (above.kind == Kind::caption && (below.kind == Kind::drawing || below.kind == Kind::figure))
      return note(SpacingKind::caption_below, above, below, 0);
    // Nearer than letters are high: a word of the picture that reads as a caption.
    bool is_inside =
        below.line && below.top - above.bottom < kLowestLetters * below.line->line.size;
    if (below.kind == Kind::caption && !is_inside &&
        (above.kind == Kind::drawing || above.kind == Kind::figure))
      return note(SpacingKind::caption_above, above, below, 0);
  }

  void note_paragraph(const Item& above, const Item& below) {
    const Box& last = above.line->line.box;
    const Box& first = below.line->line.box;
    if (is_item(*below.line)) return note(SpacingKind::list_item, above, below, 0);
    // An accent, or a piece of a line that a formula cut in two.
    bool is_piece = below.line->letters < kFewestLetters || above.line->letters == 0 ||
                    below.bottom - above.bottom < text_.leading - kSameBaseline;
    // The second line of an item is indented, and begins no paragraph.
    if (is_piece || below.line->line.role == Role::list_item || opens_item(above.line->line.text))
      return;
    bool is_indented = first.left > edges_.left + 0.8 * text_.size &&
                       first.left < edges_.left + kWidestIndent * text_.size &&
                       last.left < first.left - 0.8 * text_.size;
    bool is_flush = std::abs(first.left - edges_.left) < 1;
    bool is_ended = last.right < edges_.right - 2 * text_.size;
    // Heads that run into their paragraph have space of their own above them.
    if ((is_indented || (is_ended && is_flush)) && !below.line->bold_first)
      note(SpacingKind::paragraph, above, below, 0);
  }

  // Only formulas of one line: of others no baseline tells how high they are.
  void note_display(const std::vector<Item>& items, std::size_t first) {
    std::size_t end = first;
    while (end < items.size() && items[end].kind == Kind::display) ++end;
    const Item& formula = items[first];
    bool is_plain = items[end - 1].bottom - formula.top < kSameBaseline &&
                    formula.line->line.box.height() < 1.5 * text_.size;
    if (!is_plain || end == items.size() || items[end].kind != Kind::text) return;
    const Item& above = items[first - 1];
    // Rows of a longer formula that pass for text, and text that passes for a formula.
    bool is_between_text = above.line->math < kMostlyText && items[end].line->math < kMostlyText &&
                           formula.line->line.box.left > edges_.left + 0.8 * text_.size;
    if (!is_between_text) return;
    // Nearer than lines of text: the upper part of a fraction, or of a formula in pieces.
    if (formula.top - above.bottom < text_.leading - kSameBaseline ||
        items[end].top - formula.top < text_.leading - kSameBaseline)
      return;
    // TeX leaves less above a formula that begins right of the end of the last line.
    if (above.line->line.box.right > formula.line->line.box.left - 2 * text_.size)
      note(SpacingKind::display_above, above, formula, 0);
    note(SpacingKind::display_below, items[end - 1], items[end], 0);
  }

  int level_of(const Item& item) const {
    int section = item.line->line.section;
    return section < 0 ? 0 : sections_[static_cast<std::size_t>(section)].section.level;
  }

  void note(SpacingKind kind, const Item& above, const Item& below, int level) {
    Points distance =
        below.line ? below.line->line.baseline - above.bottom : below.top - above.bottom;
    const Item& at = below.line ? below : above;
    bool counts = at.line && at.line->line.counted && (!above.line || above.line->line.counted);
    if (!counts || distance <= 0 || distance > kFarthest * text_.leading) return;
    found_.push_back({at.line->line.page, kind, level, distance, static_cast<int>(at.index)});
  }

  const PageText& page_;
  const std::vector<SectionStart>& sections_;
  const TypeOfText& text_;
  std::vector<Spacing>& found_;
  Box edges_;
};

}  // namespace

std::vector<Spacing> find_spacings(const model::Document& document,
                                   const std::vector<PageText>& pages,
                                   const std::vector<SectionStart>& sections,
                                   const TypeOfText& text) {
  std::vector<Spacing> found;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (pages[p].lines.empty()) continue;  // its columns are those of other pages
    std::size_t begin = found.size();
    Finder finder(pages[p], sections, text, found);
    for (std::size_t c = 0; c < pages[p].columns.size(); ++c) {
      int number = static_cast<int>(c);
      finder.look(Column(document.pages[p], pages[p], number), number);
    }
    std::stable_sort(found.begin() + static_cast<std::ptrdiff_t>(begin), found.end(),
                     [](const Spacing& a, const Spacing& b) { return a.line < b.line; });
  }
  return found;
}

}  // namespace measure
