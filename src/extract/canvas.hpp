// The page being read: takes what is painted, within the budget, in one order.
#pragma once

#include <cmath>
#include <string_view>

#include "extract/graphics_state.hpp"
#include "extract/limits.hpp"
#include "model/page.hpp"

namespace extract {

// A coordinate that any computation may have given.
inline float bounded(double value) {
  if (value > -limits::kFarthest && value < limits::kFarthest) return static_cast<float>(value);
  if (!std::isfinite(value)) return 0;
  return static_cast<float>(value < 0 ? -limits::kFarthest : limits::kFarthest);
}

class Canvas {
 public:
  explicit Canvas(Budget& budget) : budget_(budget) {}

  // Everything from here on goes to `page`, whose size is set.
  void start(model::Page& page) {
    page_ = &page;
    order_ = 0;
    in_forms_ = hidden_ = 0;
  }
  const model::Page& page() const { return *page_; }
  model::Page& page() { return *page_; }

  // Between these two everything is painted by a form, a layer that is off.
  void enter_form() { ++in_forms_; }
  void leave_form() { --in_forms_; }
  void enter_hidden() { ++hidden_; }
  void leave_hidden() { --hidden_; }
  bool is_in_form() const { return in_forms_ > 0; }
  bool is_hidden() const { return hidden_ > 0; }

  // What of the page the clip leaves; a box that nothing reaches into where it hides everything.
  model::Box window(const GraphicsState& state) const;
  // `glyph` has its place and paint, and gets the rest. False when the budget is used up.
  bool add_glyph(const model::Box& window, const model::Box& box, std::u32string_view text,
                 model::Glyph& glyph);
  // Clips `ink` and adds it where something of it is left and is seen; then that one, else null.
  const model::Ink* add_ink(const GraphicsState& state, model::Ink ink);
  // The same of an image; `image` has what its dictionary says.
  void add_image(const GraphicsState& state, const model::Ink& ink, model::Image image);

 private:
  bool add_text(std::u32string_view text, model::Glyph& glyph);

  Budget& budget_;
  model::Page* page_ = nullptr;
  std::uint32_t order_ = 0;
  int in_forms_ = 0;
  int hidden_ = 0;
};

}  // namespace extract
