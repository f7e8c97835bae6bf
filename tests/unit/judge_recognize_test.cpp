#include "judge/recognize.hpp"

#include <catch2/catch.hpp>

#include "judge/guessed.hpp"

namespace {

using model::Confidence;

model::Fingerprint print_of(const std::string& id, const std::string& venue, int year,
                            std::vector<std::string> texts) {
  model::Fingerprint print;
  print.id = id;
  print.venue = venue;
  print.year = year;
  print.parents = {"desk", "blind"};
  print.texts = std::move(texts);
  return print;
}

// Two columns of 10 pt; `right` is where the block ends.
model::Fingerprint with_layout(model::Fingerprint print, double right) {
  auto rule = [](const std::string& check, const std::string& name, model::Value value) {
    model::Rule rule;
    rule.check = check;
    rule.with.set(name, std::move(value));
    return rule;
  };
  model::Rule size = rule("font/body-size", "sizes", std::vector<double>{10});
  size.with.set("tolerance", 0.025);
  model::Rule gap = rule("layout/columns", "count", 2LL);
  model::Rule family = rule("font/body-family", "families", std::vector<std::string>{"times"});
  model::Layouts layouts = {
      {rule("layout/text-block", "block", std::vector<double>{54, 54, right, 720}),
       rule("layout/line-spacing", "leading", std::vector<double>{12}), size, gap, family}};
  print.layouts = std::make_shared<const model::Layouts>(std::move(layouts));
  return print;
}

model::Paper paper_saying(const std::string& notice) {
  model::Paper paper;
  paper.measured.pages = 1;
  model::Line line;
  line.page = 1;
  line.role = model::Role::notice;
  line.text = notice;
  paper.measured.lines = {line};
  return paper;
}

model::Paper paper_set(double right) {
  model::Paper paper = paper_saying("1");
  paper.measured.columns = 2;
  paper.measured.text_block = model::Box{54, 60, right, 718};
  paper.measured.body = model::BodyType{"Nimbus", "times", 10, 12, 0.9, 200, std::nullopt};
  return paper;
}

const std::vector<model::Fingerprint>& desks() {
  static const std::vector<model::Fingerprint> kDesks = {
      print_of("desk-2022", "desk", 2022, {"Submitted to Desk {year}"}),
      print_of("desk-2025", "desk", 2025, {"Submitted to Desk {year}"}),
      print_of("shelf", "shelf", 0, {"Under review at Shelf"})};
  return kDesks;
}

}  // namespace

TEST_CASE("a venue's text with its year names the pack for certain", "[judge]") {
  auto found = judge::recognize(paper_saying("Submitted to Desk 2022. Please wait."), desks());
  CHECK(found.id == "desk-2022");
  CHECK(found.match.confidence == Confidence::certain);
  CHECK(found.match.why == "it prints \"Submitted to Desk 2022\"");
  CHECK(found.match.runner_up == "desk-2025");
  CHECK(judge::recognize(paper_saying("Under review at Shelf"), desks()).match.confidence ==
        Confidence::certain);
}

TEST_CASE("a year without a pack leads to the nearest, as a guess", "[judge]") {
  auto found = judge::recognize(paper_saying("Submitted to Desk 2024"), desks());
  CHECK(found.id == "desk-2025");
  CHECK(found.match.confidence == Confidence::likely);
  CHECK(found.match.why.find("there is no pack of 2024") != std::string::npos);
}

TEST_CASE("a paper that names no venue and looks like none is not guessed at", "[judge]") {
  auto found = judge::recognize(paper_saying("A paper"), desks());
  CHECK(found.id.empty());
  CHECK(!found.match.confidence);
}

TEST_CASE("editions that only their layout tells tie, and the newest is a guess", "[judge]") {
  std::vector<model::Fingerprint> prints = desks();
  for (auto& print : prints)
    print = with_layout(std::move(print), print.venue == "desk" ? 558 : 500);
  auto found = judge::recognize(paper_set(558), prints);
  CHECK(found.id == "desk-2025");
  CHECK(found.match.confidence == Confidence::possible);
  CHECK(judge::recognize(paper_set(530), prints).id.empty());
}

TEST_CASE("venues that only a layout tells lead to what both extend, or to none", "[judge]") {
  std::vector<model::Fingerprint> prints = {
      with_layout(print_of("lamp-2025", "lamp", 2025, {}), 558),
      with_layout(print_of("chair-2025", "chair", 2025, {}), 558)};
  auto tied = judge::recognize(paper_set(558), prints);
  CHECK(tied.id.empty());
  CHECK(tied.match.why.find("chair, lamp fit equally well") == 0);
  prints.push_back(print_of("desk", "desk", 0, {"Desk"}));
  auto common = judge::recognize(paper_set(558), prints);
  CHECK(common.id == "desk");
  CHECK(common.match.confidence == Confidence::likely);
  prints[0].shared = {"Under review"};
  model::Paper paper = paper_set(558);
  paper.measured.lines[0].text = "Under review";
  CHECK(judge::recognize(paper, prints).id == "lamp-2025");
}

TEST_CASE("a pack that extends an edition is chosen by its own text alone", "[judge]") {
  std::vector<model::Fingerprint> prints = desks();
  prints.push_back(print_of("stool-2022", "stool", 2022, {"Stool at Desk {year}"}));
  prints.back().parents = {"desk-2022", "desk"};
  prints.back().stands_behind = true;
  CHECK(judge::recognize(paper_saying("Stool at Desk 2022"), prints).id == "stool-2022");
  CHECK(judge::recognize(paper_saying("Stool at Desk 2025"), prints).id.empty());
  CHECK(judge::recognize(paper_saying("Submitted to Desk 2022"), prints).id == "desk-2022");
}

