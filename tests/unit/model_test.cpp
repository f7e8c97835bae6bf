#include <catch2/catch.hpp>

#include "model/paper_json.hpp"
#include "model/params.hpp"
#include "model/shortcomings.hpp"

using util::Json;

TEST_CASE("a paper survives the way to JSON and back", "[model]") {
  model::Paper paper;
  paper.document.failure = model::Failure{model::FailureKind::encrypted, "needs a password"};
  paper.document.info = {{"Author", "Ada Example"}};
  paper.document.fonts = {{"NimbusRomNo9L-Regu", "Type 1", true, true, false, 12, 3, 920}};
  paper.document.pages.emplace_back().images = {
      {{72, 72, 540, 300}, 468, 228, 600, 300, 8, false, true, 7}};
  paper.measured.pages = 2;
  paper.measured.columns = 2;
  paper.measured.text_block = model::Box{72, 72, 540, 720};
  paper.measured.line_numbers = false;
  model::Line line;
  line.page = 1;
  line.role = model::Role::running_head;
  line.scale = 985;
  line.tracking = -12;
  line.text = "Übung";
  paper.measured.lines = {line};
  Json json = model::to_json(paper);
  auto again = model::paper_from_json(json);
  REQUIRE(again);
  CHECK(model::to_json(*again) == json);
  CHECK(again->document.failure->kind == model::FailureKind::encrypted);
  CHECK(again->measured.lines.at(0).role == model::Role::running_head);
  CHECK(again->measured.line_numbers == false);
  CHECK(again->document.fonts.at(0).scale == 920);
  CHECK(again->document.pages.at(0).images.at(0).columns == 600);
  CHECK(again->measured.lines.at(0).scale == 985);
  CHECK(again->measured.lines.at(0).tracking == -12);
  CHECK_FALSE(again->measured.body);
}

TEST_CASE("each role has a name of its own", "[model]") {
  for (int i = 0; i <= static_cast<int>(model::Role::stamp); ++i) {
    model::Paper paper;
    paper.measured.lines.resize(1);
    paper.measured.lines[0].role = static_cast<model::Role>(i);
    auto again = model::paper_from_json(model::to_json(paper));
    REQUIRE(again);
    CHECK(again->measured.lines.at(0).role == static_cast<model::Role>(i));
  }
  CHECK(model::name_of(model::Role::list_item) == "list_item");
  CHECK(model::name_of(model::Role::stamp) == "stamp");
}

TEST_CASE("hand-written papers: every key optional, mistakes named", "[model]") {
  auto paper = model::paper_from_json(Json::parse(R"({"measured": {"pages": 3}})"));
  REQUIRE(paper);
  CHECK(paper->measured.pages == 3);
  auto unknown = model::paper_from_json(Json::parse(R"({"measured": {"page": 3}})"));
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message == "measured: unknown key page");
  auto wrong = model::paper_from_json(Json::parse(R"({"measured": {"lines": [{"role": "x"}]}})"));
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message == "measured: lines: role: unknown name x");
}

TEST_CASE("asking for an undeclared parameter is a programming error", "[model]") {
  model::Params params;
  params.set("max", 9LL);
  CHECK(params.integer("max") == 9);
  CHECK_THROWS_AS(params.integer("most"), std::logic_error);
  CHECK_THROWS_AS(params.length("max"), std::logic_error);
}

TEST_CASE("what was not read of a file is said by its pages where it can be", "[model]") {
  model::Document document;
  document.truncated = true;
  CHECK(model::unread_part(document) == "Parts of the file could not be read.");
  document.pages.resize(3);
  for (model::Page& page : document.pages) page.size = {612, 792};
  document.pages[1].truncated = true;
  CHECK(model::unread_part(document) == "Page 2 could be read in part only.");
  document.pages[2].truncated = true;
  CHECK(model::unread_part(document) == "Pages 2, 3 could be read in part only.");
  document.pages[2].size = {};
  CHECK(model::unread_part(document) == "Only 2 of 3 pages could be read.");
  document.pages_in_file = 9;
  CHECK(model::unread_part(document) == "Only 2 of 9 pages could be read.");
  document.complaints = 1;
  CHECK(model::shortcomings(document) ==
        std::vector<std::string>{"Only 2 of 9 pages could be read.",
                                 "1 thing in the file is not as the format has it."});
  document.truncated = false;
  CHECK(model::shortcomings(document)[0] == "The file counts 9 pages, of which 3 are there.");
  CHECK(model::shortcomings({}).empty());
}
