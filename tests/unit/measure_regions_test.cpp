#include <catch2/catch.hpp>

#include "measure/measure.hpp"
#include "measure_builder.hpp"

using namespace building;
using model::Role;

namespace {

model::Measured measured(const Builder& b) {
  return measure::measure(b.document, vocabulary());
}

// The role of the first line that begins so.
Role role_of(const model::Measured& m, const std::string& start) {
  for (const model::Line& line : m.lines)
    if (line.text.starts_with(start)) return line.role;
  FAIL("no line begins with " << start);
  return Role::body;
}

// The top of a first page: title, and the word above its abstract.
Builder first_page() {
  Builder b;
  b.page().write(200, 90, "A Study of Parts", 17.2, bold);
  return b;
}

}  // namespace

TEST_CASE("an abstract reaches from its heading to the first section", "[measure][regions]") {
  Builder b = first_page();
  b.write(280, 120, "Abstract", 11.955, bold);
  b.paragraph(140, 140, 330, 8);
  b.write(108, 250, "1 Introduction", 11.955, bold);
  b.paragraph(108, 270, 396, 20);
  b.page().paragraph(108, 80, 396, 40);
  auto m = measured(b);
  CHECK(count_role(m, Role::abstract) == 8);
  CHECK(count_role(m, Role::body) == 60);
}

TEST_CASE("an abstract that runs on from its word ends before the keywords", "[measure][regions]") {
  Builder b = first_page();
  b.write(108, 130, "Abstract.", 9.963, bold).fit(160, 130, 344, "we look for the parts of a page");
  b.paragraph(108, 140.909, 396, 4);
  b.write(108, 195, "Keywords: parts, pages");
  b.write(108, 250, "1 Introduction", 11.955, bold);
  b.paragraph(108, 270, 396, 30);
  auto m = measured(b);
  CHECK(count_role(m, Role::abstract) == 5);
  CHECK(role_of(m, "Keywords") == Role::body);
}

TEST_CASE("an abstract set apart ends where wider text begins", "[measure][regions]") {
  Builder b = first_page();
  b.write(280, 120, "Abstract", 11.955, bold);
  b.paragraph(128, 140, 356, 4, 8.966);
  b.paragraph(108, 200, 396, 20);
  b.page().write(108, 80, "1 Method", 11.955, bold);
  b.paragraph(108, 100, 396, 30);
  CHECK(count_role(measured(b), Role::abstract) == 4);
}

TEST_CASE("without a section behind it nothing says where an abstract ends", "[measure][regions]") {
  Builder b = first_page();
  b.write(280, 120, "Abstract", 11.955, bold);
  b.paragraph(140, 140, 330, 30);
  CHECK(count_role(measured(b), Role::abstract) == 0);
}

TEST_CASE("an abstract without its word stands between authors and keywords",
          "[measure][regions]") {
  Builder b = first_page();
  b.write(108, 110, "ANONYMOUS AUTHOR(S)");
  b.paragraph(108, 130, 396, 5, 8.966, 11);
  b.write(108, 195, "CCS Concepts: Computing methodologies", 8.966);
  b.write(108, 212, "Additional Key Words and Phrases: descent, averages", 8.966);
  b.write(108, 250, "1 Introduction", 11.955, bold);
  b.paragraph(108, 270, 396, 30);
  auto m = measured(b);
  CHECK(role_of(m, "ANONYMOUS") == Role::author);
  CHECK(count_role(m, Role::author) == 1);
  CHECK(count_role(m, Role::abstract) == 5);
  CHECK(role_of(m, "Additional") == Role::body);
}

