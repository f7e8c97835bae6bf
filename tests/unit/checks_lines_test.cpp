#include <catch2/catch.hpp>

#include "checks/lines.hpp"
#include "checks/paper_sizes.hpp"
#include "checks/wording.hpp"

namespace {

model::Line line(int page, double baseline, int column = 0, double left = 108, double right = 504) {
  model::Line it;
  it.page = page;
  it.column = column;
  it.baseline = baseline;
  it.size = 10;
  it.box = {left, baseline - 8, right, baseline + 2};
  it.counted = true;
  return it;
}

int count(const std::vector<model::Line>& lines) {
  checks::Lines pointers;
  for (const model::Line& it : lines) pointers.push_back(&it);
  return checks::visual_lines(pointers);
}

}  // namespace

TEST_CASE("numbers, pages and names read as a person writes them", "[checks]") {
  CHECK(checks::counted(1, "page") == "1 page");
  CHECK(checks::counted(0, "page") == "0 pages");
  CHECK(checks::are(1, "page") == "1 page is");
  CHECK(checks::are(9, "page") == "9 pages are");
  CHECK(checks::points(12) == "12.0 pt (0.17 in)");
  CHECK(checks::type_size(9.963) == "9.96 pt (10.0 pt in TeX)");
  CHECK(checks::page_list(std::vector{3}) == "page 3");
  CHECK(checks::page_list(std::vector{3, 4}) == "pages 3 and 4");
  CHECK(checks::page_list(std::vector{1, 3, 5, 6, 7, 9}) == "pages 1, 3, 5 to 7 and 9");
  std::vector<std::string> names = {"A", "B", "C"};
  CHECK(checks::name_list(names) == "A, B and C");
  CHECK(checks::name_list(names, 2) == "A, B and 1 more");
  CHECK(checks::name_list({}) == "");
  CHECK(checks::quoted_line("  so it is ") == "so it is");
  CHECK(checks::quoted_line(std::string(300, 'x')).size() < 120);
}

TEST_CASE("pieces side by side and storeys of a formula are one line", "[checks]") {
  CHECK(count({}) == 0);
  CHECK(count({line(1, 100), line(1, 110.9), line(1, 121.8)}) == 3);
  CHECK(count({line(1, 100, 0, 108, 200), line(1, 100, 0, 210, 504)}) == 1);
  CHECK(count({line(1, 100), line(1, 103.5)}) == 1);
}

TEST_CASE("columns and pages are counted apart", "[checks]") {
  CHECK(count({line(1, 100, 0), line(1, 100, 1)}) == 2);
  CHECK(count({line(1, 100), line(2, 100)}) == 2);
}

TEST_CASE("words in figures are content and part of a float", "[checks]") {
  model::Line label = line(1, 100);
  label.role = model::Role::figure;
  CHECK(checks::is_content(label));
  CHECK(checks::is_float(label));
}

TEST_CASE("what the style prints and what nobody sees is not content", "[checks]") {
  for (model::Role role : {model::Role::running_head, model::Role::page_number, model::Role::ruler,
                           model::Role::notice, model::Role::margin_note}) {
    model::Line it = line(1, 100);
    it.role = role;
    CHECK_FALSE(checks::is_content(it));
  }
  model::Line hidden = line(1, 100);
  hidden.visible = false;
  CHECK_FALSE(checks::is_content(hidden));
}

TEST_CASE("running text has the body's size, whatever glyph expansion does to it", "[checks]") {
  model::Measured measured;
  measured.body = model::BodyType{};
  measured.body->size = 9.963;
  model::Line it = line(1, 100);
  it.size = 9.86;
  CHECK(checks::is_running_text(it, measured));
  it.size = 8.966;
  CHECK_FALSE(checks::is_running_text(it, measured));
}

TEST_CASE("letters reach no higher than the font's box nor than their size lets them", "[checks]") {
  model::Line it = line(1, 100);
  it.box.top = 85;  // a font with a box much taller than its letters
  CHECK(checks::top_of(it) == Approx(92.5));
  CHECK(checks::foot_of(it) == Approx(100));
}

TEST_CASE("sizes of paper are names or two lengths", "[checks]") {
  auto letter = checks::parse_paper_size("letter");
  REQUIRE(letter);
  CHECK(letter->width == 612);
  auto own = checks::parse_paper_size("486ptx720pt");
  REQUIRE(own);
  CHECK(own->width == 486);
  CHECK(own->height == 720);
  auto metric = checks::parse_paper_size("210mm x 297mm");
  REQUIRE(metric);
  CHECK(checks::describe(*metric) == "A4 (595.3 x 841.9 pt)");
  for (const char* bad : {"leter", "", "x", "10x20", "486pt", "0x0", "-1ptx5pt"})
    CHECK_FALSE(checks::parse_paper_size(bad));
  CHECK(checks::describe({486, 720}) == "486.0 x 720.0 pt");
}
