#include <catch2/catch.hpp>

#include "checks/block.hpp"
#include "checks/outside.hpp"
#include "checks/registry.hpp"

namespace {

const checks::Block kBlock{{108, 72, 504, 720}, std::nullopt};

void add_line(model::Paper& paper, int page, double baseline, double left = 108,
              double right = 504) {
  model::Line it;
  it.page = page;
  it.baseline = baseline;
  it.size = 10;
  it.box = {left, baseline - 7, right, baseline + 2};
  it.counted = true;
  it.text = "as it stands in the middle of a paragraph";
  paper.measured.lines.push_back(it);
}

model::Paper full_page(double left = 108, double right = 504) {
  model::Paper paper;
  paper.measured.pages = 1;
  for (int i = 0; i < 50; ++i) add_line(paper, 1, 82 + 11 * i, left, right);
  return paper;
}

model::Box edges_of(const model::Paper& paper) {
  return checks::systematic_edges(paper).at(1);
}

}  // namespace

TEST_CASE("edges are those that many lines share", "[checks]") {
  model::Box edges = edges_of(full_page(90, 522));
  CHECK(edges.left == Approx(90));
  CHECK(edges.right == Approx(522));
  CHECK(edges.top == Approx(75));
  CHECK(edges.bottom == Approx(82 + 11 * 49));
}

TEST_CASE("a few overfull lines make no edge", "[checks]") {
  model::Paper paper = full_page();
  for (int i : {3, 17, 28, 40}) paper.measured.lines[i].box.right = 530;
  CHECK(edges_of(paper).right == Approx(504));
}

TEST_CASE("hyphens that hang into the margin make no edge", "[checks]") {
  model::Paper paper = full_page();
  for (int i = 0; i < 20; ++i) {
    paper.measured.lines[i].box.right = 507;
    paper.measured.lines[i].text = "a line that is hyphen-";
  }
  CHECK(edges_of(paper).right == Approx(504));
  CHECK(checks::lines_outside(paper, kBlock, 3).empty());
}

TEST_CASE("rows of a table in smaller type make no edge", "[checks]") {
  model::Paper paper = full_page();
  paper.measured.body = model::BodyType{};
  paper.measured.body->size = 10;
  for (int i = 0; i < 20; ++i) {
    paper.measured.lines[i].box.right = 540;
    paper.measured.lines[i].size = 8;
  }
  CHECK(edges_of(paper).right == Approx(504));
}

TEST_CASE("a lone line above the text does not move the block's top", "[checks]") {
  model::Paper paper = full_page();
  add_line(paper, 1, 40);
  CHECK(edges_of(paper).top == Approx(75));
}

TEST_CASE("pages of another size and pages with a line or two have no edges", "[checks]") {
  model::Paper paper = full_page(20, 700);
  paper.measured.page_size = model::Size{612, 792};
  paper.document.pages.resize(1);
  paper.document.pages[0].size = {792, 612};
  CHECK(checks::systematic_edges(paper).empty());
  model::Paper sparse;
  add_line(sparse, 1, 100);
  CHECK(checks::systematic_edges(sparse).empty());
}

TEST_CASE("excess is measured against the page's own bottom", "[checks]") {
  checks::Block block = kBlock;
  block.first_page_bottom = 742;
  std::map<int, model::Box> boxes = {{1, {108, 75, 504, 742}}, {2, {108, 75, 504, 742}}};
  auto sides = checks::find_excess(boxes, block, 2);
  CHECK(sides[0].pages.empty());
  CHECK(sides[3].pages == std::vector{2});
  CHECK(sides[3].by == Approx(22));
  CHECK(sides[3].at == Approx(742));
  CHECK(sides[3].limit == Approx(720));
}

TEST_CASE("a line outside is named with its side", "[checks]") {
  model::Paper paper = full_page();
  paper.measured.lines[7].box.right = 520;
  auto outside = checks::lines_outside(paper, kBlock, 3);
  REQUIRE(outside.size() == 1);
  CHECK(outside[0].line == &paper.measured.lines[7]);
  CHECK(outside[0].side == "right");
  CHECK(outside[0].by == Approx(16));
}

