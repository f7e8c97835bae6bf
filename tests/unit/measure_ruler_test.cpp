#include <catch2/catch.hpp>

#include <string>

#include "measure/measure.hpp"
#include "measure_builder.hpp"

using namespace building;
using model::Role;

namespace {

model::Measured measured(const Builder& b) {
  return measure::measure(b.document, vocabulary());
}

std::string padded(int number) {
  std::string text = std::to_string(number);
  return std::string(3 - text.size(), '0') + text;
}

}  // namespace

TEST_CASE("numbers on the baselines are a ruler", "[measure]") {
  Builder b;
  int number = 1;
  for (int p = 0; p < 2; ++p) {
    b.page();
    for (int i = 0; i < 55; ++i, ++number) {
      double y = 81.96 + i * 10.909;
      std::string text = std::to_string(number);
      b.write(98 - 3 * static_cast<double>(text.size()), y, text, 5.978, sans);
      b.paragraph(108, y, 396, 1);
    }
  }
  auto m = measured(b);
  CHECK(m.line_numbers == true);
  CHECK(count_role(m, Role::ruler) == 110);
  CHECK(count_role(m, Role::body) == 110);
  CHECK(m.text_block->left == Approx(108));
}

TEST_CASE("numbers of their own step on both sides are a ruler", "[measure]") {
  Builder b;
  full_page(b);
  for (int i = 0; i < 54; ++i) b.write(26, 77 + 12 * i, padded(i), 9.963, sans);
  for (int i = 0; i < 54; ++i) b.write(570, 77 + 12 * i, padded(54 + i), 9.963, sans);
  auto m = measured(b);
  CHECK(m.line_numbers == true);
  CHECK(count_role(m, Role::ruler) == 108);
  CHECK(count_role(m, Role::body) == 58);
}

TEST_CASE("numbers that touch their lines are taken off the text", "[measure]") {
  Builder b;
  b.page();
  for (int i = 0; i < 50; ++i) {
    double y = 82 + i * 10.909;
    b.write(93, y, padded(100 + i), 9.963, sans);
    if (i == 30)
      b.write(108, y, "References", 11.955, bold);
    else
      b.paragraph(108, y, 396, 1);
  }
  auto m = measured(b);
  CHECK(m.line_numbers == true);
  REQUIRE(m.references);
  CHECK(m.sections.back().title == "References");
  CHECK(m.lines[0].text.substr(0, 3) == "the");
}

TEST_CASE("lists, tables and algorithms are no rulers", "[measure]") {
  Builder b;
  full_page(b);
  full_page(b);
  b.page();
  for (int i = 0; i < 30; ++i) {
    double y = 82 + i * 20;
    b.write(108, y, std::to_string(i + 1) + ".");
    b.fit(128, y, 376, "An entry of a bibliography that is numbered by digits and dots");
  }
  b.page();
  double y = b.paragraph(108, 82, 396, 20);
  for (int i = 0; i < 12; ++i, y += 11) {
    b.write(100, y, std::to_string(i + 1), 6.974);
    b.write(112, y, "x gets the value of y");
  }
  b.paragraph(108, y, 396, 20);
  auto m = measured(b);
  CHECK(m.line_numbers == false);
  CHECK(count_role(m, Role::ruler) == 0);
}
