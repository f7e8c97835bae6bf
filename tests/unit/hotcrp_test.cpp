// What HotCRP is told of papers: sizes by their names, kinds of pages, margins, and what acts.
#include <catch2/catch.hpp>

#include "hotcrp/answer.hpp"
#include "hotcrp/page_types.hpp"
#include "hotcrp/sizes.hpp"
#include "hotcrp/unsafe.hpp"
#include "inspected.hpp"
#include "measure_builder.hpp"
#include "packs/packs.hpp"

using namespace building;
using Types = std::vector<std::string_view>;

namespace {

const std::string kSource = DESKCHECK_SOURCE;

const model::Pack& any_venue() {
  static const model::Pack pack = *packs::load("base", {}, {kSource + "/rules"});
  return pack;
}

model::Paper paper_of(const Builder& b) {
  return {b.document, measure::measure(b.document, any_venue().vocabulary)};
}

Types types_of(const Builder& b) {
  return hotcrp::page_types(paper_of(b));
}

util::Json told_of(const std::string& fixture) {
  auto result = inspected(kSource + "/fixtures/" + fixture + ".pdf", any_venue().vocabulary);
  return hotcrp::describe(*result.paper, any_venue());
}

constexpr double kHead = 11.955;

double section(Builder& b, double y, const std::string& title, int lines) {
  b.write(108, y, title, kHead, bold);
  return b.paragraph(108, y + 20, 396, lines) + 18;
}

// Two pages of a body; the next baseline on the second.
double body(Builder& b) {
  b.page().write(200, 100, "A Paper on Measuring", 17.215, bold);
  b.write(270, 140, "Ada Author");
  section(b, 200, "1 Introduction", 40);
  b.page();
  return section(b, 100, "2 Method", 20);
}

double references(Builder& b, double y, const std::string& heading, int count = 24) {
  b.write(108, y, heading, kHead, bold);
  entries(b, y + 20, count);
  return y + 20 + 12 * count;
}

}  // namespace

TEST_CASE("TeX's sizes have the names that chairs give them", "[hotcrp]") {
  CHECK(hotcrp::nominal(9.963) == 10);
  CHECK(hotcrp::nominal(10.909) == 11);
  CHECK(hotcrp::nominal(11.955) == 12);
  CHECK(hotcrp::nominal(10.959) == 11);
  CHECK(hotcrp::nominal(8.966) == 9);
  CHECK(hotcrp::nominal(10.461) == 10.5);
  CHECK(hotcrp::nominal(13.549) == Approx(13.6));
  CHECK(hotcrp::nominal(10) == 10);
  CHECK(hotcrp::nominal(12) == 12);
}

TEST_CASE("type that is smaller than its minimum stays so", "[hotcrp]") {
  for (double size = 9.55; size < 9.9; size += 0.01) CHECK(hotcrp::nominal(size) <= size + 0.051);
  CHECK(hotcrp::nominal(9.6) == Approx(9.6));
  CHECK(hotcrp::nominal(9.8) == Approx(9.8));
  CHECK(hotcrp::nominal(11.7) == Approx(11.7));
}

TEST_CASE("papers in the styles' own sizes have the nominal ones", "[hotcrp]") {
  auto told = told_of("neurips-2025/clean");
  CHECK(told["bodyfontsize"] == 10);
  CHECK(told["leading"] == 11);
  CHECK(told["columns"] == 1);
  CHECK(told["papersize"] == util::Json::array({792, 612}));
  CHECK(told["margin"][1] == 108);
  CHECK(told["margin"][3] == 108);
  CHECK(told_of("deepmath-2025/clean")["bodyfontsize"] == 11);
  CHECK(told_of("ieee-conference/clean")["columns"] == 2);
  CHECK(told_of("ieee-conference/body-size-9pt")["bodyfontsize"] == 9);
  CHECK(told_of("neurips-2025/page-size-a4")["papersize"] == util::Json::array({842, 595}));
}

TEST_CASE("an overflow of one line is a page of the body", "[hotcrp]") {
  auto told = told_of("deepmath-2025/over-limit");
  REQUIRE(told["pages"].size() == 2);
  CHECK_FALSE(told["pages"][1].contains("type"));
  Builder b;
  body(b);
  b.page().paragraph(108, 100, 396, 1);
  CHECK(types_of(b) == Types{"body", "body", "body"});
}

TEST_CASE("references are known in any language, and by what stands under them", "[hotcrp]") {
  for (const char* heading : {"References", "Works Cited", "Literatur", "Bibliografía"}) {
    Builder b;
    body(b);
    b.page();
    references(b, 100, heading);
    CHECK(types_of(b) == Types{"body", "body", "bib"});
  }
  Builder b;
  body(b);
  b.page();
  section(b, 100, "References", 40);
  CHECK(types_of(b) == Types{"body", "body", "body"});
}

TEST_CASE("a page with the end of the body and references is measured by the body", "[hotcrp]") {
  Builder b;
  double y = body(b);
  b.write(108, y, "References", kHead, bold);
  entries(b, y + 20, 10);
  b.page();
  entries(b, 100, 24);
  CHECK(types_of(b) == Types{"body", "body", "bib"});
  auto told = hotcrp::describe(paper_of(b), any_venue());
  CHECK(told["bodyfontsize"] == 10);
  CHECK_FALSE(told["pages"][1].contains("bodyfontsize"));
  CHECK(told["pages"][1].contains("reffontsize"));
}

