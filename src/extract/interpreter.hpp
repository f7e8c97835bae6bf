// Executes content streams: what a page, its forms and its annotations paint goes to a canvas.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extract/annotations.hpp"
#include "extract/canvas.hpp"
#include "extract/content_lexer.hpp"
#include "extract/marked_content.hpp"
#include "extract/path.hpp"
#include "extract/resources.hpp"
#include "extract/text_painter.hpp"
#include "extract/xobjects.hpp"

namespace extract {

class Interpreter : private Drawer {
 public:
  Interpreter(const Parts& parts, Budget& budget)
      : parts_(parts),
        budget_(budget),
        canvas_(budget),
        text_(canvas_, parts.faces, *this),
        marks_(canvas_) {}

  // Everything from here on goes to `page`, whose size is set.
  void start(model::Page& page, const Matrix& to_page);
  void paint_page(std::string_view content, const Object& resources);
  // After the page itself.
  void paint_appearance(const Appearance& appearance);
  // False where the budget, or what cannot be unpacked, cut something of the page.
  bool is_whole() const { return is_whole_; }

 private:
  friend struct Operators;
  static constexpr int kMostNumbers = 6;

  GraphicsState first_state() const;
  void run(std::string_view content, const Scope& scope);
  void execute();
  bool gather(int count);
  void stop() {
    is_whole_ = false;
    is_stopped_ = true;
  }
  // Of the operator being executed, from the last; null where it is another or missing.
  const Operand* operand(Operand::Kind kind, std::size_t from_last = 0) const;
  std::string_view name(std::size_t from_last = 0) const;

  void save();
  void restore();
  void set_ext_state();

  void end_path();
  void paint_path(bool fills, bool strokes, bool closes);
  void fill_path();
  void stroke_path();
  void shade();

  void set_device_color(Paint& paint, ColorSpace* space, int components);
  void set_space(Paint& paint);
  void set_color(Paint& paint);

  void set_font(double size);
  void set_render_mode(double mode);
  void show_string(const Operand& string);
  void show();
  void show_all();
  void show_spaced();

  void paint_object();
  void paint_image(const ImageTraits& image);
  void paint_inline_image();
  void paint_form(XObject& object);
  void paint_form(Form& form, const Matrix& placed);
  void paint_content(Form& form);

  const Drawing& draw(Face& face, unsigned char code) override;
  Drawing record(std::string_view content, const Scope& scope);

  void begin_marked();
  void end_marked();
  Property inline_property(const Operand& dictionary) const;

  Parts parts_;
  Budget& budget_;
  Canvas canvas_;
  TextPainter text_;
  MarkedContent marks_;
  GraphicsState state_;
  std::vector<GraphicsState> saved_;
  std::size_t floor_ = 0;        // states saved before the form being painted began
  std::size_t marks_floor_ = 0;  // marked content open then
  Path path_;
  bool clips_ = false;  // the path, once it ends
  Matrix to_page_;
  std::optional<Resources> resources_;  // the page's
  Scope page_scope_;
  const Scope* scope_ = nullptr;
  ContentLexer* lexer_ = nullptr;
  double numbers_[kMostNumbers] = {};
  int depth_ = 0;                        // of forms
  int compatibility_ = 0;                // sections open
  std::unique_ptr<Interpreter> drawer_;  // of the procedures of Type 3 glyphs
  int drawers_around_ = 0;
  bool takes_color_ = false;  // d1: the procedure paints in the colour of the text
  bool is_whole_ = true;
  bool is_stopped_ = false;
};

}  // namespace extract
