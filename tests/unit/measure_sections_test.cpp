#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "measure/measure.hpp"
#include "measure_builder.hpp"

using namespace building;
using model::Role;
using Ids = std::vector<std::string>;

namespace {

constexpr double kHead = 11.955;

model::Measured measured(const Builder& b) {
  return measure::measure(b.document, vocabulary());
}

// A heading with its paragraph; the next baseline.
double section(Builder& b, double y, const std::string& title, int lines = 8) {
  b.write(108, y, title, kHead, bold);
  return b.paragraph(108, y + 20, 396, lines) + 18;
}

// A first page with a title, sections 1 and 2; the next baseline.
double opening(Builder& b) {
  b.page();
  b.write(200, 100, "A Paper on Measuring", 17.215, bold);
  b.write(270, 140, "Ada Author");
  b.write(283, 200, "Abstract", kHead, bold);
  double y = b.paragraph(144, 220, 324, 8) + 18;
  y = section(b, y, "1 Introduction");
  return section(b, y, "2 Method");
}

}  // namespace

TEST_CASE("references that start in the middle of a page end the main part there", "[measure]") {
  Builder b;
  double y = opening(b);
  double end = y - 18 - 10.909;
  b.write(108, y, "References", kHead, bold);
  entries(b, y + 20, 5);
  auto m = measured(b);
  REQUIRE(m.references);
  CHECK(m.references->page == 1);
  CHECK(m.references->y < y);
  REQUIRE(m.main_end);
  CHECK(m.main_end->page == 1);
  CHECK(m.main_end->y == Approx(end + 0.2 * 9.963).margin(0.05));
  CHECK(m.main_end->fill > 0.5);
  CHECK(m.main_end->fill < 1);
  CHECK_FALSE(m.appendix);
  CHECK(classes(m) == Ids{"body", "body", "body", "references"});
  CHECK(m.sections[1].title == "Introduction");
  CHECK(m.sections[1].number == "1");
  CHECK(count_role(m, Role::title) == 1);
  CHECK(count_role(m, Role::author) == 1);
  CHECK(m.sizes.title == Approx(17.22));
  CHECK(m.sizes.section == Approx(11.955).margin(0.01));
}

TEST_CASE("two lines on the next page make it a page of the main part", "[measure]") {
  Builder b;
  opening(b);
  full_page(b);
  b.page();
  double y = b.paragraph(108, 81.96, 396, 2) + 18;
  b.write(108, y, "References", kHead, bold);
  entries(b, y + 20, 20);
  auto m = measured(b);
  CHECK(m.main_end->page == 3);
  CHECK(m.main_end->fill < 0.1);
  Builder at_top;
  opening(at_top);
  full_page(at_top);
  at_top.page().write(108, 82, "References", kHead, bold);
  entries(at_top, 102, 20);
  CHECK(measured(at_top).main_end->page == 2);
  CHECK(measured(at_top).references->page == 3);
}

TEST_CASE("small capitals, centred capitals and numbers do not hide a heading", "[measure]") {
  for (std::string look : {"small capitals", "centred", "numbered", "bold only"}) {
    CAPTURE(look);
    Builder b;
    double y = opening(b);
    if (look == "small capitals") b.write(108, y, "R", kHead).write(114.5, y, "EFERENCES", 9.564);
    if (look == "centred") b.write(280, y, "REFERENCES");
    if (look == "numbered") b.write(108, y, "3. REFERENCES", kHead, bold);
    if (look == "bold only") b.write(108, y, "References", 9.963, bold);
    entries(b, y + 20, 6);
    auto m = measured(b);
    REQUIRE(m.references);
    CHECK(m.references->page == 1);
    CHECK(m.sections.back().class_id == "references");
    CHECK(m.main_end->y < y);
  }
}

TEST_CASE("letters behind the references are an appendix", "[measure]") {
  Builder b;
  double y = opening(b);
  b.write(108, y, "References", kHead, bold);
  entries(b, y + 20, 4);
  b.page();
  y = section(b, 82, "A Proofs");
  b.write(108, y, "A.1 A lemma", 9.963, bold);
  y = b.paragraph(108, y + 20, 396, 5) + 18;
  section(b, y, "B More results");
  auto m = measured(b);
  REQUIRE(m.appendix);
  CHECK(m.appendix->page == 2);
  CHECK(m.main_end->page == 1);
  CHECK(m.references->ends == 1);
  CHECK(classes(m) ==
        Ids{"body", "body", "body", "references", "appendix", "appendix", "appendix"});
  CHECK(m.sections[5].level == 2);
}