TEST_CASE("an appendix is free under its heading, and told of wherever it begins", "[hotcrp]") {
  for (const char* heading : {"Appendix", "APPENDIX", "A Proofs", "Supplementary Material"}) {
    Builder b;
    body(b);
    b.page();
    references(b, 100, "References");
    b.page();
    section(b, 100, heading, 40);
    CHECK(types_of(b) == Types{"body", "body", "bib", "appendix"});
  }
  Builder b;
  double y = body(b);
  section(b, y, "Appendix", 10);
  b.page();
  references(b, 100, "References");
  CHECK(types_of(b) == Types{"body", "body", "bib"});
  auto told = hotcrp::describe(paper_of(b), any_venue());
  CHECK(told["appendix_page"] == 2);
  CHECK(told["body_pages"] == 2);
}

TEST_CASE("a checklist is free and no appendix", "[hotcrp]") {
  auto told = told_of("neurips-2025/clean");
  CHECK(told["pages"].back()["type"] == "appendix");
  CHECK_FALSE(told["pages"][8].contains("type"));
  auto none = told_of("neurips-2025/over-page");
  CHECK(none["pages"].is_array());
}

TEST_CASE("pages of figures count where no more of the body follows", "[hotcrp]") {
  auto add_figure = [](Builder& b) {
    b.page();
    b.document.pages.back().inks.push_back(
        {{150, 150, 450, 500}, model::InkKind::stroke, false, 255, false, 0, 0});
    b.write(108, 530, "Figure 1: The measure of all things, drawn to scale.");
  };
  Builder within;
  body(within);
  add_figure(within);
  within.page();
  section(within, 100, "3 Results", 40);
  CHECK(types_of(within) == Types{"body", "body", "figure", "body"});
  Builder behind;
  body(behind);
  behind.page();
  references(behind, 100, "References");
  add_figure(behind);
  CHECK(types_of(behind).back() == "body");
  // Nothing of it is held against columns and sizes.
  auto page = hotcrp::describe(paper_of(behind), any_venue())["pages"].back();
  CHECK_FALSE(page.contains("columns"));
  CHECK_FALSE(page.contains("bodyfontsize"));
}

TEST_CASE("a figure among the references is counted with the part before them", "[hotcrp]") {
  auto add_list_with_figure = [](Builder& b) {
    b.page();
    references(b, 100, "References", 40);
    b.page().document.pages.back().inks.push_back(
        {{150, 80, 450, 380}, model::InkKind::stroke, false, 255, false, 0, 0});
    b.write(108, 400, "Figure 1: The measure of all things, drawn to scale.");
    entries(b, 440, 20);
  };
  Builder drifted;
  body(drifted);
  add_list_with_figure(drifted);
  CHECK(types_of(drifted) == Types{"body", "body", "bib", "body"});
  Builder of_appendix;
  body(of_appendix);
  section(of_appendix.page(), 100, "Appendix A Proofs", 40);
  add_list_with_figure(of_appendix);
  CHECK(types_of(of_appendix) == Types{"body", "body", "appendix", "bib", "appendix"});
}

TEST_CASE("only a page with nothing on it is blank, and a paper without text", "[hotcrp]") {
  Builder b;
  body(b);
  b.page();
  CHECK(types_of(b) == Types{"body", "body", "blank"});
  b.document.pages.back().images.push_back({{100, 100, 500, 700}, 400, 600, 1600, 2400});
  CHECK(types_of(b).back() == "body");
  Builder scan;
  for (int page = 0; page < 2; ++page)
    scan.page().document.pages.back().images.push_back({{0, 0, 612, 792}, 612, 792, 2550, 3300});
  CHECK(types_of(scan) == Types{"blank", "blank"});
}

TEST_CASE("margins end where lines and tables end that stick out", "[hotcrp]") {
  auto least_right = [](const std::string& fixture) {
    auto told = told_of(fixture);
    int least = told["margin"][1];
    for (const auto& page : told["pages"])
      if (page.contains("margin")) least = std::min(least, page["margin"][1].get<int>());
    return least;
  };
  CHECK(least_right("neurips-2025/clean") == 108);
  CHECK(least_right("neurips-2025/margins-line") < 99);
  CHECK(least_right("neurips-2025/margins-table") < 99);
}

TEST_CASE("what acts is told by kind, and what only leads elsewhere apart", "[hotcrp]") {
  model::Paper paper;
  paper.document.pages.resize(20);
  auto act = [&](const char* kind, const char* trigger, int page, const char* text) {
    paper.document.actions.push_back({kind, trigger, page, text});
  };
  act("JavaScript", "open", 0, "app.alert(1)");
  act("Launch", "link", 2, "./proof.v:164");
  act("Launch", "link", 3, "setup.exe");
  act("Launch", "open", 0, "notes.txt");
  act("GoToR", "link", 4, "other.pdf");
  act("URI", "open", 0, "https://example.org/seen");
  for (int page = 5; page < 20; ++page) act("SubmitForm", "link", page, "https://example.org/");
  auto unsafe = hotcrp::find_unsafe(paper, any_venue());
  CHECK(unsafe["javascript"] == std::vector{1});
  CHECK(unsafe["rellaunch"] == std::vector{2, 4});
  CHECK(unsafe["launch"] == std::vector{1, 3});
  CHECK(unsafe["autoaction"] == std::vector{1});
  CHECK(unsafe["submitform"] == std::vector{5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0});
  CHECK(unsafe.size() == 5);
}

TEST_CASE("an answer is one object with pages, whatever came of reading", "[hotcrp]") {
  CHECK(hotcrp::answer("", 7) == R"({"at":7,"error":true,"pages":[]})");
  CHECK(hotcrp::answer("[1", std::nullopt) == R"({"error":true,"pages":[]})");
  CHECK(hotcrp::answer(R"({"pages":3})", 7) == R"({"at":7,"error":true,"pages":[]})");
  CHECK(hotcrp::answer(R"({"w":3,"pages":[]})", 7) == R"({"at":7,"w":3,"pages":[]})");
}
