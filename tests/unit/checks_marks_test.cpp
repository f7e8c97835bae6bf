// Marks of TeX and notes of authors, told by the glyphs they are made of.
#include <catch2/catch.hpp>

#include "checks/author_notes.hpp"
#include "checks/lost_marks.hpp"
#include "measure_builder.hpp"

namespace {

using building::Builder;
using checks::MarkKind;
using model::Confidence;

constexpr double kSize = 10;

// A page whose lines are put together from pieces in roman and bold.
struct Sheet {
  Builder builder;
  model::Measured measured;

  Sheet() {
    builder.page();
    measured.pages = 1;
    measured.columns = 1;
    measured.text_block = model::Box{108, 72, 504, 720};
  }

  Sheet& line(const std::vector<std::pair<std::string, building::Face>>& pieces,
              model::Role role = model::Role::body) {
    double y = 82 + 12.0 * static_cast<double>(measured.lines.size()), x = 108;
    model::Line line;
    for (const auto& [text, face] : pieces) {
      builder.write(x, y, text, kSize, face);
      x += 0.5 * kSize * static_cast<double>(text.size());
      line.text += text;
    }
    line.page = 1;
    line.role = role;
    line.size = kSize;
    line.box = {108, y - 8, x, y + 2};
    line.baseline = y;
    measured.lines.push_back(line);
    return *this;
  }

  // Everything written since `from` glyphs were there.
  Sheet& colored(model::Color color, std::size_t from = 0) {
    auto& glyphs = builder.document.pages.back().glyphs;
    for (std::size_t i = from; i < glyphs.size(); ++i) glyphs[i].color = color;
    return *this;
  }

  std::size_t glyphs() const { return builder.document.pages.back().glyphs.size(); }
  model::Paper paper() const { return {builder.document, measured}; }
  std::vector<checks::LostMark> marks() const { return checks::find_lost_marks(paper()); }
};

Sheet page_of_text() {
  Sheet sheet;
  for (int i = 0; i < 20; ++i)
    sheet.line({{"the quick brown fox jumps over one lazy dog and then away", building::roman}});
  return sheet;
}

Sheet with_box(model::Box box, model::Color color, const std::string& text) {
  Sheet sheet = page_of_text();
  model::Page& page = sheet.builder.document.pages.back();
  model::Ink ink;
  ink.box = box;
  ink.color = color;
  ink.order = 1000000;
  page.inks.push_back(ink);
  std::size_t before = page.glyphs.size();
  sheet.builder.write(box.left + 5, box.top + 12, text, 9);
  for (std::size_t i = before; i < page.glyphs.size(); ++i) page.glyphs[i].order = 1000001;
  return sheet;
}

}  // namespace

using building::bold;
using building::roman;

TEST_CASE("question marks in bold among roman are a lost reference", "[checks]") {
  auto marks =
      Sheet().line({{"as Section ", roman}, {"??", bold}, {" shows below", roman}}).marks();
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].kind == MarkKind::reference);
  CHECK(marks[0].confidence == Confidence::certain);
  CHECK(marks[0].around == "as Section ?? shows below");
}

TEST_CASE("a single bold mark in brackets is a lost citation", "[checks]") {
  for (const char* open : {"[", "("}) {
    auto marks = Sheet()
                     .line({{std::string("known before ") + open, roman},
                            {"?", bold},
                            {*open == '[' ? "] and now" : ") and now", roman}})
                     .marks();
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].kind == MarkKind::citation);
    CHECK(marks[0].confidence == Confidence::certain);
  }
}

TEST_CASE("an author's own question marks are none of TeX's", "[checks]") {
  CHECK(Sheet().line({{"is this true?? We doubt it", roman}}).marks().empty());
  CHECK(Sheet().line({{"is it so", bold}, {"??", bold}, {" and so on", roman}}).marks().empty());
  CHECK(Sheet().line({{"mode-specific latent features?? and so on", roman}}).marks().empty());
}

TEST_CASE("marks in roman after the name of what is numbered are likely lost", "[checks]") {
  auto marks = Sheet().line({{"as shown in Figure ?? below", roman}}).marks();
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].confidence == Confidence::likely);
}

TEST_CASE("two marks are a lost pair of citations where single ones are lost", "[checks]") {
  auto sheet = Sheet();
  sheet.line({{"known before [", roman}, {"?", bold}, {"] and", roman}});
  sheet.line({{"among robots ", roman}, {"??", bold}, {" as before", roman}});
  for (const auto& mark : sheet.marks()) CHECK(mark.kind == MarkKind::citation);
  CHECK(sheet.marks().size() == 2);
}

TEST_CASE("a box of todonotes is found beside the text and across it", "[checks]") {
  auto found = [](const Sheet& sheet) { return checks::find_boxes(sheet.paper()).size(); };
  CHECK(found(with_box({510, 100, 600, 140}, 0xff8000, "say more here")) == 1);
  CHECK(found(with_box({108, 400, 504, 420}, 0xff8000, "say more here")) == 1);
  CHECK(found(with_box({200, 400, 300, 420}, 0xff8000, "a node of a plot")) == 0);
  CHECK(found(with_box({510, 100, 600, 140}, 0x3366cc, "say more here")) == 0);
  CHECK(found(with_box({510, 100, 600, 140}, 0xff8000, "A")) == 0);
}

TEST_CASE("remarks are set in a colour that little else has", "[checks]") {
  auto found = [](const std::string& text, model::Color color) {
    Sheet sheet = page_of_text();
    std::size_t before = sheet.glyphs();
    sheet.line({{text, roman}}).colored(color, before);
    return checks::find_remarks(sheet.paper()).size();
  };
  CHECK(found("AB: say more on this", 0xff0000) == 1);
  CHECK(found("latent features of modes??", 0xff0000) == 1);
  CHECK(found("AB: say more on this", 0x000000) == 0);
  CHECK(found("see the appendix for more", 0xff0000) == 0);
  // Whole pages in colour are a version with its changes marked.
  Sheet sheet = page_of_text();
  sheet.line({{"AB: say more on this", roman}}).colored(0xff0000);
  CHECK(checks::find_remarks(sheet.paper()).empty());
}
