#include "checks/visibility.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "checks/contrast.hpp"

namespace checks {
namespace {

using model::Box;
using model::Color;
using model::Confidence;
using model::Cover;
using model::Glyph;
using model::Ink;

constexpr Color kPaper = 0xffffff;
// A twentieth of full opacity: no printer shows it.
constexpr int kTransparent = 13;
constexpr double kOpaque = 0.98;
// Letters of 1 pt are a third of a millimetre high with their ascenders; of 2 pt, smaller than any
// script in a formula and readable only when enlarged.
constexpr double kTiny = 1;
constexpr double kHardlyRead = 2;
constexpr double kSmallestSurface = 1;  // points to each side: lines are thinner
// Of surfaces in rows of a page; scatter plots have a tenth.
constexpr std::size_t kMostEntries = 2'000'000;
constexpr std::size_t kMostColors = 6;

Box core_of(const Glyph& glyph) {
  double dx = (glyph.right - glyph.left) / 4.0, dy = (glyph.bottom - glyph.top) / 4.0;
  return {glyph.left + dx, glyph.top + dy, glyph.right - dx, glyph.bottom - dy};
}

bool has(const Box& box, double x, double y) {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

bool is_solid(const Ink& ink) {
  return (ink.cover == Cover::all || ink.cover == Cover::most) && !ink.masked;
}

// The colour of every point of it; none where it has several.
std::optional<Color> color_of(const Ink& ink) {
  bool is_plain = ink.kind == model::InkKind::fill || ink.kind == model::InkKind::stroke ||
                  (ink.kind == model::InkKind::image && is_solid(ink));
  if (!is_plain || ink.color == model::kUnknownColor) return std::nullopt;
  return ink.color;
}

// An image is opaque where it is solid; a pattern may have gaps and a shading may end.
bool hides(const Ink& ink) {
  if (!is_solid(ink) || ink.opacity < kOpaque * 255) return false;
  return ink.kind == model::InkKind::image || color_of(ink).has_value();
}

bool is_surface(const Ink& ink) {
  return ink.kind != model::InkKind::glyph && ink.cover != Cover::little &&
         ink.opacity >= kTransparent && ink.box.width() >= kSmallestSurface &&
         ink.box.height() >= kSmallestSurface;
}

}  // namespace

// What is known of one point of a glyph: the colours that may lie beneath it, and its own, as what
// is painted later tints both.
struct PageView::Spot {
  double x = 0, y = 0;
  std::array<Color, kMostColors> beneath = {kPaper};
  std::size_t count = 1;
  bool is_known = true;
  bool is_covered = false;
  Color color = 0;
  double opacity = 1;

