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
    section.first_line = static_cast<int>(paper_.measured.lines.size());
    paper_.measured.sections.push_back(section);
    counts_ = class_id == "body";
    return *this;
  }
  Draft& lines(int page, int number, const std::string& text = "as we show below",
               model::Role role = model::Role::body) {
    model::Section& section = paper_.measured.sections.back();
    if (section.page == 0) section.page = page;
    for (int i = 0; i < number; ++i) {
      model::Line line;
      line.page = page;
      line.baseline = 82 + 11 * next_[page]++;
      line.size = 10;
      line.box = {108, line.baseline - 8, 504, line.baseline + 2};
      line.role = role;
      line.section = static_cast<int>(paper_.measured.sections.size()) - 1;
      line.counted = counts_;
      line.text = text;
      paper_.measured.lines.push_back(line);
    }
    if (section.class_id == "references" && !paper_.measured.references)
      paper_.measured.references = model::References{page, section.y, page};
    return *this;
  }
  Draft& picture(int page) {
    paper_.document.pages.resize(static_cast<std::size_t>(page));
    model::Page& sheet = paper_.document.pages.back();
    sheet.size = {612, 792};
    sheet.inks.resize(1);
    sheet.inks[0].kind = model::InkKind::image;
    sheet.inks[0].box = {108, 72, 504, 500};
    return *this;
  }
  std::optional<checks::Overrun> over(int most) { return checks::find_overrun(paper_, most); }

 private:
  model::Paper paper_;
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

TEST_CASE("between counted pages one with only a picture counts, a blank one does not",
          "[checks]") {
  Draft draft;
  draft.section("Introduction", "1", "body").lines(1, 50).lines(3, 50);
  draft.section("References", "", "references").lines(4, 20);
  CHECK_FALSE(draft.over(2));
  draft.picture(2);
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

TEST_CASE("entries of several styles look like references, prose does not", "[checks]") {
  auto share = [](const std::vector<std::string>& texts) {
    std::vector<model::Line> lines(texts.size());
    checks::Lines pointers;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      lines[i].text = texts[i];
      pointers.push_back(&lines[i]);
    }
    return checks::look_like_references(pointers);
  };
  CHECK(share({"Ada Author and Bea Author. 2019. On the breaking of lines.",
               "In Proceedings of the Meeting on Lines, pages 1–9."}));
  CHECK(share({"3. Author, A., Author, B.: On the breaking of lines. Lines 4(2), 12–19 (2019)"}));
  CHECK(share({"Author, A. and Author, B. On the breaking", "of lines. Lines, 4(2):12–19, 2019."}));
  CHECK_FALSE(share({"as was shown by Author (2019) and by others [4, 7]. We follow them",
                     "and set the rate to 0.1 for the first ten thousand steps, as they do.",
                     "The result of 2019 is not reached, although the network is larger."}));
  CHECK_FALSE(share({}));
}