TEST_CASE("keywords end the authors where the abstract is too short to be told from them",
          "[measure][regions]") {
  Builder b = first_page();
  b.write(108, 110, "ANONYMOUS AUTHOR(S)");
  b.paragraph(108, 130, 396, 2, 8.966, 11);
  b.write(108, 195, "ACM Reference Format:", 8.966, bold);
  b.write(108, 206, "Anonymous Author(s). 2026. A Study of Parts", 8.966);
  b.write(108, 250, "1 Introduction", 11.955, bold);
  b.paragraph(108, 270, 396, 30);
  auto m = measured(b);
  CHECK(count_role(m, Role::author) == 3);
  CHECK(role_of(m, "Anonymous Author(s)") == Role::body);
}

TEST_CASE("names that fill their lines are no abstract", "[measure][regions]") {
  Builder b = first_page();
  for (int i = 0; i < 3; ++i)
    b.fit(108, 110 + 11 * i, 396,
          "Ada Example and Ben Example at the University of Somewhere in Some Town", 8.966);
  b.write(280, 170, "Abstract", 11.955, bold);
  b.paragraph(140, 190, 330, 4);
  b.write(108, 250, "1 Introduction", 11.955, bold);
  b.paragraph(108, 270, 396, 30);
  CHECK(count_role(measured(b), Role::author) == 3);
}

TEST_CASE("a column without type of the body is no margin", "[measure][regions]") {
  Builder b;
  b.page().write(54, 90, "A Study of Parts and of the Columns in Which They Stand", 17.2);
  b.write(54, 110, "ADA EXAMPLE");
  b.paragraph(54, 130, 240, 40, 7.97, 10);
  b.write(318, 130, "1 Introduction", 10.91, bold);
  b.paragraph(318, 150, 240, 38, 8.966, 11);
  b.page().paragraph(54, 80, 240, 50, 8.966, 11);
  b.paragraph(318, 80, 240, 50, 8.966, 11);
  auto m = measured(b);
  CHECK(count_role(m, Role::margin_note) == 0);
  CHECK(count_role(m, Role::abstract) == 40);
}

TEST_CASE("items hang from their marks, over formulas and columns", "[measure][regions]") {
  Builder b;
  b.page();
  double y = b.paragraph(108, 81.96, 396, 20) + 4;
  b.write(122, y, "1.").fit(134, y, 370, "the first item is longer than a line, and so it goes on");
  b.fit(134, y + 10.909, 200, "under its own first word");
  b.write(250, y + 28, "x=y+z", 9.963, math);
  b.fit(134, y + 46, 370, "and on behind a formula until it ends");
  b.write(122, y + 60, "2.").write(134, y + 60, "the second is short");
  b.paragraph(108, y + 80, 396, 10);
  auto m = measured(b);
  CHECK(count_role(m, Role::list_item) == 4);
  CHECK(count_role(m, Role::display) == 1);
  CHECK(count_role(m, Role::body) == 30);
}

TEST_CASE("an item goes on behind the notes of its column", "[measure][regions]") {
  Builder b;
  b.page();
  double y = b.paragraph(108, 81.96, 396, 40);
  b.write(122, y, "1.").fit(134, y, 370, "the only item is longer than its column, and so it goes");
  b.fit(134, y + 10.909, 370,
        "under its own first word until the column ends, and in the next one");
  b.rule(108, 680, 251).write(118, 687, "1", 5.978).write(122, 690, "A note stands below.", 8.966);
  b.page().fit(134, 81.96, 370,
               "there is the rest of what it says, which hangs as far as it did before");
  b.paragraph(108, 92.869, 396, 30);
  auto m = measured(b);
  CHECK(count_role(m, Role::footnote) == 1);
  CHECK(count_role(m, Role::list_item) == 3);
}

TEST_CASE("a paragraph that begins with a number or a dash is no item", "[measure][regions]") {
  Builder b;
  b.page();
  double y = b.paragraph(108, 81.96, 396, 20);
  b.fit(108, y, 396, "(3) and (4) are what a sentence may begin with at the edge of its column");
  y = b.paragraph(108, y + 10.909, 396, 10);
  b.fit(108, y, 396, "- what a dash parts may go on in the line below it and mean no list at all");
  b.paragraph(108, y + 10.909, 396, 10);
  CHECK(count_role(measured(b), Role::list_item) == 0);
}

