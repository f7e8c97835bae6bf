#include <catch2/catch.hpp>

#include <cmath>
#include <string>

#include "inspected.hpp"
#include "measure_builder.hpp"

using namespace building;
using model::Role;

namespace {

// Letters half as wide as they are high, at 45 degrees; their boxes hold what is turned.
void write_aslant(Builder& b, double x, double y, const std::string& text, double size) {
  const double step = 0.5 * size * std::sqrt(0.5);
  for (char c : text) {
    if (c != ' ') {
      b.write(x, y, std::string(1, c), size);
      model::Glyph& glyph = b.last();
      glyph.turn = model::Turn::askew;
      double up = size * std::sqrt(0.5);
      glyph.left = static_cast<float>(x - up), glyph.right = static_cast<float>(x + step);
      glyph.top = static_cast<float>(y - step - up), glyph.bottom = static_cast<float>(y);
    }
    x += step, y -= step;
  }
}

const model::Line* find_line(const model::Measured& m, const std::string& text) {
  for (const model::Line& line : m.lines) {
    if (line.text == text) return &line;
  }
  return nullptr;
}

model::Measured measured(const Builder& b) {
  return measure::measure(b.document, vocabulary());
}

}  // namespace

TEST_CASE("a word across the page is a mark, and changes nothing of what it lies over",
          "[measure]") {
  Builder plain, marked;
  full_page(plain);
  full_page(marked);
  write_aslant(marked, 150, 600, "DRAFT COPY", 90);
  auto without = measured(plain), with = measured(marked);
  const auto* mark = find_line(with, "DRAFT COPY");
  REQUIRE(mark);
  CHECK(mark->role == Role::stamp);
  CHECK(mark->visible);
  CHECK_FALSE(mark->counted);
  CHECK(with.sections.empty());
  CHECK(with.lines.size() == without.lines.size() + 1);
  CHECK(count_role(with, Role::body) == count_role(without, Role::body));
  CHECK(with.text_block->right == without.text_block->right);
  CHECK(with.body->lines == without.body->lines);
  CHECK(with.columns == without.columns);
}

TEST_CASE("labels that lean beside an axis are one line each and belong to the figure",
          "[measure]") {
  Builder b;
  full_page(b);
  for (int i = 0; i < 4; ++i) write_aslant(b, 150 + 20 * i, 300, "step " + std::to_string(i), 8);
  auto m = measured(b);
  for (int i = 0; i < 4; ++i) {
    const auto* label = find_line(m, "step " + std::to_string(i));
    REQUIRE(label);
    CHECK(label->role == Role::figure);
  }
}

TEST_CASE("a watermark over both columns leaves their order", "[measure]") {
  const std::string folder = DESKCHECK_SOURCE "/fixtures/cvpr-2026/";
  auto plain = inspected(folder + "clean.pdf", vocabulary());
  auto marked = inspected(folder + "watermark.pdf", vocabulary());
  model::Measured without = plain.paper->measured, with = marked.paper->measured;
  auto mark = std::remove_if(with.lines.begin(), with.lines.end(), [](const model::Line& line) {
    return line.text == "DRAFT ONLY" && line.role == Role::stamp;
  });
  CHECK(with.lines.end() - mark == with.pages);
  with.lines.erase(mark, with.lines.end());
  REQUIRE(with.lines.size() == without.lines.size());
  for (std::size_t i = 0; i < with.lines.size(); ++i) {
    CHECK(with.lines[i].text == without.lines[i].text);
    CHECK(with.lines[i].role == without.lines[i].role);
  }
}
