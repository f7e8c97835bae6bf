#include <catch2/catch.hpp>

#include "check_box.hpp"
#include "measure/drawings.hpp"

namespace {

using model::InkKind;

model::Ink ink(model::Box box, InkKind kind = InkKind::fill, model::Color color = 0) {
  model::Ink it;
  it.box = box;
  it.kind = kind;
  it.color = color;
  return it;
}

model::Document document_of(std::vector<model::Ink> inks, std::size_t pages = 1) {
  model::Document document;
  document.pages.resize(pages);
  for (model::Page& page : document.pages) page.size = {612, 792};
  document.pages[0].inks = std::move(inks);
  return document;
}

}  // namespace

TEST_CASE("ink that stands close is one drawing", "[measure]") {
  auto found = measure::find_drawings(document_of(
      {ink({100, 100, 110, 110}), ink({112, 100, 120, 110}), ink({300, 300, 310, 310})}));
  REQUIRE(found.size() == 2);
  check_box(found[0].box, 100, 100, 120, 110);
}

TEST_CASE("two drawings that a third one joins are one", "[measure]") {
  auto found =
      measure::find_drawings(document_of({ink({100, 100, 110, 110}), ink({150, 100, 160, 110}),
                                          ink({108, 100, 152, 110}, InkKind::image)}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == model::DrawingKind::picture);
  check_box(found[0].box, 100, 100, 160, 110);
}

TEST_CASE("what cannot be seen is no drawing", "[measure]") {
  model::Ink faint = ink({100, 100, 200, 200});
  faint.opacity = 5;
  auto found = measure::find_drawings(
      document_of({faint, ink({100, 100, 200, 200}, InkKind::fill, 0xffffff), ink({0, 0, 612, 792}),
                   ink({5, 5, 600, 780}, InkKind::image, model::kUnknownColor),
                   ink({100, 100, 106, 110}, InkKind::glyph), ink({-50, 100, -10, 120})}));
  CHECK(found.empty());
}

TEST_CASE("what stands at one place of several pages is furniture", "[measure]") {
  model::Document document = document_of({}, 4);
  for (model::Page& page : document.pages) page.inks = {ink({50, 50, 560, 51})};
  document.pages[2].inks.push_back(ink({50, 300, 560, 301}));
  auto found = measure::find_drawings(document);
  REQUIRE(found.size() == 1);
  CHECK(found[0].page == 3);
}

TEST_CASE("a rule of a table is a line", "[measure]") {
  model::Ink rule = ink({50, 50, 560, 50.4}, InkKind::stroke);
  rule.is_rectangle = true;
  auto found = measure::find_drawings(document_of({rule}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == model::DrawingKind::line);
}
