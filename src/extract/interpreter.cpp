#include "extract/interpreter.hpp"

#include <utility>

#include "extract/library.hpp"

namespace extract {

GraphicsState Interpreter::first_state() const {
  GraphicsState out;
  out.ctm = to_page_;
  out.clip = {0, 0, canvas_.page().size.width, canvas_.page().size.height};
  out.fill = out.stroke = {&parts_.spaces.gray(), 0, PatternKind::none};
  return out;
}

void Interpreter::start(model::Page& page, const Matrix& to_page) {
  canvas_.start(page);
  to_page_ = to_page;
  state_ = first_state();
  compatibility_ = 0;
  is_whole_ = true;
  is_stopped_ = false;
}

void Interpreter::paint_page(std::string_view content, const Object& resources) {
  resources_.emplace(resources, parts_);
  page_scope_ = Scope::within(nullptr, &*resources_, parts_);
  scope_ = &page_scope_;
  run(content, page_scope_);
}

void Interpreter::run(std::string_view content, const Scope& scope) {
  ContentLexer lexer(content);
  ContentLexer* const outer = std::exchange(lexer_, &lexer);
  const Scope* const around = std::exchange(scope_, &scope);
  const std::size_t floor = std::exchange(floor_, saved_.size());
  const std::size_t marks_floor = std::exchange(marks_floor_, marks_.depth());
  path_.clear();
  clips_ = false;
  while (!is_stopped_ && lexer.next()) execute();
  if (lexer.was_cut()) is_whole_ = false;
  // A string without an end, or a stream that breaks off.
  if (!is_stopped_ && !lexer.operands().empty()) note_complaint();
  // What was left open ends here: saved states, marked content, the path.
  marks_.unwind(marks_floor_);
  marks_floor_ = marks_floor;
  if (saved_.size() > floor_) state_ = saved_[floor_];
  saved_.resize(floor_);
  path_.clear();
  clips_ = false;
  floor_ = floor;
  scope_ = around;
  lexer_ = outer;
}

void Interpreter::save() {
  if (saved_.size() >= limits::kStateDepth) return stop();
  saved_.push_back(state_);
}

void Interpreter::restore() {
  if (saved_.size() <= floor_) return;
  state_ = saved_.back();
  saved_.pop_back();
}

void Interpreter::paint_form(XObject& object) {
  if (object.form->is_open) return;
  if (!object.is_visible) canvas_.enter_hidden();
  canvas_.enter_form();
  paint_form(*object.form, object.form->matrix);
  canvas_.leave_form();
  if (!object.is_visible) canvas_.leave_hidden();
}

// `placed` is the form's matrix, and where an annotation puts it.
void Interpreter::paint_form(Form& form, const Matrix& placed) {
  if (depth_ >= limits::kFormDepth || !budget_.forms.take()) return stop();
  if (!form.box) return;
  form.is_open = true;
  ++depth_;
  const GraphicsState outside = state_;
  const TextPainter::Place line = text_.place();
  state_.ctm = placed.then(state_.ctm);
  state_.is_clip_box = state_.is_clip_box && state_.ctm.is_upright();
  state_.clip_to(
      map_box(state_.ctm, form.box->left, form.box->top, form.box->right, form.box->bottom));
  if (form.is_group) {
    state_.is_group_mixed = state_.is_mixed();
    state_.is_masked = state_.is_blended = false;
    state_.group_opacity *= state_.fill_opacity;
    state_.fill_opacity = state_.stroke_opacity = 1;
  }
  paint_content(form);
  text_.set_place(line);
  state_ = outside;
  --depth_;
  form.is_open = false;
}

void Interpreter::paint_content(Form& form) {
  if (!parts_.objects.open(form, budget_)) {
    is_whole_ = false;
    is_stopped_ = is_stopped_ || budget_.content.left() == 0;
  }
  if (!is_stopped_) {
    run(form.content,
        form.resources ? Scope::within(scope_, form.resources.get(), parts_) : *scope_);
  }
  parts_.objects.close(form);
}

void Interpreter::paint_appearance(const Appearance& appearance) {
  if (is_stopped_ || appearance.left == appearance.right || appearance.bottom == appearance.top) {
    return;
  }
  Form form = read_form(appearance.stream, parts_);
  if (!form.box) return;
  const model::Box shown =
      map_box(form.matrix, form.box->left, form.box->top, form.box->right, form.box->bottom);
  const auto stretch = [](double to, double from) { return from == 0 ? 1 : to / from; };
  const double x = stretch(appearance.right - appearance.left, shown.width());
  const double y = stretch(appearance.top - appearance.bottom, shown.height());
  const Matrix onto{
      x, 0, 0, y, appearance.left - shown.left * x, appearance.bottom - shown.top * y};
  state_ = first_state();
  canvas_.enter_form();
  paint_form(form, form.matrix.then(onto));
  canvas_.leave_form();
}

}  // namespace extract
