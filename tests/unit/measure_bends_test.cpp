#include <cmath>
#include <set>

#include "inspected.hpp"
#include "measure_builder.hpp"

using model::Role;

namespace {

const std::string kFolder = std::string(DESKCHECK_SOURCE) + "/fixtures/bends/";

// What each paper of the folder measures, whatever stands on its pages beside its text: Times 10/12
// in one column of 360 points or two of 234.
struct Paper {
  const char* name;
  int columns;
  int main_end;              // page
  double fill;               // of the page, within a tenth
  int references, appendix;  // pages; 0: none
};

const Paper kPapers[] = {
    {"after-references", 2, 2, 0.5, 2, 0}, {"appendix-first", 1, 2, 0.26, 2, 2},
    {"appendix-wide", 2, 2, 0.5, 2, 3},    {"floats", 2, 4, 0.37, 4, 0},
    {"form-first", 1, 3, 0.84, 3, 0},      {"heads", 1, 3, 0.16, 3, 0},
    {"no-references", 1, 2, 1, 0, 0},      {"references-twice", 1, 2, 1, 2, 0},
    {"ruler-glued", 1, 2, 1, 2, 0},        {"stamps", 1, 3, 0.1, 3, 0},
};

model::Paper read(const std::string& name) {
  return *inspected(kFolder + name + ".pdf", building::vocabulary()).paper;
}

void check_type(const model::Measured& m) {
  REQUIRE(m.body);
  CHECK(m.body->font == "NimbusRomNo9L-Regu");
  CHECK(m.body->size == Approx(9.96));
  CHECK(m.body->leading.value_or(0) == Approx(11.955).margin(0.02));
  CHECK(m.body->share > 0.8);
  for (const model::PageLayout& layout : m.layouts) {
    if (layout.body_size) CHECK(*layout.body_size == Approx(9.96));
    if (layout.leading) CHECK(*layout.leading == Approx(11.955).margin(0.02));
  }
}

void check_limits(const model::Measured& m, const Paper& paper) {
  REQUIRE(m.main_end);
  CHECK(m.main_end->page == paper.main_end);
  CHECK(std::abs(m.main_end->fill - paper.fill) < 0.1);
  CHECK((m.references ? m.references->page : 0) == paper.references);
  CHECK((m.appendix ? m.appendix->page : 0) == paper.appendix);
}

std::set<std::string> words_of(const model::Measured& m, Role role) {
  std::set<std::string> words;
  for (const model::Line& line : m.lines)
    if (line.role == role) words.insert(line.text.substr(0, line.text.find(' ')));
  return words;
}

}  // namespace

TEST_CASE("nothing on a page bends the body's type, columns or limits", "[measure]") {
  for (const Paper& paper : kPapers) {
    INFO(paper.name);
    model::Measured m = read(paper.name).measured;
    check_type(m);
    check_limits(m, paper);
    CHECK(m.columns == paper.columns);
    REQUIRE(m.text_block);
    CHECK(m.text_block->left == Approx(paper.columns == 1 ? 126 : 63).margin(0.5));
    CHECK(m.line_numbers == (std::string(paper.name) == "ruler-glued"));
  }
}

TEST_CASE("each kind of float is one, and its program, list and note are told", "[measure]") {
  model::Measured m = read("floats").measured;
  for (const model::Line& line : m.lines) {
    bool is_cell = line.text.find("12.5") != line.text.npos || line.text.starts_with("This box") ||
                   line.text.starts_with("twice as wide");
    INFO(line.text);
    if (is_cell) CHECK(line.role == Role::figure);
  }
  CHECK(words_of(m, Role::code).count("Algorithm") == 1);
  CHECK(words_of(m, Role::code).count("count(line.below)") == 1);
  CHECK(building::count_role(m, Role::list_item) == 5);
  CHECK(building::count_role(m, Role::footnote) >= 2);
  CHECK(building::count_role(m, Role::abstract) == 2);
  CHECK(building::count_role(m, Role::reference) == 6);
}

TEST_CASE("an archive's stamp and a mark across the pages are stamps", "[measure]") {
  model::Measured m = read("stamps").measured;
  CHECK(words_of(m, Role::stamp) == std::set<std::string>{"DRAFT", "arXiv:2501.01234v1"});
  CHECK(building::count_role(m, Role::stamp) == m.pages + 1);
}

TEST_CASE("heads in capitals of two sizes are found, heads that run in are none", "[measure]") {
  model::Measured m = read("heads").measured;
  std::set<std::string> titles;
  for (const model::Section& section : m.sections) titles.insert(section.title);
  CHECK(titles == std::set<std::string>{"Abstract", "INTRODUCTION", "RELATED WORK",
                                        "ALL THAT HAS NO NUMBER", "CONCLUSION", "REFERENCES"});
}
