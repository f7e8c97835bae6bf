#include <catch2/catch.hpp>

#include "checks/font_use.hpp"

namespace {

bool is_type3(const model::Font& font) {
  return font.type == "Type 3";
}

model::Font font(const std::string& name, const std::string& type, int glyphs, int in_form) {
  model::Font it;
  it.name = name;
  it.type = type;
  it.glyphs = glyphs;
  it.glyphs_in_form = in_form;
  return it;
}

model::Glyph glyph(int index, double x, bool in_form, std::uint32_t text) {
  model::Glyph it;
  it.font = static_cast<std::uint16_t>(index);
  it.left = static_cast<float>(x);
  it.right = it.left + 5;
  it.top = 90;
  it.bottom = 100;
  it.baseline = 98;
  it.size = 10;
  it.in_form = in_form;
  it.text = text;
  it.text_length = 1;
  return it;
}

}  // namespace

TEST_CASE("fonts that paint nothing are not accused", "[checks]") {
  model::Paper paper;
  paper.document.fonts = {font("F1", "Type 3", 0, 0)};
  CHECK(checks::find_uses(paper, is_type3, false).empty());
}

TEST_CASE("fonts of figures are told from those of text", "[checks]") {
  model::Paper paper;
  paper.document.fonts = {font("Plot", "Type 3", 9, 9), font("Text", "Type 3", 9, 1),
                          font("Body", "Type 1", 99, 0)};
  auto uses = checks::find_uses(paper, is_type3, false);
  REQUIRE(uses.size() == 2);
  CHECK(checks::describe(uses) == "Text (text) and Plot (figure)");
  CHECK(checks::find_uses(paper, is_type3, true).size() == 1);
}

TEST_CASE("a font's first place is found by its glyphs", "[checks]") {
  model::Paper paper;
  paper.document.fonts = {font("Body", "Type 1", 1, 0), font("Odd", "Type 3", 2, 0)};
  paper.document.pages.resize(2);
  model::Page& page = paper.document.pages[1];
  page.text = U"abcd";
  page.glyphs = {glyph(0, 10, false, 0), glyph(1, 20, false, 1), glyph(1, 25, false, 2),
                 glyph(0, 30, false, 3)};
  auto uses = checks::find_uses(paper, is_type3, false);
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].pages == std::vector{2});
  CHECK(uses[0].text == "bc");
  CHECK(uses[0].box->left == Approx(20));
  CHECK(uses[0].box->right == Approx(30));
}

TEST_CASE("copies of a font that figures bring are named once", "[checks]") {
  model::Paper paper;
  paper.document.fonts = {font("Plot", "Type 3", 1, 1), font("Plot", "Type 3", 1, 1)};
  paper.document.pages.resize(2);
  for (std::size_t i : {0u, 1u}) {
    paper.document.pages[i].text = U"7";
    paper.document.pages[i].glyphs = {glyph(1 - static_cast<int>(i), 10, true, 0)};
  }
  auto uses = checks::find_uses(paper, is_type3, false);
  REQUIRE(uses.size() == 1);
  CHECK(checks::describe(uses) == "Plot (figures on pages 1 and 2)");
}

TEST_CASE("gaps between glyphs are spaces, wide ones end the quotation", "[checks]") {
  model::Paper paper;
  paper.document.fonts = {font("Odd", "Type 3", 3, 0)};
  paper.document.pages.resize(1);
  paper.document.pages[0].text = U"abc";
  paper.document.pages[0].glyphs = {glyph(0, 10, false, 0), glyph(0, 18, false, 1),
                                    glyph(0, 60, false, 2)};
  auto uses = checks::find_uses(paper, is_type3, false);
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].text == "a b");
}

TEST_CASE("a page wrapped in a form hides what is a figure", "[checks]") {
  model::Paper paper;
  paper.measured.body = model::BodyType{};
  paper.measured.body->font = "Body";
  paper.document.fonts = {font("Body", "Type 1", 100, 100)};
  CHECK(checks::is_wrapped_in_forms(paper));
  paper.document.fonts[0].glyphs_in_form = 3;
  CHECK_FALSE(checks::is_wrapped_in_forms(paper));
}
