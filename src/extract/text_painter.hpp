// Shows strings: where each glyph stands on the page and how it is painted.
#pragma once

#include <string_view>

#include "extract/canvas.hpp"

namespace extract {

// Who finds out what the procedure of a Type 3 glyph paints.
class Drawer {
 public:
  virtual ~Drawer() = default;
  virtual const Drawing& draw(Face& face, unsigned char code) = 0;
};

class TextPainter {
 public:
  // Where the next glyph goes, to be put back after a form.
  struct Place {
    Matrix matrix, line;
    std::optional<model::Box> clip;  // around what was shown to clip
  };

  TextPainter(Canvas& canvas, Faces& faces, Drawer& drawer)
      : canvas_(canvas), faces_(faces), drawer_(drawer) {}

  // BT and ET; what render modes 4 to 7 showed in between is what the clip leaves.
  void begin() { place_ = {}; }
  void end(GraphicsState& state);
  const Place& place() const { return place_; }
  void set_place(const Place& place) { place_ = place; }
  void set_matrix(const Matrix& matrix) { place_.matrix = place_.line = matrix; }
  // To the beginning of a line that lies so far from the beginning of this one.
  void move(double x, double y) {
    place_.line = Matrix{1, 0, 0, 1, x, y}.then(place_.line);
    place_.matrix = place_.line;
  }
  // Between two strings of TJ, in thousandths.
  void shift(const GraphicsState& state, double amount);
  // False when the budget is used up.
  bool show(const GraphicsState& state, std::string_view bytes);

 private:
  struct Line;
  Line set_up(const GraphicsState& state) const;
  model::Box put(const Line& line, const Code& code, double width, model::Glyph& glyph) const;
  void add_drawing(const GraphicsState& state, const Line& line, unsigned char code,
                   const model::Glyph& glyph);
  void advance(double x, double y);

  Canvas& canvas_;
  Faces& faces_;
  Drawer& drawer_;
  Place place_;
};

}  // namespace extract
