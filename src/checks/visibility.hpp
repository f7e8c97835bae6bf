// Whether a glyph can be seen: how it is painted, what lies beneath it and what above.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/document.hpp"
#include "model/finding.hpp"

namespace checks {

enum class Unseen : std::uint8_t {
  no,       // it is seen
  mode,     // by a render mode that paints nothing
  opacity,  // transparent
  layer,    // its layer is off
  off_page,
  clipped,
  empty,  // a Type 3 glyph without a drawing
  tiny,
  color,    // that of its background
  covered,  // painted over
};

// certain: nobody sees it; likely: it is hardly seen; possible: what it stands on is not known.
struct Look {
  Unseen why = Unseen::no;
  model::Confidence sure = model::Confidence::certain;
};

// How often ink and glyphs of a document are compared before the rest passes for seen.
inline constexpr std::size_t kMostComparisons = 50'000'000;

// One page, for all its glyphs. It refers to what it is made of; `comparisons` are those left.
class PageView {
 public:
  PageView(const model::Page& page, const std::vector<model::Font>& fonts,
           std::size_t& comparisons);

  Look look_at(const model::Glyph& glyph);
  // Glyphs that are covered, or have their background's colour, may have passed for seen.
  bool was_cut() const { return was_cut_; }

 private:
  static constexpr std::size_t kRows = 64;
  struct Paint {
    model::Color color = 0;
    double opacity = 1;
    bool is_mixed = false;
    bool is_empty = false, is_tiny = false;
  };
  struct Spot;

  void add_surface(std::uint32_t index, const model::Ink& ink);
  std::size_t row_of(double y) const;
  bool is_ordinary(const model::Glyph& glyph) const;
  Look look_on_paper(model::Color color);
  std::uint64_t columns_of(const model::Box& box) const;
  bool is_bare(const model::Box& core) const;
  Paint paint_of(const model::Glyph& glyph) const;
  const model::Ink* drawing_of(const model::Glyph& glyph) const;
  Look look_closer(const model::Glyph& glyph, const Paint& paint, const model::Box& core);
  bool lay(Spot& spot, const model::Glyph& glyph);

  const model::Page& page_;
  std::vector<bool> is_type3_;                          // of each font
  std::array<std::uint64_t, kRows> touched_ = {};       // columns of each row that ink lies in
  std::array<std::vector<std::uint32_t>, kRows> rows_;  // the inks, in paint order
  double columns_per_point_ = 0, rows_per_point_ = 0;
  std::size_t entries_ = 0;
  model::Color last_color_ = 0;  // the last that stood on bare paper, and how it looks there
  Look last_look_;
  std::size_t& comparisons_;
  bool was_cut_ = false;
};

}  // namespace checks
