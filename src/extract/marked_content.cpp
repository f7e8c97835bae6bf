#include "extract/marked_content.hpp"

#include "extract/limits.hpp"
#include "extract/text_string.hpp"

namespace extract {

void MarkedContent::begin(const Property& property) {
  const bool has_text =
      property.actual_text.has_value() && passages_.size() < limits::kPassageDepth;
  marks_.push_back({!property.is_visible, has_text});
  if (!property.is_visible) canvas_.enter_hidden();
  if (has_text) {
    passages_.push_back({canvas_.page().glyphs.size(), decode_text_string(*property.actual_text)});
  }
}

void MarkedContent::end() {
  if (marks_.empty()) return;
  const Mark mark = marks_.back();
  marks_.pop_back();
  if (mark.hides) canvas_.leave_hidden();
  if (!mark.has_text) return;
  add(passages_.back());
  passages_.pop_back();
}

void MarkedContent::unwind(std::size_t depth) {
  while (marks_.size() > depth) end();
}

void MarkedContent::add(const Passage& passage) {
  model::Page& page = canvas_.page();
  if (page.actual_texts.size() >= limits::kActualTextsPage) return;
  model::ActualText out;
  out.text = passage.text;
  for (std::size_t i = passage.first_glyph; i < page.glyphs.size(); ++i) {
    const model::Glyph& glyph = page.glyphs[i];
    const model::Box box{glyph.left, glyph.top, glyph.right, glyph.bottom};
    out.box = i == passage.first_glyph ? box : out.box.joined(box);
  }
  page.actual_texts.push_back(std::move(out));
}

}  // namespace extract
