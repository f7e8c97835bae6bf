#include <catch2/catch.hpp>

#include "checks/mixture.hpp"
#include "checks/undersized.hpp"

namespace {

const std::string kText = "a line of running text that is long enough to be looked at";

model::Line line(double size, const std::string& text = kText) {
  model::Line it;
  it.page = 1;
  it.size = size;
  it.section = 0;
  it.counted = true;
  it.text = text;
  return it;
}

model::Paper paper_of(int usual, int small, double size) {
  model::Paper paper;
  paper.document.fonts.resize(1);
  paper.document.fonts[0].name = "CMR10";
  paper.measured.body = model::BodyType{"CMR9", "computer-modern", 10, 12, 0.9, 99, {}};
  paper.measured.sections.resize(2);
  paper.measured.sections[0].number = paper.measured.sections[1].number = "1";
  for (int i = 0; i < usual + small; ++i) {
    model::Line it = line(i < usual ? 10 : size);
    it.section = i < usual ? 0 : 1;
    it.page = it.section + 1;
    it.baseline = 80 + 12.0 * i;
    paper.measured.lines.push_back(it);
  }
  return paper;
}

}  // namespace

TEST_CASE("letters of every alphabet count, digits and signs do not", "[checks]") {
  CHECK(checks::letters_of("abc 123 (x)") == 4);
  CHECK(checks::letters_of("größer") == 6);
  CHECK(checks::letters_of("\u201cq\u201d \u2014 \u2264 \u00b1") == 1);
  CHECK(checks::letters_of("\u4e2d\u6587 \u0434\u0430") == 4);
}

TEST_CASE("the size of a part is what most of its letters have", "[checks]") {
  model::Line large = line(10), small = line(8), sign = line(5, "1 2 3");
  auto found = checks::find_undersized({&large, &small, &small, &sign}, 9, 0.025);
  CHECK(found.looked_at == 3);
  CHECK(found.lines.size() == 2);
  CHECK(found.share == Approx(2.0 / 3));
  CHECK(found.size == Approx(8));
}

TEST_CASE("expanded glyphs are no smaller type", "[checks]") {
  model::Line expanded = line(9.8);
  CHECK(checks::find_undersized({&expanded}, 10, 0.025).lines.empty());
}

TEST_CASE("a section set smaller comes alone, without its pages", "[checks]") {
  auto parts = checks::smaller_parts(paper_of(40, 20, 9), 0.04, 15);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].name == "section 1 \"\"");
  CHECK(parts[0].lines.size() == 20);
  CHECK(checks::smaller_parts(paper_of(40, 14, 9), 0.04, 15).empty());
  CHECK(checks::smaller_parts(paper_of(40, 20, 9.7), 0.04, 15).empty());
}

TEST_CASE("lines of another font are no smaller body", "[checks]") {
  model::Paper paper = paper_of(40, 20, 9);
  paper.document.fonts[0].name = "CMTT9";
  CHECK(checks::smaller_parts(paper, 0.04, 15).empty());
}

TEST_CASE("lines that are closer than the body's are found by their distances", "[checks]") {
  model::Paper paper = paper_of(40, 20, 10);
  for (std::size_t i = 40; i < 60; ++i)
    paper.measured.lines[i].baseline = 80 + 11.7 * static_cast<double>(i);
  auto parts = checks::tighter_parts(paper, 0.15, 15);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].value == Approx(11.7));
  CHECK(checks::tighter_parts(paper, 0.4, 15).empty());
}
