#include "checks/extent.hpp"

#include <catch2/catch.hpp>

#include "checks/parts.hpp"

namespace {

using Catch::Matchers::WithinAbs;
using model::Line;
using model::Role;

// A block of 600 pt, so that a line of 10 pt is a sixtieth of a page.
model::Measured measured_in(int columns) {
  model::Measured measured;
  measured.columns = columns;
  measured.text_block = model::Box{100, 100, 500, 700};
  measured.body.emplace().leading = 12;
  return measured;
}

Line line_at(int page, double top, double bottom, int column = 0) {
  Line line;
  line.page = page;
  line.column = column;
  line.box = {100, top, 500, bottom};
  return line;
}

double taken(const std::vector<Line>& all, const model::Measured& measured) {
  checks::Lines lines;
  for (const Line& line : all) lines.push_back(&line);
  return checks::pages_taken(lines, measured);
}

model::Measured paper_of(const std::vector<std::pair<Role, std::string>>& texts) {
  model::Measured measured;
  for (const auto& [role, text] : texts) {
    Line line;
    line.page = 1;
    line.role = role;
    line.text = text;
    line.counted = role != Role::title;
    measured.lines.push_back(line);
  }
  return measured;
}

int words_of(const model::Measured& measured, std::string_view part) {
  return checks::size_of(checks::lines_of_part(measured, part), false);
}

}  // namespace

TEST_CASE("the room of lines adds up over pages and columns", "[checks]") {
  auto one = measured_in(1), two = measured_in(2);
  // From the middle of a page to the middle of the next.
  CHECK_THAT(taken({line_at(1, 400, 410), line_at(1, 690, 700), line_at(2, 100, 110),
                    line_at(2, 390, 400)},
                   one),
             WithinAbs(1, 1e-9));
  CHECK_THAT(taken({line_at(1, 100, 700, 0), line_at(1, 100, 400, 1)}, two), WithinAbs(0.75, 1e-9));
  // What spans both columns takes room in both.
  CHECK_THAT(taken({line_at(1, 100, 400, -1)}, two), WithinAbs(0.5, 1e-9));
  CHECK(taken({}, one) == 0);
  CHECK(taken({line_at(1, 100, 400)}, model::Measured()) == 0);
}

TEST_CASE("pages read in lines of the body's leading", "[checks]") {
  auto measured = measured_in(1);
  CHECK(checks::extent_in_lines(1, measured) == "1 page");
  CHECK(checks::extent_in_lines(1.1, measured) == "1 page and 5 lines");
  CHECK(checks::extent_in_lines(0.2, measured) == "10 lines");
  CHECK(checks::extent_in_lines(2.02, measured) == "2 pages and 1 line");
  measured.body.reset();
  CHECK(checks::extent_in_lines(1.1, measured) == "1 page and 5 lines");
}

TEST_CASE("the abstract goes from its heading to the next", "[checks]") {
  auto headed = paper_of({{Role::title, "A Title of Five Words"},
                          {Role::heading, "ABSTRACT"},
                          {Role::body, "We show that the loss de-"},
                          {Role::body, "creases with the layers."},
                          {Role::heading, "1 Introduction"},
                          {Role::body, "Much was said before."}});
  CHECK(words_of(headed, "abstract") == 9);
  CHECK(words_of(headed, "title") == 5);
  CHECK(checks::size_of(checks::lines_of_part(headed, "title"), true) == 21);
  auto run_in = paper_of({{Role::body, "Abstract—We show it."}, {Role::heading, "1 Introduction"}});
  CHECK(words_of(run_in, "abstract") == 3);
  auto spoken_of = paper_of({{Role::body, "Abstract ideas are hard."}, {Role::heading, "1 Now"}});
  CHECK(checks::lines_of_part(spoken_of, "abstract").empty());
}

TEST_CASE("an abstract without an end is none", "[checks]") {
  std::vector<std::pair<Role, std::string>> texts = {{Role::heading, "Abstract"}};
  texts.resize(90, {Role::body, "and so on and on."});
  CHECK(checks::lines_of_part(paper_of(texts), "abstract").empty());
}

TEST_CASE("words over two lines are told from hyphens that stay", "[checks]") {
  auto words = [](const char* first, const char* second) {
    return words_of(paper_of({{Role::body, first}, {Role::body, second}}), "body");
  };
  CHECK(words("of the de-", "creasing loss") == 4);
  CHECK(words("of the", "loss") == 3);
  CHECK(words("from A-", "B to C") == 5);
}
