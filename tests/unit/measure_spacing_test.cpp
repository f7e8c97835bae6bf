#include <catch2/catch.hpp>

#include "measure/measure.hpp"
#include "measure_builder.hpp"

using building::Builder;
using building::vocabulary;
using model::SpacingKind;

namespace {

std::vector<double> distances(const model::Measured& m, SpacingKind kind) {
  std::vector<double> found;
  for (const model::Spacing& spacing : m.spacings)
    if (spacing.kind == kind) found.push_back(spacing.distance);
  return found;
}

// A heading between two paragraphs, and a caption below a drawing.
model::Measured measure_page() {
  Builder b;
  b.page().write(150, 60, "A Study of Space", 17.2, building::bold);
  b.write(108, 80, "1 Introduction", 11.955, building::bold);
  double y = b.paragraph(108, 100, 396, 10);
  b.write(108, y + 12, "2 Method", 11.955, building::bold);
  y = b.paragraph(108, y + 30, 396, 10);
  model::Ink drawing;
  drawing.box = {150, y + 10, 450, y + 110};
  b.document.pages.back().inks.push_back(drawing);
  b.write(108, y + 128, "Figure 1: What was seen.", 9.0);
  b.paragraph(108, y + 150, 396, 20);
  return measure::measure(b.document, vocabulary());
}

}  // namespace

TEST_CASE("space around headings and floats is measured", "[measure]") {
  model::Measured m = measure_page();
  auto above = distances(m, SpacingKind::heading_above);
  REQUIRE(above.size() == 1);
  CHECK(above[0] == Approx(10.909 + 12).margin(0.01));
  auto below = distances(m, SpacingKind::heading_below);
  REQUIRE(below.size() == 2);
  CHECK(below[0] == Approx(20).margin(0.01));
  CHECK(below[1] == Approx(18).margin(0.01));
  REQUIRE(distances(m, SpacingKind::float_above).size() == 1);
  CHECK(distances(m, SpacingKind::float_above)[0] == Approx(10.909 + 10).margin(0.01));
  REQUIRE(distances(m, SpacingKind::caption_above).size() == 1);
  CHECK(distances(m, SpacingKind::caption_above)[0] == Approx(18).margin(0.01));
  REQUIRE(distances(m, SpacingKind::float_below).size() == 1);
  CHECK(distances(m, SpacingKind::float_below)[0] == Approx(22).margin(0.01));
  for (const model::Spacing& spacing : m.spacings)
    CHECK(m.lines[static_cast<std::size_t>(spacing.line)].page == 1);
}

TEST_CASE("a page shows how far it is filled and in which type", "[measure]") {
  Builder b;
  b.page().paragraph(108, 81.96, 396, 58);
  b.page().paragraph(108, 81.96, 396, 59, 9.963, 10.69);
  model::Measured m = measure::measure(b.document, vocabulary());
  REQUIRE(m.layouts[0].fills.size() == 1);
  CHECK(m.layouts[0].fills[0].lines == 58);
  CHECK(m.layouts[0].fills[0].first == Approx(81.96).margin(0.01));
  CHECK(m.layouts[0].leading.value() == Approx(10.909).margin(0.01));
  CHECK(m.layouts[1].leading.value() == Approx(10.69).margin(0.01));
  // One line more is set the tighter way.
  CHECK(m.body->leading.value() == Approx(10.69).margin(0.01));
}

TEST_CASE("a stretch of 0.98 shows though half of the text has none", "[measure]") {
  Builder b;
  b.page().paragraph(108, 81.96, 396, 30);
  b.page().paragraph(108, 81.96, 396, 30, 9.963, 10.69);
  model::Measured m = measure::measure(b.document, vocabulary());
  CHECK(m.body->leading.value() == Approx(10.69).margin(0.01));
}

namespace {

void draw(Builder& b, double top, double height) {
  model::Ink ink;
  ink.box = {108, top, 504, top + height};
  b.document.pages.back().inks.push_back(ink);
}

}  // namespace

TEST_CASE("the first row of a table below its caption is no text below a float", "[measure]") {
  Builder b;
  double y = b.page().paragraph(108, 81.96, 396, 20);
  b.write(108, y + 30, "Table 1: What was counted.", 9.0);
  draw(b, y + 36, 0.8);
  b.paragraph(108, y + 48, 396, 3);
  draw(b, y + 76, 0.8);
  b.paragraph(108, y + 100, 396, 20);
  model::Measured m = measure::measure(b.document, vocabulary());
  CHECK(distances(m, SpacingKind::float_below).empty());
  CHECK(distances(m, SpacingKind::caption_above).empty());
}

TEST_CASE("the head of an algorithm keeps its distance from its rules", "[measure]") {
  Builder b;
  b.page();
  draw(b, 62, 0.8);
  b.write(108, 73, "Algorithm 1 How it is done.", 9.963, building::bold);
  draw(b, 77, 0.4);
  b.paragraph(108, 89, 396, 8);
  b.paragraph(108, 300, 396, 20);
  model::Measured m = measure::measure(b.document, vocabulary());
  CHECK(distances(m, SpacingKind::caption_above).empty());
  CHECK(distances(m, SpacingKind::float_below).empty());
}

TEST_CASE("accents, pieces of lines and second lines of items begin no paragraph", "[measure]") {
  Builder b;
  double y = b.page().paragraph(108, 81.96, 396, 10);
  b.write(300, y + 8.4, "\xcb\x9c", 9.963);
  y = b.paragraph(108, y + 10.909, 396, 10);
  b.write(134, y + 22,
          "\xe2\x80\xa2 what an item says and says again until its line is as full as lines",
          9.963);
  b.write(144, y + 33, "are, and so it goes on and ends where it wants to end after a while",
          9.963);
  b.paragraph(108, y + 55, 396, 10);
  model::Measured m = measure::measure(b.document, vocabulary());
  // The last one begins below the list.
  REQUIRE(distances(m, SpacingKind::paragraph).size() == 1);
  CHECK(distances(m, SpacingKind::paragraph)[0] == Approx(22).margin(0.01));
}

TEST_CASE("the head of an abstract that is set narrower has space of its own", "[measure]") {
  Builder b;
  b.page().write(270, 80, "Abstract", 11.955, building::bold);
  double y = b.paragraph(144, 95, 324, 8);
  b.write(108, y + 20, "1 Introduction", 11.955, building::bold);
  b.paragraph(108, y + 42, 396, 30);
  model::Measured m = measure::measure(b.document, vocabulary());
  REQUIRE(distances(m, SpacingKind::heading_below).size() == 1);
  CHECK(distances(m, SpacingKind::heading_below)[0] == Approx(22).margin(0.01));
}

TEST_CASE("a page of pictures alone has no distances between lines", "[measure]") {
  Builder b;
  for (int i = 0; i < 3; ++i) b.page().paragraph(108, 81.96, 396, 58);
  b.page();
  model::Ink drawing;
  drawing.box = {150, 110, 450, 410};
  b.document.pages.back().inks.push_back(drawing);
  model::Measured m = measure::measure(b.document, vocabulary());
  CHECK(m.pages == 4);
  CHECK(m.spacings.empty());
}
