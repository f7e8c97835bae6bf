#include "checks/author_notes.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "checks/passages.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Box;
using model::Confidence;
using model::Glyph;
using model::Page;

// todonotes fills its boxes with orange, (1, 0.5, 0), unless another colour is asked for.
constexpr model::Color kTodoColor = 0xff8000;
constexpr int kNearColor = 8;
// Greys differ by less between their channels, and so does ink that was meant to be black.
constexpr int kColored = 48;
// What is set in a colour for links, headings or examples has more of a paper's letters than
// remarks.
constexpr double kLittle = 0.05;
constexpr std::size_t kFewestWords = 2;
constexpr double kWordGap = 0.15;  // of the size; blanks are a quarter of it, kerns a tenth at most
constexpr double kWholeWidth = 0.85;
constexpr char kRemark[] = R"(^[\[({<]?\s*[A-Z]{2,3}\s*[:>]\s*\S|\pL\s?\?\?+[\])}>]?\s*$)";

int channel(model::Color color, int shift) {
  return static_cast<int>((color >> shift) & 0xff);
}

bool is_colored(model::Color color) {
  if (color == model::kUnknownColor) return false;
  auto [least, most] = std::minmax({channel(color, 16), channel(color, 8), channel(color, 0)});
  return most - least > kColored;
}

bool is_todo_color(model::Color color) {
  if (color == model::kUnknownColor) return false;
  for (int shift : {0, 8, 16})
    if (std::abs(channel(color, shift) - channel(kTodoColor, shift)) > kNearColor) return false;
  return true;
}

bool is_shown(const Glyph& glyph) {
  bool paints = glyph.render_mode != 3 && glyph.render_mode != 7 && glyph.opacity > 0;
  return paints && !glyph.clipped && !glyph.off_page && !glyph.hidden_layer && !glyph.in_form;
}

Box box_of(const Glyph& glyph) {
  return {glyph.left, glyph.top, glyph.right, glyph.bottom};
}

struct Writing {
  std::string text;
  Box box;
  const Glyph* last = nullptr;
};

// Blanks are often no glyphs: a gap or a new line is one.
void append(Writing& writing, const Page& page, const Glyph& glyph) {
  const Glyph* last = writing.last;
  bool is_apart = last && (std::abs(glyph.baseline - last->baseline) > 0.5f * glyph.size ||
                           glyph.left - last->right > kWordGap * glyph.size);
  if (is_apart && !writing.text.ends_with(' ')) writing.text += ' ';
  writing.text +=
      util::to_utf8(std::u32string_view(page.text).substr(glyph.text, glyph.text_length));
  writing.box = last ? writing.box.joined(box_of(glyph)) : box_of(glyph);
  writing.last = &glyph;
}

// Pieces of one colour after another, as they were written.
std::vector<Writing> colored_writing(const Page& page, model::Color color) {
  std::vector<Writing> all;
  bool goes_on = false;
  for (const Glyph& glyph : page.glyphs) {
    if (!is_shown(glyph) || glyph.text_length == 0) continue;
    bool is_its = glyph.color == color;
    if (is_its && !goes_on) all.emplace_back();
    if (is_its) append(all.back(), page, glyph);
    goes_on = is_its;
  }
  return all;
}

bool is_remark(const std::string& text) {
  // Every alternative has one of these, and few colours that are used little have either.
  if (text.find_first_of(":>?") == std::string::npos) return false;
  static const re2::RE2 kPattern(kRemark);
  return re2::RE2::PartialMatch(text, kPattern);
}

std::map<model::Color, std::size_t> letters_by_color(const model::Document& document) {
  std::map<model::Color, std::size_t> letters;
  model::Color color = 0;
  std::size_t* number = &letters[color];  // of the run of one colour that glyphs come in
  for (const Page& page : document.pages) {
    for (const Glyph& glyph : page.glyphs) {
      if (!is_shown(glyph)) continue;
      if (glyph.color != color) number = &letters[color = glyph.color];
      ++*number;
    }
  }
  return letters;
}

Writing writing_in(const Page& page, const model::Ink& ink) {
  Writing writing;
  for (const Glyph& glyph : page.glyphs)
    if (glyph.order > ink.order && is_shown(glyph) && ink.box.contains(box_of(glyph), 3))
      append(writing, page, glyph);
  return writing;
}

// Beside the text, or as wide as a column: boxes within a drawing are neither.
bool stands_like_note(const Box& box, const model::Measured& measured) {
  if (!measured.text_block) return false;
  const Box& block = *measured.text_block;
  bool is_beside = box.left > block.right - 3 || box.right < block.left + 3;
  int columns = std::max(1, measured.columns.value_or(1));
  return is_beside || box.width() > kWholeWidth * block.width() / columns;
}

}  // namespace

std::vector<AuthorNote> find_boxes(const model::Paper& paper) {
  std::vector<AuthorNote> notes;
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i) {
    const Page& page = paper.document.pages[i];
    Box last;
    for (const model::Ink& ink : page.inks) {
      bool is_box = ink.kind == model::InkKind::fill && !ink.in_form && is_todo_color(ink.color);
      if (!is_box || !stands_like_note(ink.box, paper.measured) || ink.box.overlaps(last)) continue;
      Writing writing = writing_in(page, ink);
      if (count_words(writing.text) < kFewestWords) continue;
      notes.push_back(
          {NoteKind::box, Confidence::likely, static_cast<int>(i) + 1, ink.box, writing.text});
      last = ink.box;
    }
  }
  return notes;
}

std::vector<AuthorNote> find_remarks(const model::Paper& paper) {
  auto letters = letters_by_color(paper.document);
  std::size_t all = 0;
  for (const auto& [color, number] : letters) all += number;
  std::vector<AuthorNote> notes;
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i) {
    for (const auto& [color, number] : letters) {
      if (!is_colored(color) || static_cast<double>(number) > kLittle * static_cast<double>(all))
        continue;
      for (const Writing& writing : colored_writing(paper.document.pages[i], color))
        if (count_words(writing.text) > kFewestWords && is_remark(writing.text))
          notes.push_back({NoteKind::remark, Confidence::possible, static_cast<int>(i) + 1,
                           writing.box, writing.text});
    }
  }
  return notes;
}

}  // namespace checks