  void set(Color color_beneath) {
    beneath[0] = color_beneath;
    count = 1;
    is_known = true;
  }
  void add(Color color_beneath) {
    if (std::find(beneath.begin(), beneath.begin() + static_cast<std::ptrdiff_t>(count),
                  color_beneath) != beneath.begin() + static_cast<std::ptrdiff_t>(count))
      return;
    if (count == kMostColors) {
      is_known = false;
    } else {
      beneath[count++] = color_beneath;
    }
  }
  // Ink that is painted before the glyph.
  void lay_below(const Ink& ink) {
    auto tint = color_of(ink);
    double share = ink.opacity / 255.0;
    if (!tint || ink.masked) {
      is_known = false;
    } else if (!is_solid(ink)) {
      for (std::size_t i = count; i-- > 0;) add(mixed(*tint, beneath[i], share));
    } else if (share >= kOpaque) {
      set(*tint);
    } else {
      for (std::size_t i = 0; i < count; ++i) beneath[i] = mixed(*tint, beneath[i], share);
    }
  }
  // Ink that is painted after it. What may let something through hides nothing.
  void lay_above(const Ink& ink) {
    if (hides(ink)) is_covered = true;
    auto tint = color_of(ink);
    if (!tint || !is_solid(ink)) return;
    double share = ink.opacity / 255.0;
    color = mixed(*tint, color, share);
    for (std::size_t i = 0; i < count; ++i) beneath[i] = mixed(*tint, beneath[i], share);
  }
  // Clear where it contrasts with all that may lie beneath, none where with nothing.
  std::optional<Contrast> contrast_of() const {
    Contrast least = Contrast::clear, most = Contrast::none;
    for (std::size_t i = 0; i < count; ++i) {
      Contrast found = contrast(mixed(color, beneath[i], opacity), beneath[i]);
      least = std::min(least, found);
      most = std::max(most, found);
    }
    bool is_sure = is_known && (least == Contrast::clear || most != Contrast::clear);
    return is_sure ? std::optional(most) : std::nullopt;
  }
};

PageView::PageView(const model::Page& page, const std::vector<model::Font>& fonts,
                   std::size_t& comparisons)
    : page_(page), comparisons_(comparisons) {
  if (page.size.width > 0) columns_per_point_ = 64 / page.size.width;
  if (page.size.height > 0) rows_per_point_ = kRows / page.size.height;
  for (const model::Font& font : fonts) is_type3_.push_back(font.type == "Type 3");
  for (std::size_t i = 0; i < page.inks.size(); ++i)
    if (is_surface(page.inks[i])) add_surface(static_cast<std::uint32_t>(i), page.inks[i]);
}

std::size_t PageView::row_of(double y) const {
  return static_cast<std::size_t>(std::clamp(y * rows_per_point_, 0.0, kRows - 1.0));
}

std::uint64_t PageView::columns_of(const Box& box) const {
  auto column_of = [&](double x) {
    return static_cast<unsigned>(std::clamp(x * columns_per_point_, 0.0, 63.0));
  };
  unsigned first = column_of(box.left), last = column_of(box.right);
  return (~std::uint64_t{0} >> (63 - (last - first))) << first;
}

void PageView::add_surface(std::uint32_t index, const Ink& ink) {
  std::uint64_t columns = columns_of(ink.box);
  for (std::size_t row = row_of(ink.box.top); row <= row_of(ink.box.bottom); ++row) {
    was_cut_ = was_cut_ || entries_ == kMostEntries;
    if (was_cut_) return;
    ++entries_;
    touched_[row] |= columns;
    rows_[row].push_back(index);
  }
}

bool PageView::is_bare(const Box& core) const {
  if (entries_ == 0) return true;
  const std::size_t last = row_of(core.bottom);
  for (std::size_t row = row_of(core.top); row <= last; ++row)
    if (touched_[row] != 0 && (touched_[row] & columns_of(core)) != 0) return false;
  return true;
}

const Ink* PageView::drawing_of(const Glyph& glyph) const {
  auto after =
      std::upper_bound(page_.inks.begin(), page_.inks.end(), glyph.order,
                       [](std::uint32_t order, const Ink& ink) { return order < ink.order; });
  bool is_its = after != page_.inks.end() && after->order == glyph.order + 1 &&
                after->kind == model::InkKind::glyph;
  return is_its ? &*after : nullptr;
}

PageView::Paint PageView::paint_of(const Glyph& glyph) const {
  Paint paint{glyph.color, glyph.opacity / 255.0, glyph.is_mixed};
  if (glyph.font >= is_type3_.size() || !is_type3_[glyph.font]) return paint;
  const Ink* drawing = drawing_of(glyph);
  // Where not all of a page was read, what is missing may be what was not.
  paint.is_empty = !drawing && !page_.truncated;
  if (!drawing) return paint;
  paint.color = drawing->color;
  paint.opacity = drawing->opacity / 255.0;
  paint.is_mixed = paint.is_mixed || drawing->masked;
  return paint;
}

// Painted in full, in one colour and a size that can be read: nearly all glyphs of a paper.
bool PageView::is_ordinary(const Glyph& glyph) const {
  bool is_hidden = glyph.hidden_layer || glyph.off_page || glyph.clipped;
  bool is_whole = glyph.opacity == 255 && glyph.render_mode < 3 && !glyph.is_mixed;
  bool is_large = glyph.size > kHardlyRead && glyph.size * glyph.scale > 1000 * kHardlyRead;
  bool is_drawn = glyph.font < is_type3_.size() && is_type3_[glyph.font];
  return !is_hidden && is_whole && is_large && !is_drawn && glyph.color != model::kUnknownColor;
}

Look PageView::look_on_paper(Color color) {
  if (color == last_color_) return last_look_;
  last_color_ = color;
  last_look_ = {};
  Contrast found = contrast(color, kPaper);
  if (found == Contrast::none) last_look_ = {Unseen::color, Confidence::certain};
  if (found == Contrast::faint) last_look_ = {Unseen::color, Confidence::likely};
  return last_look_;
}

Look PageView::look_at(const Glyph& glyph) {
  if (is_ordinary(glyph) && (entries_ == 0 || is_bare(core_of(glyph))))
    return look_on_paper(glyph.color);
  Box core = core_of(glyph);
  auto hidden = [](Unseen why, Confidence sure = Confidence::certain) { return Look{why, sure}; };
  if (glyph.hidden_layer) return hidden(Unseen::layer);
  if (glyph.off_page) return hidden(Unseen::off_page);
  if (glyph.render_mode == 3) return hidden(Unseen::mode);
  if (glyph.clipped) return hidden(Unseen::clipped);
  Paint paint = paint_of(glyph);
  if (paint.is_empty) return hidden(Unseen::empty);
  if (paint.opacity * 255 < kTransparent) return hidden(Unseen::opacity);
  double size = glyph.size * std::min(1.0, glyph.scale / 1000.0);
  if (size <= kTiny) return hidden(Unseen::tiny);
  // Of mode 7 something is seen where it was the clip of what is painted later.
  if (glyph.render_mode == 7 && is_bare(core)) return hidden(Unseen::mode);
  if (glyph.render_mode == 7) return hidden(Unseen::mode, Confidence::possible);
  Look look;
  if (!is_bare(core)) {
    look = look_closer(glyph, paint, core);
  } else if (!paint.is_mixed && paint.color != model::kUnknownColor) {
    look = look_on_paper(mixed(paint.color, kPaper, paint.opacity));
  }
  if (look.why == Unseen::no && size <= kHardlyRead)
    return hidden(Unseen::tiny, Confidence::likely);
  return look;
}

// False where there is more ink than is looked at.
bool PageView::lay(Spot& spot, const Glyph& glyph) {
  const auto& inks = rows_[row_of(spot.y)];
  was_cut_ = was_cut_ || inks.size() > comparisons_;
  if (was_cut_) return false;
  comparisons_ -= inks.size();
  for (std::uint32_t index : inks) {
    const Ink& ink = page_.inks[index];
    if (!has(ink.box, spot.x, spot.y)) continue;
    if (ink.order < glyph.order)
      spot.lay_below(ink);
    else
      spot.lay_above(ink);
  }
  return true;
}

// At the middle of a glyph and on four sides of it: all of them have to be hidden.
Look PageView::look_closer(const Glyph& glyph, const Paint& paint, const Box& core) {
  bool is_plain = !paint.is_mixed && paint.color != model::kUnknownColor;
  bool is_pale = is_plain && contrast(paint.color, kPaper) != Contrast::clear;
  bool all_covered = true, all_none = true, all_weak = true;
  const std::array<std::pair<double, double>, 5> points = {{{core.middle_x(), core.middle_y()},
                                                            {core.left, core.middle_y()},
                                                            {core.right, core.middle_y()},
                                                            {core.middle_x(), core.top},
                                                            {core.middle_x(), core.bottom}}};
  for (auto [x, y] : points) {
    Spot spot;
    spot.x = x;
    spot.y = y;
    spot.color = paint.color;
    spot.opacity = paint.opacity;
    if (!lay(spot, glyph)) return {};
    if (spot.is_covered) continue;
    all_covered = false;
    auto found = is_plain ? spot.contrast_of() : std::nullopt;
    if (found == Contrast::clear) return {};
    if (found != Contrast::none) all_none = false;
    if (!found) all_weak = false;
  }
  if (all_covered) return {Unseen::covered, Confidence::certain};
  if (!is_plain) return {};
  if (all_none) return {Unseen::color, Confidence::certain};
  if (all_weak) return {Unseen::color, Confidence::likely};
  return is_pale ? Look{Unseen::color, Confidence::possible} : Look{};
}

}  // namespace checks