TEST_CASE("no finding is surer than its pack, but for those that hold anywhere", "[judge]") {
  model::Result result;
  result.pack.emplace();
  result.verdict = model::Verdict::fail;
  result.findings.resize(2);
  result.findings[0].rule = "page-limit";
  result.findings[1].rule = "readable";
  result.findings[1].severity = model::Severity::warning;
  model::Pack any_venue;
  any_venue.rules.resize(1);
  any_venue.rules[0].id = "readable";
  auto guessed = judge::as_guessed(result, {Confidence::possible, "", ""}, any_venue);
  CHECK(guessed.findings[0].confidence == Confidence::possible);
  CHECK(guessed.findings[1].confidence == Confidence::certain);
  CHECK(guessed.verdict == model::Verdict::review);
  CHECK(guessed.pack->automatic);
}

TEST_CASE("what a style writes into the Info dictionary is weaker than what it prints", "[judge]") {
  std::vector<model::Fingerprint> prints = desks();
  for (auto& print : prints)
    if (print.venue == "desk") print.info = {{"Subject", "Proceedings of Desk {year}"}};
  model::Paper paper = paper_saying("A paper");
  paper.document.info = {{"Subject", "Proceedings of Desk 2025"}, {"Title", "A paper"}};
  auto found = judge::recognize(paper, prints);
  CHECK(found.id == "desk-2025");
  CHECK(found.match.confidence == Confidence::possible);
  CHECK(found.match.why == "its PDF's Subject says \"Proceedings of Desk 2025\"");
  for (auto& print : prints)
    print = with_layout(std::move(print), print.venue == "desk" ? 558 : 500);
  paper = paper_set(558);
  paper.document.info = {{"Subject", "Proceedings of Desk 2025"}};
  CHECK(judge::recognize(paper, prints).match.confidence == Confidence::likely);
  paper.measured.lines[0].text = "Under review at Shelf";
  CHECK(judge::recognize(paper, prints).id == "shelf");
  paper.document.info[0].first = "Keywords";
  paper.measured.lines[0].text = "1";
  CHECK(judge::recognize(paper, prints).match.confidence == Confidence::possible);
}

TEST_CASE("a year of the Info dictionary alone is a guess", "[judge]") {
  std::vector<model::Fingerprint> prints = desks();
  prints[1].texts.push_back("Under review at Desk");
  prints[1].info = {{"Subject", "Proceedings of Desk {year}"}};
  model::Paper paper = paper_saying("Under review at Desk");
  paper.document.info = {{"Subject", "Proceedings of Desk 2025"}};
  auto found = judge::recognize(paper, prints);
  CHECK(found.id == "desk-2025");
  CHECK(found.match.confidence == Confidence::likely);
  CHECK(found.match.why.find(" and its PDF's Subject says ") != std::string::npos);
}

TEST_CASE("of layouts that fit the nearest is chosen, where it is clearly nearer", "[judge]") {
  std::vector<model::Fingerprint> prints = {with_layout(print_of("lamp", "lamp", 0, {}), 558),
                                            with_layout(print_of("chair", "chair", 0, {}), 565)};
  auto found = judge::recognize(paper_set(558), prints);
  CHECK(found.id == "lamp");
  CHECK(found.match.confidence == Confidence::likely);
  CHECK(found.match.runner_up == "chair");
  CHECK(judge::recognize(paper_set(560), prints).id.empty());
  // Half a page, so that nothing says where the block ends.
  model::Paper paper = paper_set(558);
  paper.measured.text_block->bottom = 400;
  CHECK(judge::recognize(paper, prints).match.confidence == Confidence::possible);
}

TEST_CASE("a layout on the other paper counts from its lower edge", "[judge]") {
  std::vector<model::Fingerprint> prints = {with_layout(print_of("lamp", "lamp", 0, {}), 558)};
  model::Paper paper = paper_set(558);
  paper.measured.text_block->top += 49.89;
  paper.measured.text_block->bottom += 49.89;
  CHECK(judge::recognize(paper, prints).id == "lamp");
  paper.measured.text_block->top -= 30;
  paper.measured.text_block->bottom -= 30;
  CHECK(judge::recognize(paper, prints).id.empty());
}

TEST_CASE("how the title is set tells styles of the same page", "[judge]") {
  std::vector<model::Fingerprint> prints = {with_layout(print_of("lamp", "lamp", 0, {}), 558),
                                            with_layout(print_of("chair", "chair", 0, {}), 558)};
  prints[0].title = model::TitleSet::left;
  prints[1].title = model::TitleSet::centred;
  model::Paper paper = paper_set(558);
  paper.measured.lines[0].role = model::Role::title;
  paper.measured.lines[0].box = {54, 80, 300, 95};
  CHECK(judge::recognize(paper, prints).id == "lamp");
  paper.measured.lines[0].box = {206, 80, 406, 95};
  CHECK(judge::recognize(paper, prints).id == "chair");
  paper.measured.lines[0].box = {54, 80, 556, 95};
  CHECK(judge::recognize(paper, prints).id.empty());
}

TEST_CASE("a text of many venues is certain of none that the layout chooses", "[judge]") {
  std::vector<model::Fingerprint> prints = {
      with_layout(print_of("lamp", "lamp", 0, {"All rights are ours"}), 558),
      with_layout(print_of("chair", "chair", 0, {"All rights are ours"}), 500)};
  model::Paper paper = paper_set(558);
  paper.measured.lines[0].text = "All rights are ours";
  auto found = judge::recognize(paper, prints);
  CHECK(found.id == "lamp");
  CHECK(found.match.confidence == Confidence::likely);
}