TEST_CASE("lines in a row in typewriter are code, one in the text is not", "[measure][regions]") {
  Builder b;
  b.page();
  double y = b.paragraph(108, 81.96, 396, 20);
  b.write(108, y, "https://example.org/a/long/address", 9.963, typewriter);
  y = b.paragraph(108, y + 10.909, 396, 10) + 8;
  for (int i = 0; i < 4; ++i) b.write(120, y + 11 * i, "count(line.below)", 9.963, typewriter);
  b.paragraph(108, y + 60, 396, 10);
  auto m = measured(b);
  CHECK(count_role(m, Role::code) == 4);
  CHECK(role_of(m, "https") == Role::body);
}

TEST_CASE("what stands between the rules of an algorithm is code, its title too",
          "[measure][regions]") {
  Builder b;
  b.page().rule(108, 80, 504).write(108, 90, "Algorithm 1", 8.966, bold);
  b.write(165, 90, "Find the leading", 8.966).rule(108, 94, 504);
  for (int i = 0; i < 6; ++i)
    b.fit(120, 106 + 10 * i, 380, "for each of the lines of the page that are of its text do",
          9.963);
  b.rule(108, 160, 504);
  b.fit(108, 185, 396,
        "Algorithm 1 counts the distances of lines from the top of the page to its end");
  b.paragraph(108, 195.909, 396, 30);
  auto m = measured(b);
  CHECK(count_role(m, Role::code) == 7);
  CHECK(role_of(m, "Algorithm 1 counts") == Role::body);
  CHECK(role_of(m, "Algorithm 1 Find") == Role::code);
  CHECK_FALSE(m.sizes.caption);
  CHECK(*m.body->leading == Approx(10.909).margin(0.01));
}

TEST_CASE("a paragraph about an algorithm under the rule of a head is text", "[measure][regions]") {
  Builder b;
  for (int i = 0; i < 3; ++i) {
    b.page().rule(108, 72, 504).rule(108, 740, 504);
    b.fit(108, 81.96, 396, "Algorithm 1. Let us say what it does before we say why it does it so");
    b.paragraph(108, 92.869, 396, 50);
  }
  CHECK(count_role(measured(b), Role::code) == 0);
}

TEST_CASE("numbered steps are code without rules or title", "[measure][regions]") {
  Builder b;
  b.page();
  double y = b.paragraph(108, 81.96, 396, 30) + 10;
  for (int i = 1; i <= 4; ++i)
    b.write(120, y + 10.909 * i, std::to_string(i) + ": take the next line of the page");
  b.paragraph(108, y + 70, 396, 10);
  CHECK(count_role(measured(b), Role::code) == 4);
}

TEST_CASE("entries are what stands below the heading of the references", "[measure][regions]") {
  Builder b;
  b.page().write(108, 80, "1 Introduction", 11.955, bold);
  b.paragraph(108, 100, 396, 40);
  b.page().write(108, 80, "References", 11.955, bold);
  double y = entries(b, 100, 6);
  b.write(108, y + 20, "A Proofs", 11.955, bold);
  b.paragraph(108, y + 40, 396, 10);
  auto m = measured(b);
  CHECK(count_role(m, Role::reference) == 12);
  CHECK(count_role(m, Role::body) == 50);
}

TEST_CASE("turned text in the margin is a stamp, upright text there a note", "[measure][regions]") {
  Builder b;
  full_page(b);
  std::size_t begin = b.glyphs();
  b.write(0, 0, "arXiv:2501.01234v1 [cs.DL] 1 Jan 2025", 20).turn(begin, 20, 560);
  b.write(535, 300, "ask them", 8);
  auto m = measured(b);
  CHECK(role_of(m, "arXiv") == Role::stamp);
  CHECK(role_of(m, "ask them") == Role::margin_note);
}

