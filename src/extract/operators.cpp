// The operators of PDF 32000 annex A that show in what is painted; others are passed over.
#include <array>

#include "extract/interpreter.hpp"
#include "extract/library.hpp"

namespace extract {

// An operator is left out that lacks one of the `numbers` it ends with, as in all viewers.
struct Operator {
  std::string_view name;
  int numbers = 0;
  void (*run)(Interpreter&, const double* n) = nullptr;
};

struct Operators {
  using I = Interpreter;
  static const Operator kTable[];
  static const Operator* find(Keyword keyword);
  static void pass_over(Interpreter&, const double*) {}
};

const Operator Operators::kTable[] = {
    {"q", 0, [](I& i, const double*) { i.save(); }},
    {"Q", 0, [](I& i, const double*) { i.restore(); }},
    {"cm", 6,
     [](I& i, const double* n) {
       i.state_.ctm = Matrix{n[0], n[1], n[2], n[3], n[4], n[5]}.then(i.state_.ctm);
     }},
    {"w", 1, [](I& i, const double* n) { i.state_.line_width = n[0]; }},
    {"gs", 0, [](I& i, const double*) { i.set_ext_state(); }},

    {"m", 2, [](I& i, const double* n) { i.path_.move_to(i.state_.ctm.map(n[0], n[1])); }},
    {"l", 2, [](I& i, const double* n) { i.path_.line_to(i.state_.ctm.map(n[0], n[1])); }},
    {"c", 6,
     [](I& i, const double* n) {
       const Matrix& ctm = i.state_.ctm;
       i.path_.curve_to(ctm.map(n[0], n[1]), ctm.map(n[2], n[3]), ctm.map(n[4], n[5]));
     }},
    {"v", 4,
     [](I& i, const double* n) {
       const Matrix& ctm = i.state_.ctm;
       i.path_.curve_to(i.path_.last(), ctm.map(n[0], n[1]), ctm.map(n[2], n[3]));
     }},
    {"y", 4,
     [](I& i, const double* n) {
       const Point last = i.state_.ctm.map(n[2], n[3]);
       i.path_.curve_to(i.state_.ctm.map(n[0], n[1]), last, last);
     }},
    {"h", 0, [](I& i, const double*) { i.path_.close(); }},
    {"re", 4,
     [](I& i, const double* n) {
       const Matrix& ctm = i.state_.ctm;
       i.path_.move_to(ctm.map(n[0], n[1]));
       i.path_.line_to(ctm.map(n[0] + n[2], n[1]));
       i.path_.line_to(ctm.map(n[0] + n[2], n[1] + n[3]));
       i.path_.line_to(ctm.map(n[0], n[1] + n[3]));
       i.path_.close();
     }},
    {"S", 0, [](I& i, const double*) { i.paint_path(false, true, false); }},
    {"s", 0, [](I& i, const double*) { i.paint_path(false, true, true); }},
    {"f", 0, [](I& i, const double*) { i.paint_path(true, false, false); }},
    {"F", 0, [](I& i, const double*) { i.paint_path(true, false, false); }},
    {"f*", 0, [](I& i, const double*) { i.paint_path(true, false, false); }},
    {"B", 0, [](I& i, const double*) { i.paint_path(true, true, false); }},
    {"B*", 0, [](I& i, const double*) { i.paint_path(true, true, false); }},
    {"b", 0, [](I& i, const double*) { i.paint_path(true, true, true); }},
    {"b*", 0, [](I& i, const double*) { i.paint_path(true, true, true); }},
    {"n", 0, [](I& i, const double*) { i.end_path(); }},
    {"W", 0, [](I& i, const double*) { i.clips_ = true; }},
    {"W*", 0, [](I& i, const double*) { i.clips_ = true; }},
    {"sh", 0, [](I& i, const double*) { i.shade(); }},

    {"g", 1, [](I& i, const double*) { i.set_device_color(i.state_.fill, i.scope_->gray, 1); }},
    {"G", 1, [](I& i, const double*) { i.set_device_color(i.state_.stroke, i.scope_->gray, 1); }},
    {"rg", 3, [](I& i, const double*) { i.set_device_color(i.state_.fill, i.scope_->rgb, 3); }},
    {"RG", 3, [](I& i, const double*) { i.set_device_color(i.state_.stroke, i.scope_->rgb, 3); }},
    {"k", 4, [](I& i, const double*) { i.set_device_color(i.state_.fill, i.scope_->cmyk, 4); }},
    {"K", 4, [](I& i, const double*) { i.set_device_color(i.state_.stroke, i.scope_->cmyk, 4); }},
    {"cs", 0, [](I& i, const double*) { i.set_space(i.state_.fill); }},
    {"CS", 0, [](I& i, const double*) { i.set_space(i.state_.stroke); }},
    {"sc", 0, [](I& i, const double*) { i.set_color(i.state_.fill); }},
    {"SC", 0, [](I& i, const double*) { i.set_color(i.state_.stroke); }},
    {"scn", 0, [](I& i, const double*) { i.set_color(i.state_.fill); }},
    {"SCN", 0, [](I& i, const double*) { i.set_color(i.state_.stroke); }},

    {"BT", 0, [](I& i, const double*) { i.text_.begin(); }},
    {"ET", 0, [](I& i, const double*) { i.text_.end(i.state_); }},
    {"Tc", 1, [](I& i, const double* n) { i.state_.char_space = n[0]; }},
    {"Tw", 1, [](I& i, const double* n) { i.state_.word_space = n[0]; }},
    {"Tz", 1, [](I& i, const double* n) { i.state_.scale = n[0] / 100; }},
    {"TL", 1, [](I& i, const double* n) { i.state_.leading = n[0]; }},
    {"Ts", 1, [](I& i, const double* n) { i.state_.rise = n[0]; }},
    {"Tr", 1, [](I& i, const double* n) { i.set_render_mode(n[0]); }},
    {"Tf", 1, [](I& i, const double* n) { i.set_font(n[0]); }},
    {"Td", 2, [](I& i, const double* n) { i.text_.move(n[0], n[1]); }},
    {"TD", 2,
     [](I& i, const double* n) {
       i.state_.leading = -n[1];
       i.text_.move(n[0], n[1]);
     }},
    {"Tm", 6,
     [](I& i, const double* n) { i.text_.set_matrix({n[0], n[1], n[2], n[3], n[4], n[5]}); }},
    {"T*", 0, [](I& i, const double*) { i.text_.move(0, -i.state_.leading); }},
    {"Tj", 0, [](I& i, const double*) { i.show(); }},
    {"TJ", 0, [](I& i, const double*) { i.show_all(); }},
    {"'", 0,
     [](I& i, const double*) {
       i.text_.move(0, -i.state_.leading);
       i.show();
     }},
    {"\"", 0, [](I& i, const double*) { i.show_spaced(); }},

    {"Do", 0, [](I& i, const double*) { i.paint_object(); }},
    {"ID", 0, [](I& i, const double*) { i.paint_inline_image(); }},
    {"BMC", 0, [](I& i, const double*) { i.marks_.begin({}); }},
    {"BDC", 0, [](I& i, const double*) { i.begin_marked(); }},
    {"EMC", 0, [](I& i, const double*) { i.end_marked(); }},

    {"BX", 0, [](I& i, const double*) { ++i.compatibility_; }},
    {"EX", 0, [](I& i, const double*) { i.compatibility_ -= i.compatibility_ > 0 ? 1 : 0; }},
    {"j", 0, pass_over},
    {"J", 0, pass_over},
    {"M", 0, pass_over},
    {"d", 0, pass_over},
    {"i", 0, pass_over},
    {"ri", 0, pass_over},
    {"MP", 0, pass_over},
    {"DP", 0, pass_over},
    {"BI", 0, pass_over},
    {"EI", 0, pass_over},
    {"d0", 0, pass_over},
    {"d1", 0, [](I& i, const double*) { i.takes_color_ = true; }},
};

// Open addressing; the table is a quarter full.
const Operator* Operators::find(Keyword keyword) {
  constexpr std::size_t kSlots = 256;
  struct Slot {
    Keyword keyword = 0;
    const Operator* found = nullptr;
  };
  const auto first_slot = [](Keyword word) { return (word * 2654435761U) >> 24; };
  static const std::array<Slot, kSlots> kIndex = [&] {
    std::array<Slot, kSlots> out;
    for (const Operator& each : kTable) {
      std::size_t at = first_slot(keyword_of(each.name));
      while (out[at].found) at = (at + 1) % kSlots;
      out[at] = {keyword_of(each.name), &each};
    }
    return out;
  }();
  for (std::size_t at = first_slot(keyword); kIndex[at].found; at = (at + 1) % kSlots) {
    if (kIndex[at].keyword == keyword) return kIndex[at].found;
  }
  return nullptr;
}

void Interpreter::execute() {
  if (!budget_.operators.take()) return stop();
  const Operator* found = Operators::find(lexer_->keyword());
  if (found && gather(found->numbers)) return found->run(*this, numbers_);
  // Written by no producer: the stream is damaged. Between BX and EX it is what is not known yet.
  if (compatibility_ == 0) note_complaint();
}

// The last `count` operands, all of which must be numbers.
bool Interpreter::gather(int count) {
  const auto& operands = lexer_->operands();
  if (operands.size() < static_cast<std::size_t>(count)) return false;
  const Operand* first = operands.data() + operands.size() - count;
  for (int i = 0; i < count; ++i) {
    if (first[i].kind != Operand::Kind::number) return false;
    numbers_[i] = first[i].number;
  }
  return true;
}

const Operand* Interpreter::operand(Operand::Kind kind, std::size_t from_last) const {
  const auto& operands = lexer_->operands();
  if (operands.size() <= from_last) return nullptr;
  const Operand& found = operands[operands.size() - 1 - from_last];
  return found.kind == kind ? &found : nullptr;
}

std::string_view Interpreter::name(std::size_t from_last) const {
  const Operand* found = operand(Operand::Kind::name, from_last);
  return found ? lexer_->text(*found) : std::string_view();
}

}  // namespace extract
