#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "measure/measure.hpp"
#include "measure_builder.hpp"

using namespace building;
using model::Role;
using Titles = std::vector<std::string>;

namespace {

constexpr double kHead = 11.955;
constexpr double kText = 9.963;

Titles titles(const Builder& b) {
  Titles found;
  for (const model::Section& s : measure::measure(b.document, vocabulary()).sections)
    found.push_back(s.number.empty() ? s.title : s.number + " " + s.title);
  return found;
}

// A heading with its paragraph; the next baseline.
double section(Builder& b, double y, const std::string& title, double size = kHead,
               Face face = bold) {
  b.write(108, y, title, size, face);
  return b.paragraph(108, y + 20, 396, 8) + 18;
}

// Three sections, each with the place that a link leads to.
double linked(Builder& b) {
  b.page();
  double y = 100;
  for (const char* title : {"1 Introduction", "2 Method", "3 Results"}) {
    b.document.destinations.push_back({std::string("section.") + title[0], 1, y - 14});
    y = section(b, y, title);
  }
  return y;
}

void rule(Builder& b, double y, double left = 108, double right = 504) {
  b.document.pages.back().inks.push_back(
      {{left, y, right, y + 0.6}, model::InkKind::fill, true, 255, false, 0, 0});
}

}  // namespace

TEST_CASE("bold lines are no headings where all headings but them have places", "[measure]") {
  Builder b;
  double y = linked(b);
  b.write(108, y, "Model Accuracy", kText, bold);
  y = b.paragraph(108, y + 20, 396, 4) + 18;
  b.document.destinations.push_back({"section*.5", 1, y - 12});
  section(b, y, "Training Details", kText);
  b.document.destinations.push_back({"section.4", 2, 80});
  b.page();
  section(b, 94, "4 Conclusion");
  CHECK(titles(b) ==
        Titles{"1 Introduction", "2 Method", "3 Results", "Training Details", "4 Conclusion"});
  b.document.destinations.clear();
  CHECK(titles(b) == Titles{"1 Introduction", "2 Method", "3 Results", "Model Accuracy",
                            "Training Details", "4 Conclusion"});
}

TEST_CASE("the head of a table between its rules is no heading", "[measure]") {
  Builder b;
  b.page();
  double y = section(b, 100, "1 Introduction");
  y = section(b, y, "2 Method");
  rule(b, y - 12);
  b.write(260, y, "Model Accuracy", kText, bold);
  rule(b, y + 4);
  b.paragraph(108, y + 30, 396, 8);
  CHECK(titles(b) == Titles{"1 Introduction", "2 Method"});
}

TEST_CASE("bold words that open a paragraph, and bold sentences, are no headings", "[measure]") {
  Builder b;
  b.page();
  double y = section(b, 100, "1 Introduction");
  y = section(b, y, "2 Method");
  b.fit(108, y, 340, "Convergence of the averages on separable problems in theory", kText, bold);
  b.fit(452, y, 52, "where they", kText);
  y = b.paragraph(108, y + 10.909, 396, 4) + 18;
  b.fit(108, y, 396, "Please do not send us papers whose names have been left in them and do not",
        kText, bold);
  b.paragraph(108, y + 10.909, 396, 4);
  CHECK(titles(b) == Titles{"1 Introduction", "2 Method"});
}

TEST_CASE("slanted headings are found by their letters and by the places that lead to them",
          "[measure]") {
  Builder b;
  b.page();
  double y = section(b, 100, "I. INTRODUCTION", kText, roman);
  y = section(b, y, "II. METHOD", kText, roman);
  b.document.destinations.push_back({"subsection.2.1", 1, y - 10});
  y = section(b, y, "A. Setting of the search", kText, italic);
  y = section(b, y, "III. RESULTS", kText, roman);
  auto sections = measure::measure(b.document, vocabulary()).sections;
  REQUIRE(sections.size() == 4);
  CHECK(sections[2].title == "Setting of the search");
  CHECK(sections[2].level == 2);
  CHECK(sections[2].class_id == "body");
  b.document.destinations.clear();
  CHECK(titles(b).size() == 4);
}

TEST_CASE("a place at the foot of a page leads to the head of the next", "[measure]") {
  Builder b;
  double y = linked(b);
  b.paragraph(108, y, 396, 20);
  b.document.destinations.push_back({"subsection.3.1", 1, 715});
  b.page();
  section(b, 94, "3.1 Second Setting", kText, roman);
  b.document.destinations.push_back({"section.4", 2, 600});
  CHECK(titles(b).back() == "3.1 Second Setting");
}

TEST_CASE("an entry of the outline marks its heading, not the same words in a table", "[measure]") {
  Builder b;
  double y = linked(b);
  b.document.outline.push_back({"Chosen Averages", 2, 1, y - 12});
  b.write(108, y, "Chosen Averages", kText, italic);
  y = b.paragraph(108, y + 20, 396, 4) + 60;
  b.write(200, y, "Chosen Averages", kText, roman);
  b.paragraph(108, y + 30, 396, 2);
  CHECK(titles(b) == Titles{"1 Introduction", "2 Method", "3 Results", "Chosen Averages"});
}

