#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "measure/families.hpp"
#include "measure/measure.hpp"
#include "measure/wording.hpp"
#include "measure_builder.hpp"

using namespace building;
using model::Role;

namespace {

model::Measured measured(const Builder& b) {
  return measure::measure(b.document, vocabulary());
}

const model::Line* find_line(const model::Measured& m, const std::string& text) {
  auto found = std::find_if(m.lines.begin(), m.lines.end(),
                            [&](const model::Line& line) { return line.text == text; });
  return found == m.lines.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a line holds its words, scripts and ligatures", "[measure]") {
  Builder b;
  b.page();
  b.write(108, 100, "A new de").write(149, 100, "\xef\xac\x81").write(154, 100, "nition of x");
  b.write(209, 96.4, "2", 6.974).write(213, 101.5, "i", 6.974).write(220, 100, "holds");
  b.paragraph(108, 130, 396, 20);
  auto m = measured(b);
  CHECK(m.lines.front().text == "A new definition of x2i holds");
  CHECK(m.lines.front().baseline == Approx(100));
}

TEST_CASE("a line tells how its letters were squeezed and parted", "[measure]") {
  Builder b;
  b.page().paragraph(108, 130, 396, 20);
  for (model::Glyph& glyph : b.document.pages[0].glyphs) glyph.scale = 980;
  b.write(108, 90, "kerned");
  b.last().left -= 0.7F;
  b.write(108, 100, "tight");
  for (std::size_t i = 0; i < 5; ++i) {
    model::Glyph& glyph = *(b.document.pages[0].glyphs.end() - 5 + static_cast<std::ptrdiff_t>(i));
    glyph.left -= 0.2F * static_cast<float>(i);
    glyph.right -= 0.2F * static_cast<float>(i);
  }
  auto m = measured(b);
  REQUIRE(find_line(m, "tight"));
  CHECK(find_line(m, "tight")->tracking == -20);
  CHECK(find_line(m, "tight")->scale == 1000);
  REQUIRE(find_line(m, "kerned"));
  CHECK(find_line(m, "kerned")->tracking == 0);
  CHECK(m.lines.back().scale == 980);
}

TEST_CASE("a line tells how far its words are apart", "[measure]") {
  Builder b;
  full_page(b);
  b.write(108, 60, "one").write(125, 60, "two").write(142, 60, "six").write(159, 60, "ten");
  b.write(176.1, 60, "all").write(108, 40, "too few");
  auto m = measured(b);
  REQUIRE(find_line(m, "one two six ten all"));
  CHECK(find_line(m, "one two six ten all")->word_gap == 206);
  REQUIRE(find_line(m, "too few"));
  CHECK(find_line(m, "too few")->word_gap == 0);
  REQUIRE(m.body);
  REQUIRE(m.body->word_spaces);
  CHECK(m.body->word_spaces->lines >= 20);
  CHECK(m.body->word_spaces->low <= m.body->word_spaces->middle);
}

TEST_CASE("a heading above an indented list stays in its column", "[measure]") {
  Builder b;
  for (int i = 0; i < 3; ++i) {
    b.page();
    b.paragraph(108, 80, 189, 55);
    b.paragraph(i < 2 ? 315 : 345, i < 2 ? 80 : 120, i < 2 ? 189 : 159, 50);
  }
  b.write(315, 80, "Paper Checklist", 11.955, bold);
  auto m = measured(b);
  REQUIRE(find_line(m, "Paper Checklist"));
  CHECK(find_line(m, "Paper Checklist")->column == 1);
}

TEST_CASE("turned and unpainted text make lines of their own", "[measure]") {
  Builder b;
  full_page(b);
  std::size_t begin = b.document.pages[0].glyphs.size();
  b.write(108, 400.1, "unseen words here");
  for (std::size_t i = begin; i < b.document.pages[0].glyphs.size(); ++i) {
    b.document.pages[0].glyphs[i].render_mode = 3;
  }
  begin = b.document.pages[0].glyphs.size();
  b.write(20, 500, "arXiv:2501.01234v1", 20);
  double y = 560;
  for (std::size_t i = begin; i < b.document.pages[0].glyphs.size(); ++i, y -= 10) {
    auto& glyph = b.document.pages[0].glyphs[i];
    glyph.turn = model::Turn::left;
    glyph.left = 20, glyph.right = 38;
    glyph.top = static_cast<float>(y - 10), glyph.bottom = static_cast<float>(y);
  }
  auto m = measured(b);
  const auto* unseen = find_line(m, "unseen words here");
  REQUIRE(unseen);
  CHECK_FALSE(unseen->visible);
  CHECK_FALSE(unseen->counted);
  const auto* stamp = find_line(m, "arXiv:2501.01234v1");
  REQUIRE(stamp);
  CHECK(stamp->role == Role::stamp);
  CHECK(count_role(m, Role::body) == 59);
}

TEST_CASE("body size and leading are exact, whatever stands between", "[measure]") {
  Builder b;
  b.page();
  double y = b.paragraph(108, 81.96, 396, 20);
  b.write(250, y + 8, "x=y+z", 9.963, math);
  y = b.paragraph(108, y + 26, 396, 20);
  b.document.pages.back().inks.push_back(
      {{108, 700, 251, 700.4}, model::InkKind::fill, true, 255, false, 0, 0});
  b.paragraph(108, 708, 396, 2, 8.966, 9.96);
  auto m = measured(b);
  REQUIRE(m.body);
  CHECK(m.body->size == Approx(9.96));
  CHECK(m.body->family == "times");
  CHECK(m.body->font == "NimbusRomNo9L-Regu");
  REQUIRE(m.body->leading);
  CHECK(std::abs(*m.body->leading - 10.909) < 0.02);
  CHECK(m.body->lines == 38);
  CHECK(count_role(m, Role::footnote) == 2);
  CHECK(m.sizes.footnote == Approx(8.97));
}

TEST_CASE("notes stand above a figure at the foot of the page", "[measure]") {
  Builder b;
  b.page();
  b.paragraph(108, 81.96, 396, 40);
  b.document.pages.back().inks.push_back(
      {{108, 537, 251, 537.4}, model::InkKind::fill, true, 255, false, 0, 0});
  b.write(118, 544, "1", 5.978).write(122, 547, "Letters reach us at the usual place.", 8.966);
  b.write(200, 600, "label of an axis", 7.97);
  b.write(108, 640, "Figure 1: What it looks like.");
  auto m = measured(b);
  CHECK(count_role(m, Role::footnote) == 1);
  CHECK(count_role(m, Role::figure) == 1);
  CHECK(count_role(m, Role::caption) == 1);
}

TEST_CASE("microtype's spread of sizes is one size", "[measure]") {
  Builder b;
  b.page();
  for (int i = 0; i < 50; ++i) b.paragraph(108, 82 + i * 10.909, 396, 1, 9.9 + 0.02 * (i % 7));
  auto m = measured(b);
  REQUIRE(m.body);
  CHECK(std::abs(m.body->size - 9.963) < 0.1);
  CHECK(m.body->share > 0.9);
}

TEST_CASE("a scanned page measures nothing that it cannot tell", "[measure]") {
  Builder b;
  b.page().write(300, 760, "1");
  auto m = measured(b);
  CHECK(m.pages == 1);
  CHECK_FALSE(m.body);
  CHECK_FALSE(m.columns);
  CHECK_FALSE(m.main_end);
  CHECK_FALSE(m.references);
  CHECK_FALSE(m.line_numbers);
  CHECK(m.layouts.size() == 1);
  CHECK(measure::measure(model::Document{}, vocabulary()).pages == 0);
}

TEST_CASE("two columns are read one after the other, between lines that span them", "[measure]") {
  Builder b;
  b.page();
  b.write(180, 90, "A Title Across Both Columns", 14.346, bold);
  // Painted line by line across the gutter, as some programs do.
  for (int i = 0; i < 40; ++i) {
    b.paragraph(55.44, 150 + i * 11.955, 234, 1, 9.963, 11.955);
    b.paragraph(307.44, 150 + i * 11.955, 234, 1, 9.963, 11.955);
  }
  b.page();
  b.paragraph(55.44, 77, 234, 50, 9.963, 11.955);
  auto m = measured(b);
  CHECK(m.columns == 2);
  REQUIRE(m.column_gap);
  CHECK(std::abs(*m.column_gap - 18) < 0.1);
  CHECK(m.layouts[1].columns == 2);
  CHECK(m.lines[0].column == -1);
  CHECK(m.lines[1].column == 0);
  CHECK(m.lines[41].column == 1);
  REQUIRE(m.layouts[0].text_block);
  CHECK(m.layouts[0].text_block->left == Approx(55.44).margin(0.01));
  CHECK(m.layouts[0].text_block->right == Approx(541.44).margin(0.01));
  CHECK(m.body->leading == Approx(11.955).margin(0.02));
}

TEST_CASE("an overfull line moves neither block nor columns", "[measure]") {
  Builder b;
  b.page();
  double y = b.paragraph(55.44, 77, 234, 20, 9.963, 11.955);
  y = b.paragraph(55.44, y, 246, 1, 9.963, 11.955);
  b.paragraph(55.44, y, 234, 20, 9.963, 11.955);
  b.paragraph(307.44, 77, 234, 41, 9.963, 11.955);
  auto m = measured(b);
  CHECK(m.columns == 2);
  CHECK(m.lines[20].column == 0);
  CHECK(m.lines[20].box.right == Approx(301.44).margin(0.01));
  CHECK(m.text_block->right == Approx(541.44).margin(0.01));
}

TEST_CASE("running heads and page numbers are told from text", "[measure]") {
  Builder b;
  for (int p = 1; p <= 4; ++p) {
    full_page(b);
    b.write(108, 35, "A running title of some length", 8.966);
    b.write(303, 750, std::to_string(p));
  }
  auto m = measured(b);
  CHECK(m.page_numbers == true);
  CHECK(count_role(m, Role::running_head) == 4);
  CHECK(count_role(m, Role::page_number) == 4);
  CHECK(m.text_block->bottom == Approx(81.96 + 57 * 10.909).margin(0.05));
  Builder plain;
  full_page(plain);
  CHECK(measured(plain).page_numbers == false);
}

TEST_CASE("the stage follows marks, and contradicting marks say nothing", "[measure]") {
  Builder b;
  full_page(b);
  b.write(108, 742, "Submitted to a meeting. Do not distrib-", 8.966);
  b.write(108, 752, "ute.", 8.966);
  CHECK(measured(b).stage == "submission");
  b.write(108, 35, "Published as a paper somewhere");
  CHECK_FALSE(measured(b).stage);
}

TEST_CASE("names of fonts tell their design", "[measure]") {
  using measure::design_family;
  CHECK(design_family("NimbusRomNo9L-Regu") == "times");
  CHECK(design_family("ABCDEF+TeXGyreTermesX-Regular") == "times");
  CHECK(design_family("TimesNewRomanPSMT") == "times");
  CHECK(design_family("STIXGeneral-Regular") == "times");
  CHECK(design_family("CMR10") == "computer-modern");
  CHECK(design_family("SFRM1000") == "computer-modern");
  CHECK(design_family("LMRoman10-Regular") == "computer-modern");
  CHECK(design_family("URWPalladioL-Roma") == "palatino");
  CHECK(design_family("LinLibertineT") == "libertine");
  CHECK(design_family("NimbusSanL-Bold") == "helvetica");
  CHECK(design_family("Whatever-Regular").empty());
  CHECK(measure::is_bold_font("NimbusRomNo9L-Medi"));
  CHECK(measure::is_bold_font("CMBX12"));
  CHECK_FALSE(measure::is_bold_font("Roboto-Medium"));
  CHECK_FALSE(measure::is_bold_font("CMMIB10"));
}

TEST_CASE("numbers of headings and pages are read", "[measure]") {
  using measure::Numbering;
  CHECK(measure::parse_numbering("3.2 Results").number == "3.2");
  CHECK(measure::parse_numbering("3.2 Results").depth == 2);
  CHECK(measure::parse_numbering("7R EFERENCES").rest == "R EFERENCES");
  CHECK(measure::parse_numbering("IV. METHOD").kind == Numbering::Kind::roman);
  CHECK(measure::parse_numbering("B Proofs").kind == Numbering::Kind::letter);
  CHECK(measure::parse_numbering("Appendix A: Proofs").says_appendix);
  CHECK(measure::parse_numbering("Appendix A: Proofs").number == "A");
  CHECK(measure::parse_numbering("Introduction").kind == Numbering::Kind::none);
  CHECK(measure::parse_page_number("- 12 -") == 12);
  CHECK(measure::parse_page_number("Page 3 of 9") == 3);
  CHECK(measure::parse_page_number("vii") == 7);
  CHECK_FALSE(measure::parse_page_number("2019 edition"));
  CHECK(measure::parse_caption("Figure 3: A drawing")->number == "3");
  CHECK(measure::parse_caption("Table A1. Numbers")->punctuated);
  CHECK_FALSE(measure::parse_caption("Figure 3 shows that")->punctuated);
  CHECK_FALSE(measure::parse_caption("Figures are nice"));
}