TEST_CASE("an appendix may stand before the references", "[measure]") {
  Builder b;
  opening(b);
  b.page();
  double y = section(b, 82, "3 Conclusion");
  y = section(b, y, "A Proofs");
  b.write(108, y, "References", kHead, bold);
  entries(b, y + 20, 6);
  auto m = measured(b);
  REQUIRE(m.appendix);
  CHECK(m.appendix->page == 2);
  CHECK(m.appendix->y < m.references->y);
  CHECK(m.main_end->y < m.appendix->y);
}

TEST_CASE("a section after an uncounted one counts again, parts of sections follow them",
          "[measure]") {
  Builder b;
  double y = opening(b);
  b.write(108, y, "2.1 Limitations", 9.963, bold);
  b.paragraph(108, y + 20, 396, 4);
  b.page();
  y = section(b, 82, "Limitations");
  y = section(b, y, "3 Conclusion");
  b.write(108, y, "References", kHead, bold);
  entries(b, y + 20, 6);
  auto m = measured(b);
  CHECK(classes(m) == Ids{"body", "body", "body", "body", "limitations", "body", "references"});
  CHECK(m.main_end->page == 2);
  for (const model::Line& line : m.lines) {
    if (line.section == 4) CHECK_FALSE(line.counted);
    if (line.section == 5) CHECK(line.counted);
  }
}

TEST_CASE("a run-in head is no section", "[measure]") {
  Builder b;
  double y = opening(b);
  b.write(108, y, "Limitations.", 9.963, bold);
  b.fit(173, y, 331, "We looked at few papers and none of them was long enough for it");
  b.paragraph(108, y + 10.909, 396, 5);
  auto m = measured(b);
  CHECK(classes(m) == Ids{"body", "body", "body"});
}

TEST_CASE("inside a checklist titles are questions", "[measure]") {
  Builder b;
  double y = opening(b);
  b.write(108, y, "References", kHead, bold);
  entries(b, y + 20, 4);
  b.page();
  y = section(b, 82, "Venue Paper Checklist", 3);
  for (std::string title : {"1. Claims", "2. Limitations", "3. References"}) {
    b.write(131, y, title, 9.963, bold);
    y = b.paragraph(144, y + 15, 360, 3) + 12;
  }
  auto m = measured(b);
  Ids ids = classes(m);
  REQUIRE(ids.size() >= 5);
  for (std::size_t i = 4; i < ids.size(); ++i) CHECK(ids[i] == "checklist");
  CHECK(m.references->page == 1);
}

TEST_CASE("of two headings the references are the one with entries", "[measure]") {
  Builder b;
  double y = opening(b);
  b.write(108, y, "References", kHead, bold);
  b.page().write(108, 82, "References", kHead, bold);
  entries(b, 102, 10);
  auto m = measured(b);
  REQUIRE(m.references);
  CHECK(m.references->page == 2);
}

TEST_CASE("without references or appendix the text goes to its end", "[measure]") {
  Builder b;
  opening(b);
  b.page().paragraph(108, 81.96, 396, 10);
  auto m = measured(b);
  CHECK_FALSE(m.references);
  CHECK_FALSE(m.appendix);
  CHECK(m.main_end->page == 2);
  CHECK(m.words > 200);
  Builder empty;
  double y = opening(empty);
  empty.write(108, y, "References", kHead, bold);
  auto bare = measured(empty);
  REQUIRE(bare.references);
  CHECK(bare.references->ends == 1);
}

TEST_CASE("without any heading the end of the main part is not known", "[measure]") {
  Builder b;
  full_page(b);
  CHECK(measured(b).main_end->page == 1);
  full_page(b);
  CHECK_FALSE(measured(b).main_end);
}

