// The operators that choose fonts, show text and mark content.
#include <cmath>

#include "extract/interpreter.hpp"

namespace extract {

void Interpreter::set_render_mode(double mode) {
  if (mode >= 0 && mode < 8) state_.render_mode = static_cast<int>(mode);
}

// Without the font that was asked for nothing is shown, rather than wrong letters.
void Interpreter::set_font(double size) {
  Face* const* found = scope_->find(&Resources::font, name(1));
  state_.face = found ? *found : nullptr;
  state_.font_size = size;
}

// Text in a font that cannot be opened is lost, which must be said.
void Interpreter::show_string(const Operand& string) {
  const std::string_view bytes = lexer_->text(string);
  if (!state_.face && !bytes.empty()) is_whole_ = false;
  if (!text_.show(state_, bytes)) stop();
}

void Interpreter::show() {
  if (const Operand* string = operand(Operand::Kind::text)) show_string(*string);
}

void Interpreter::show_all() {
  for (const Operand& each : lexer_->operands()) {
    if (each.kind == Operand::Kind::number) {
      text_.shift(state_, each.number);
    } else if (each.kind == Operand::Kind::text) {
      show_string(each);
    }
  }
}

void Interpreter::show_spaced() {
  const Operand* word_space = operand(Operand::Kind::number, 2);
  const Operand* char_space = operand(Operand::Kind::number, 1);
  if (!word_space || !char_space) return;
  state_.word_space = word_space->number;
  state_.char_space = char_space->number;
  text_.move(0, -state_.leading);
  show();
}

void Interpreter::begin_marked() {
  const bool is_layer = name(1) == "OC";
  Property property;
  if (const Operand* dictionary = operand(Operand::Kind::dictionary)) {
    property = inline_property(*dictionary);
  } else if (const Property* found = scope_->find(&Resources::property, name())) {
    property = *found;
  }
  property.is_visible = property.is_visible || !is_layer;
  marks_.begin(property);
}

Property Interpreter::inline_property(const Operand& dictionary) const {
  ContentLexer lexer(lexer_->text(dictionary));
  lexer.next();
  Property out;
  const auto& operands = lexer.operands();
  for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
    if (operands[i].kind == Operand::Kind::name && lexer.text(operands[i]) == "ActualText" &&
        operands[i + 1].kind == Operand::Kind::text) {
      out.actual_text = lexer.text(operands[i + 1]);
    }
  }
  return out;
}

// A form ends only what it began.
void Interpreter::end_marked() {
  if (marks_.depth() > marks_floor_) marks_.end();
}

}  // namespace extract