TEST_CASE("what stands in the margin of several pages is a stamp", "[measure][regions]") {
  Builder b;
  for (int i = 0; i < 4; ++i) {
    full_page(b);
    b.write(520, 400, "COPY", 8);
  }
  CHECK(count_role(measured(b), Role::stamp) == 4);
}

TEST_CASE("drop capitals are no stamp", "[measure][regions]") {
  Builder b;
  full_page(b);
  for (int i = 0; i < 3; ++i) b.write(108, 200 + 150 * i, "T", 30);
  auto m = measured(b);
  CHECK(count_role(m, Role::stamp) == 0);
  CHECK(m.lines.front().role == Role::body);
}

TEST_CASE("a pale word over the lines is a stamp, a large title is none", "[measure][regions]") {
  Builder b;
  b.page().write(150, 60, "A Large Title", 32, bold);
  b.write(108, 90, "1 Introduction", 11.955, bold);
  b.paragraph(108, 110, 396, 50);
  std::size_t begin = b.glyphs();
  b.write(150, 400, "DRAFT", 60);
  for (std::size_t i = begin; i < b.glyphs(); ++i) b.document.pages[0].glyphs[i].color = 0xd0d0d0;
  auto m = measured(b);
  CHECK(role_of(m, "DRAFT") == Role::stamp);
  CHECK(role_of(m, "A Large Title") == Role::title);
  CHECK(m.sizes.title == Approx(32));
}

TEST_CASE("words and numbers beside a formula are pieces of it", "[measure][regions]") {
  Builder b;
  b.page();
  double y = b.paragraph(108, 81.96, 396, 20) + 10;
  b.write(200, y, "x=y+z", 9.963, math).write(280, y, "otherwise").write(488, y, "(12)");
  b.paragraph(108, y + 22, 396, 10);
  auto m = measured(b);
  CHECK(role_of(m, "otherwise") == Role::display);
  CHECK(role_of(m, "(12)") == Role::display);
  CHECK(count_role(m, Role::body) == 30);
}

TEST_CASE("rows between the rules of a table are cells however wide they are",
          "[measure][regions]") {
  Builder b;
  b.page();
  for (double x : {63.0, 315.0}) b.paragraph(x, 300, 234, 30, 9.963, 11.955);
  b.write(180, 90, "Table 1: What stands across the columns.", 9);
  b.rule(100, 100, 500);
  for (int i = 0; i < 10; ++i) {
    b.fit(110, 112 + 10 * i, 190, "the left half of a row is a sentence", 9.963);
    b.fit(320, 112 + 10 * i, 170, "and its right half one more", 9.963);
  }
  b.rule(100, 210, 500);
  auto m = measured(b);
  CHECK(count_role(m, Role::figure) == 20);
  CHECK(*m.body->leading == Approx(11.955).margin(0.01));
}

TEST_CASE("a bold head of a table is no heading", "[measure][regions]") {
  Builder b = first_page();
  b.write(108, 130, "1 Introduction", 11.955, bold);
  b.paragraph(108, 150, 396, 30);
  b.write(240, 510, "Table 1: Numbers of the data.", 9);
  b.write(250, 530, "Dataset Result", 9.963, bold);
  for (int i = 0; i < 4; ++i)
    b.write(250, 545 + 12 * i, "Data").write(320, 545 + 12 * i, "0.12345");
  auto m = measured(b);
  CHECK(role_of(m, "Dataset") == Role::figure);
  CHECK(count_role(m, Role::figure) == 9);
  CHECK(m.sections.size() == 1);
}

TEST_CASE("the short last line of a caption across the columns is caption", "[measure][regions]") {
  Builder b;
  b.page();
  for (double x : {63.0, 315.0}) b.paragraph(x, 300, 234, 30, 9.963, 11.955);
  b.fit(63, 200, 486, "Figure 1: What is seen here reaches across both of the columns of the page",
        9);
  b.write(63, 210, "and ends below.", 9);
  CHECK(count_role(measured(b), Role::caption) == 2);
}