TEST_CASE("a float among the references counts but does not move the end of the text",
          "[measure]") {
  Builder b;
  double y = opening(b);
  b.write(108, y, "References", kHead, bold);
  entries(b, y + 20, 3);
  b.page();
  b.write(200, 90, "a drawing", 8.966).write(180, 120, "Figure 4: What was drawn.", 8.966);
  entries(b, 160, 12);
  auto m = measured(b);
  CHECK(m.main_end->page == 1);
  CHECK(m.references->ends == 2);
  int counted = 0;
  for (const model::Line& line : m.lines) counted += line.page == 2 && line.counted;
  CHECK(counted == 2);
}

TEST_CASE("captions and cells are told from running text", "[measure]") {
  Builder b;
  double y = opening(b);
  b.write(200, y + 10, "Table 1: Results of measuring.", 8.966);
  for (int row = 0; row < 4; ++row) {
    b.write(200, y + 30 + 11 * row, "method", 8.966).write(320, y + 30 + 11 * row, "0.97", 8.966);
  }
  b.paragraph(108, y + 100, 396, 5);
  auto m = measured(b);
  CHECK(count_role(m, Role::caption) == 1);
  CHECK(count_role(m, Role::figure) == 8);
  CHECK(m.sizes.caption == Approx(8.97));
}

TEST_CASE("the stage is what a mark shows, the longer mark where one holds another", "[measure]") {
  auto words = building::vocabulary();
  words.stages.push_back({"camera-ready", {"9th Conference on Papers"}});
  words.stages.push_back({"submission", {"Submitted to the 9th Conference on Papers"}});
  auto stage_of = [&](const std::string& notice) {
    building::Builder b;
    b.page().paragraph(108, 200, 396, 30);
    b.write(108, 740, notice, 8.966);
    return measure::measure(b.document, words).stage;
  };
  CHECK(stage_of("9th Conference on Papers.") == "camera-ready");
  CHECK(stage_of("Submitted to the 9th Conference on Papers.") == "submission");
  CHECK(stage_of("Published as a paper. Do not distribute.") == std::nullopt);
  CHECK(stage_of("Nothing of the kind.") == std::nullopt);
}

TEST_CASE("an appendix behind the references counts where the venue counts it", "[measure]") {
  Builder b;
  b.page().write(108, 80, "1 Introduction", 11.955, building::bold);
  b.paragraph(108, 100, 396, 40);
  b.page().write(108, 80, "References", 11.955, building::bold);
  building::entries(b, 100, 20);
  b.page().write(108, 80, "Appendix A.", 11.955, building::bold);
  b.paragraph(108, 100, 396, 20);
  model::Vocabulary words = vocabulary();
  model::Measured m = measure::measure(b.document, words);
  CHECK(m.main_end->page == 1);
  REQUIRE(m.sections.size() == 3);
  CHECK(m.sections[2].title == "Appendix");
  words.sections[1].counted = true;
  CHECK(measure::measure(b.document, words).main_end->page == 3);
}

TEST_CASE("a numbered section about references is not the bibliography", "[measure]") {
  Builder b;
  b.page().write(150, 60, "How to Write", 17.2, building::bold);
  b.write(108, 80, "1 Introduction", 11.955, building::bold);
  b.paragraph(108, 100, 396, 10);
  b.write(108, 230, "2 References", 11.955, building::bold);
  building::entries(b, 250, 4);
  b.write(108, 360, "3 Figures", 11.955, building::bold);
  b.paragraph(108, 380, 396, 20);
  b.page().write(108, 80, "References", 11.955, building::bold);
  building::entries(b, 100, 20);
  model::Measured m = measure::measure(b.document, vocabulary());
  CHECK(m.references->page == 2);
  CHECK(building::classes(m) == std::vector<std::string>{"body", "body", "body", "references"});
}

TEST_CASE("a caption between authors and text is no author", "[measure]") {
  Builder b;
  b.page().write(200, 80, "A Title of a Paper", 17.2, building::bold);
  b.write(250, 110, "Ada Author");
  b.write(108, 260, "Figure 1: What was seen first.", 9.0);
  b.write(108, 300, "Abstract", 11.955, building::bold);
  b.paragraph(108, 320, 396, 30);
  model::Measured m = measure::measure(b.document, vocabulary());
  CHECK(building::count_role(m, model::Role::author) == 1);
  CHECK(building::count_role(m, model::Role::caption) == 1);
}