TEST_CASE("lines are held against the page's own larger block", "[checks]") {
  CHECK(checks::lines_outside(full_page(90, 522), kBlock, 3).empty());
}

TEST_CASE("stamps and marks of every page are not the authors'", "[checks]") {
  model::Paper paper = full_page();
  auto note = [&](int page, model::Box box, model::Role role = model::Role::margin_note) {
    add_line(paper, page, box.bottom, box.left, box.right);
    paper.measured.lines.back().box = box;
    paper.measured.lines.back().role = role;
  };
  note(1, {12, 200, 32, 560}, model::Role::stamp);
  note(1, {10, 20, 60, 30});  // in a corner
  paper.measured.lines.back().text = "Submission 1047";
  note(1, {88, 100, 98, 110});
  paper.measured.lines.back().text = "042";
  CHECK(checks::lines_outside(paper, kBlock, 3).empty());
  note(2, {520, 300, 590, 310});
  CHECK(checks::lines_outside(paper, kBlock, 3).size() == 1);
}

TEST_CASE("the last formula of a page may hang below its last baseline", "[checks]") {
  model::Paper paper = full_page();
  paper.measured.body = model::BodyType{"", "", 10, 11, 1, 50, {}};
  for (int i = 50; i < 59; ++i) add_line(paper, 1, 82 + 11 * i);
  add_line(paper, 1, 724.9, 290, 310);
  paper.measured.lines.back().role = model::Role::display;
  CHECK(checks::lines_outside(paper, kBlock, 3).empty());
  paper.measured.lines.back().baseline += 4;
  paper.measured.lines.back().box.bottom += 4;
  CHECK(checks::lines_outside(paper, kBlock, 3).size() == 1);
}

TEST_CASE("pages without running text are held against the largest block", "[checks]") {
  model::Paper paper = full_page(90, 522);
  add_line(paper, 2, 400, 90, 522);
  paper.measured.lines.back().counted = false;
  CHECK(checks::lines_outside(paper, kBlock, 3).empty());
}

TEST_CASE("numbers before the short lines of an algorithm make no edge", "[checks]") {
  model::Paper paper = full_page();
  for (int i = 10; i < 25; ++i) paper.measured.lines[i].box = {99, 0, 320, 0};
  CHECK(edges_of(paper).left == Approx(108));
}

TEST_CASE("what stands by itself above or below is a head or a foot", "[checks]") {
  model::Paper paper = full_page();
  add_line(paper, 1, 40);
  add_line(paper, 1, 748, 300, 310);
  CHECK(checks::lines_outside(paper, kBlock, 3).empty());
}

TEST_CASE("text that goes on below the block sticks out", "[checks]") {
  model::Paper paper;
  for (int i = 0; i < 62; ++i) add_line(paper, 1, 82 + 11 * i);
  for (model::Line& line : paper.measured.lines) line.counted = false;
  auto outside = checks::lines_outside(paper, kBlock, 3);
  REQUIRE(outside.size() == 3);
  CHECK(outside[0].side == "bottom");
}

TEST_CASE("edges that have passed each other are no box to be shown", "[checks]") {
  model::Paper paper;
  paper.measured.pages = 1;
  // No two lines begin at the same place, so that the middle of the first stands for the left edge.
  add_line(paper, 1, 82, 108, 504);
  for (int i = 1; i < 50; ++i) add_line(paper, 1, 82 + 11 * i, 3 * (i % 25) + i / 25, 180);
  model::Box edges = edges_of(paper);
  REQUIRE(edges.left > edges.right);
  model::Params with;
  with.set("block", std::vector<model::Points>{108, 72, 170, 720});
  with.set("tolerance", 2.0);
  auto findings = checks::find("layout/text-block")->check->run(paper, with);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].outcome == model::Outcome::failed);
  CHECK_FALSE(findings[0].box);
}
