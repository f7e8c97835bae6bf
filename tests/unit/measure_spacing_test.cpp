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
