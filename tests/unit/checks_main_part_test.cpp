#include <catch2/catch.hpp>
#include <map>

#include "checks/overrun.hpp"

namespace {

using model::Confidence;

// Text of a paper piece by piece: each piece opens a section of a class on a page.
class Draft {
 public:
  Draft& section(const std::string& title, const std::string& number, const std::string& class_id) {
    model::Section section;
    section.title = title;
    section.number = number;
    section.class_id = class_id;
    section.first_line = static_cast<int>(measured_.lines.size());
    measured_.sections.push_back(section);
    counts_ = class_id == "body";
    return *this;
  }
  Draft& lines(int page, int number, const std::string& text = "as we show below",
               model::Role role = model::Role::body) {
    model::Section& section = measured_.sections.back();
    if (section.page == 0) section.page = page;
    for (int i = 0; i < number; ++i) {
      model::Line line;
      line.page = page;
      line.baseline = 82 + 11 * next_[page]++;
      line.size = 10;
      line.box = {108, line.baseline - 8, 504, line.baseline + 2};
      line.role = role;
      line.section = static_cast<int>(measured_.sections.size()) - 1;
      line.counted = counts_;
      line.text = text;
      measured_.lines.push_back(line);
    }
    if (section.class_id == "references" && !measured_.references)
      measured_.references = model::References{page, section.y, page};
    return *this;
  }
  const model::Measured& measured() const { return measured_; }
  std::optional<checks::Overrun> over(int most) { return checks::find_overrun(measured_, most); }

 private:
  model::Measured measured_;
  std::map<int, int> next_;
  bool counts_ = true;
};

Draft two_pages() {
  Draft draft;
  draft.section("Introduction", "1", "body").lines(1, 50);
  draft.section("Method", "2", "body").lines(2, 50);
  return draft;
}

}  // namespace

TEST_CASE("full pages pass, a line more does not", "[checks]") {
  Draft draft = two_pages();
  draft.section("References", "", "references").lines(3, 30);
  CHECK_FALSE(draft.over(2));
  Draft longer = two_pages();
  longer.lines(3, 1).section("References", "", "references").lines(3, 30);
  auto over = longer.over(2);
  REQUIRE(over);
  CHECK(over->extent == "2 pages and 1 line");
  CHECK(over->confidence == Confidence::certain);
  CHECK(over->lines.size() == 1);
}

TEST_CASE("a page in front that does not count gives its page back", "[checks]") {
  Draft draft;
  draft.section("Summary of changes", "", "preface").lines(1, 20);
  draft.section("Introduction", "1", "body").lines(2, 50).lines(3, 50);
  draft.section("References", "", "references").lines(4, 20);
  CHECK_FALSE(draft.over(2));
  CHECK(draft.over(1));
}

TEST_CASE("an uncounted section amid the text does not hide what follows", "[checks]") {
  Draft draft = two_pages();
  draft.section("Limitations", "", "limitations").lines(3, 20);
  draft.section("Conclusion", "3", "body").lines(3, 5);
  draft.section("References", "", "references").lines(3, 20);
  auto over = draft.over(2);
  REQUIRE(over);
  CHECK(over->extent == "2 pages and 5 lines");
  CHECK(over->confidence == Confidence::certain);
}

TEST_CASE("a page with nothing but a picture between counted pages counts", "[checks]") {
  Draft draft;
  draft.section("Introduction", "1", "body").lines(1, 50).lines(3, 50);
  draft.section("References", "", "references").lines(4, 20);
  CHECK(draft.over(2));
  CHECK_FALSE(draft.over(3));
}

TEST_CASE("counted text after the references is for a person", "[checks]") {
  Draft draft = two_pages();
  draft.section("References", "", "references").lines(3, 30);
  draft.section("Proofs", "3", "body").lines(4, 40);
  auto over = draft.over(2);
  REQUIRE(over);
  CHECK(over->confidence == Confidence::possible);
}

TEST_CASE("a float alone beyond the limit is likely, not certain", "[checks]") {
  Draft draft = two_pages();
  draft.lines(3, 2, "Figure 4: Results.", model::Role::caption);
  draft.section("References", "", "references").lines(3, 30);
  auto over = draft.over(2);
  REQUIRE(over);
  CHECK(over->confidence == Confidence::likely);
  CHECK(over->extent == "2 pages and 2 lines");
}

TEST_CASE("an unnumbered section of a numbered paper may be one that does not count", "[checks]") {
  Draft draft = two_pages();
  draft.section("Statement on safety", "", "body").lines(3, 6);
  draft.section("References", "", "references").lines(3, 30);
  auto over = draft.over(2);
  REQUIRE(over);
  CHECK(over->confidence == Confidence::possible);
}

TEST_CASE("references without a heading are recognised by their look", "[checks]") {
  Draft draft = two_pages();
  for (int i = 0; i < 10; ++i)
    draft.lines(3, 1, "[12] A. Author and B. Author. On lines that break.")
        .lines(3, 1, "In Proceedings of the Meeting, pp. 12-19, 2019.");
  auto over = draft.over(2);
  REQUIRE(over);
  CHECK(over->may_be_references);
  Draft prose = two_pages();
  prose.lines(3, 20, "which was shown to hold by others (Author, 2019) and");
  auto text = prose.over(2);
  REQUIRE(text);
  CHECK_FALSE(text->may_be_references);
  CHECK(text->confidence == Confidence::likely);
}

TEST_CASE("a limit far below the length names all pages", "[checks]") {
  Draft draft = two_pages();
  draft.lines(3, 50).lines(4, 12).section("References", "", "references").lines(5, 9);
  auto over = draft.over(1);
  REQUIRE(over);
  CHECK(over->extent == "3 pages and 12 lines");
  CHECK(over->lines.front()->page == 2);
}

TEST_CASE("nothing counted is no overrun", "[checks]") {
  CHECK_FALSE(checks::find_overrun({}, 1));
}