TEST_CASE("squeezed headings without numbers are told by their size and place", "[measure]") {
  Builder b;
  b.page();
  double y = 100;
  for (const char* title : {"Introduction", "The Length of a Walk", "Experiments"}) {
    const std::string words = title;
    b.write(306 - 0.25 * kHead * static_cast<double>(words.size()), y, words, kHead, bold);
    y = b.paragraph(108, y + 12, 396, 8) + 1.5;
  }
  b.write(108, y, "Small Walks", 10.909, bold);
  b.paragraph(108, y + 12, 396, 8);
  auto m = measure::measure(b.document, vocabulary());
  REQUIRE(m.sections.size() == 4);
  CHECK(m.sections[1].title == "The Length of a Walk");
  CHECK(m.sections[3].level == 2);
  int above = 0;
  for (const model::Spacing& space : m.spacings)
    above += space.kind == model::SpacingKind::heading_above;
  CHECK(above == 3);
}

TEST_CASE("an appendix without a title is called one", "[measure]") {
  Builder b;
  b.page();
  double y = section(b, 100, "1 Introduction");
  y = section(b, y, "2 Method");
  b.write(108, y, "References", kHead, bold);
  y = entries(b, y + 20, 5) + 18;
  y = section(b, y, "Appendix A.");
  b.write(108, y, "Appendix B: More Walks", kHead, bold);
  b.paragraph(108, y + 20, 396, 8);
  auto sections = measure::measure(b.document, vocabulary()).sections;
  REQUIRE(sections.size() == 5);
  CHECK(sections[3].title == "Appendix");
  CHECK(sections[3].number == "A");
  CHECK(sections[3].class_id == "appendix");
  CHECK(sections[4].title == "More Walks");
}

TEST_CASE("headings of the first page are neither its title nor its authors", "[measure]") {
  Builder b;
  b.page();
  double y = section(b, 100, "2. Method");
  section(b, y, "3. Results");
  auto m = measure::measure(b.document, vocabulary());
  CHECK(count_role(m, Role::title) == 0);
  CHECK(m.sections.size() == 2);

  Builder titled;
  titled.page();
  titled.write(200, 100, "A Paper on Walks", 17.215, bold);
  titled.write(270, 140, "Ada Author", kHead, roman);
  y = section(titled, 200, "Motivation");
  section(titled, y, "Averages");
  m = measure::measure(titled.document, vocabulary());
  CHECK(count_role(m, Role::title) == 1);
  CHECK(count_role(m, Role::author) == 1);
  REQUIRE(m.sections.size() == 2);
  CHECK(m.sections[0].title == "Motivation");
}

TEST_CASE("pages that are forms themselves have titles too", "[measure]") {
  Builder b;
  b.page();
  b.write(200, 100, "A Paper on Walks", 17.215, bold);
  b.write(270, 140, "Ada Author");
  section(b, 200, "1 Introduction");
  for (model::Glyph& glyph : b.document.pages[0].glyphs) glyph.in_form = true;
  auto m = measure::measure(b.document, vocabulary());
  CHECK(count_role(m, Role::title) == 1);
  CHECK(count_role(m, Role::author) == 1);
}

TEST_CASE("root signs hang from their baseline", "[measure]") {
  Builder b;
  b.document.fonts.push_back({"CMEX10", "Type 1", true, true, true, 0, 0});
  b.page().write(300, 72.96, "p", kText);
  b.last().font = static_cast<std::uint16_t>(b.document.fonts.size() - 1);
  b.paragraph(108, 81.96, 396, 20);
  auto m = measure::measure(b.document, vocabulary());
  CHECK(m.lines.front().text == "p");
  CHECK(m.lines.front().box.top == Approx(72.96 - 0.04 * kText).margin(0.01));
}

TEST_CASE("sections of other languages are known by the words of packs, accents painted apart",
          "[measure]") {
  auto words = vocabulary();
  words.sections[0].words = {"References", "Références"};
  words.sections[1].words = {"Appendix", "Anhang"};
  Builder b;
  b.page();
  double y = section(b, 100, "1 Introduction");
  y = section(b, y, "2 Méthode");
  b.write(108, y, "Re´fe´rences", kHead, bold);
  y = entries(b, y + 20, 5) + 18;
  section(b, y, "Anhang A. Beweise");
  auto sections = measure::measure(b.document, words).sections;
  REQUIRE(sections.size() == 4);
  CHECK(sections[2].class_id == "references");
  CHECK(sections[3].class_id == "appendix");
  CHECK(sections[3].title == "Beweise");
  CHECK(sections[3].number == "A");
}

TEST_CASE("words of sections in a table's head and in a sentence begin no section", "[measure]") {
  Builder b;
  b.page();
  double y = section(b, 100, "1 Introduction");
  y = section(b, y, "2 Method");
  rule(b, y - 12);
  b.write(260, y, "References", kText, bold);
  rule(b, y + 4);
  y = b.paragraph(108, y + 30, 396, 4);
  b.write(108, y, "Appendix A. Title of Appendix.", kText, bold);
  b.paragraph(108, y + 10.909, 396, 4);
  CHECK(titles(b) == Titles{"1 Introduction", "2 Method"});
}

TEST_CASE("a heading right below that of a whole section is its own", "[measure]") {
  Builder b;
  b.page();
  double y = section(b, 100, "Introduction");
  y = section(b, y, "Method");
  b.write(280, y, "Appendix", kHead, bold);
  b.write(286, y + 13, "Proofs", kHead, bold);
  b.paragraph(108, y + 33, 396, 8);
  CHECK(titles(b) == Titles{"Introduction", "Method", "Appendix", "Proofs"});
}
