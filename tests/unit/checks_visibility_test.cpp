#include "checks/visibility.hpp"

#include <catch2/catch.hpp>

#include "checks/contrast.hpp"
#include "checks/hidden_text.hpp"

using checks::Contrast;
using checks::Look;
using checks::Unseen;
using model::Confidence;

namespace {

// A letter of 10 pt at (100, 100), of 5 pt width, as the second thing on the page.
model::Glyph letter(model::Color color = 0) {
  model::Glyph glyph;
  glyph.left = glyph.x = 100;
  glyph.right = 105;
  glyph.top = 93;
  glyph.bottom = 102;
  glyph.baseline = 100;
  glyph.size = 10;
  glyph.text_length = 1;
  glyph.order = 10;
  glyph.color = color;
  return glyph;
}

model::Ink bar(model::Color color, std::uint32_t order, model::Box box = {90, 90, 200, 110}) {
  model::Ink ink;
  ink.box = box;
  ink.is_rectangle = true;
  ink.cover = model::Cover::all;
  ink.color = color;
  ink.order = order;
  return ink;
}

Look look(const model::Glyph& glyph, std::vector<model::Ink> inks = {}) {
  model::Page page;
  page.size = {612, 792};
  page.text = U"a";
  page.glyphs = {glyph};
  page.inks = std::move(inks);
  std::vector<model::Font> fonts(1);
  std::size_t comparisons = checks::kMostComparisons;
  return checks::PageView(page, fonts, comparisons).look_at(glyph);
}

bool is_seen(const model::Glyph& glyph, std::vector<model::Ink> inks = {}) {
  return look(glyph, std::move(inks)).why == Unseen::no;
}

Unseen why_of(void (*change)(model::Glyph&)) {
  model::Glyph glyph = letter();
  change(glyph);
  Look found = look(glyph);
  CHECK(found.sure == Confidence::certain);
  return found.why;
}

}  // namespace

TEST_CASE("contrast is that of light and of hue", "[checks]") {
  CHECK(checks::contrast(0xffffff, 0xffffff) == Contrast::none);
  CHECK(checks::contrast(0xf5f5f7, 0xffffff) == Contrast::none);
  CHECK(checks::contrast(0x0a0a0a, 0x000000) == Contrast::none);
  CHECK(checks::contrast(0xe6e6e6, 0xffffff) == Contrast::faint);
  CHECK(checks::contrast(0xd3d3d3, 0xffffff) == Contrast::faint);
  CHECK(checks::contrast(0xc0c0c0, 0xffffff) == Contrast::clear);
  CHECK(checks::contrast(0xffff00, 0xffffff) == Contrast::clear);
  CHECK(checks::contrast(0x00ff00, 0xffffff) == Contrast::clear);
  CHECK(checks::mixed(0x000000, 0xffffff, 0.5) == 0x808080);
}

TEST_CASE("a glyph is hidden by how it is painted", "[checks]") {
  CHECK(is_seen(letter()));
  CHECK(why_of([](model::Glyph& g) { g.render_mode = 3; }) == Unseen::mode);
  CHECK(why_of([](model::Glyph& g) { g.render_mode = 7; }) == Unseen::mode);
  CHECK(why_of([](model::Glyph& g) { g.opacity = 0; }) == Unseen::opacity);
  CHECK(why_of([](model::Glyph& g) { g.hidden_layer = true; }) == Unseen::layer);
  CHECK(why_of([](model::Glyph& g) { g.off_page = true; }) == Unseen::off_page);
  CHECK(why_of([](model::Glyph& g) { g.clipped = true; }) == Unseen::clipped);
  CHECK(why_of([](model::Glyph& g) { g.size = 0.9f; }) == Unseen::tiny);
  CHECK(why_of([](model::Glyph& g) { g.scale = 5; }) == Unseen::tiny);
  CHECK(why_of([](model::Glyph& g) { g.color = 0xfefefe; }) == Unseen::color);
}

TEST_CASE("what is hardly seen is likely hidden", "[checks]") {
  CHECK(look(letter(0xd3d3d3)).sure == Confidence::likely);
  model::Glyph small = letter();
  small.size = 1.8f;
  CHECK(look(small).sure == Confidence::likely);
  small.size = 5;
  CHECK(is_seen(small));
}

TEST_CASE("what lies beneath decides on a colour", "[checks]") {
  CHECK(is_seen(letter(0xffffff), {bar(0x000080, 1)}));
  CHECK(look(letter(0x000000), {bar(0x000000, 1)}).why == Unseen::color);
  CHECK(look(letter(0xffffff), {bar(0x000080, 1), bar(0xffffff, 2)}).why == Unseen::color);
  model::Ink half = bar(0x000000, 1);
  half.opacity = 128;
  CHECK(is_seen(letter(0xffffff), {half}));
  model::Ink beside = bar(0x000080, 1, {300, 90, 400, 110});
  CHECK(look(letter(0xffffff), {beside}).why == Unseen::color);
}

TEST_CASE("a background that is not known accuses nobody", "[checks]") {
  model::Ink picture = bar(model::kUnknownColor, 1);
  picture.kind = model::InkKind::image;
  CHECK(look(letter(0xffffff), {picture}).sure == Confidence::possible);
  CHECK(is_seen(letter(), {picture}));
  model::Ink shape = bar(0x000000, 1);
  shape.cover = model::Cover::some;
  CHECK(look(letter(0xffffff), {shape}).sure == Confidence::possible);
  shape.cover = model::Cover::little;
  CHECK(look(letter(0xffffff), {shape}).sure == Confidence::certain);
  model::Glyph mixed = letter(0xffffff);
  mixed.is_mixed = true;
  CHECK(is_seen(mixed));
}

TEST_CASE("what is painted later hides or tints", "[checks]") {
  CHECK(look(letter(), {bar(0xffffff, 20)}).why == Unseen::covered);
  CHECK(look(letter(),
             {bar(0xffffff, 20, {90, 90, 200, 97.5}), bar(0xffffff, 21, {90, 97, 200, 110})})
            .why == Unseen::covered);
  CHECK(is_seen(letter(), {bar(0xffffff, 20, {90, 90, 102, 110})}));
  model::Ink veil = bar(0xffff00, 20);
  veil.opacity = 128;
  CHECK(is_seen(letter(), {veil}));
  veil.color = 0xffffff;
  veil.opacity = 248;
  CHECK(look(letter(), {veil}).why == Unseen::color);
  model::Ink marker = bar(0xffff00, 20);
  marker.masked = true;
  CHECK(is_seen(letter(), {marker}));
  model::Ink pattern = bar(model::kUnknownColor, 20);
  CHECK(is_seen(letter(), {pattern}));
  pattern.kind = model::InkKind::image;
  CHECK(look(letter(), {pattern}).why == Unseen::covered);
}

TEST_CASE("a Type 3 glyph is what its procedure paints", "[checks]") {
  model::Page page;
  page.size = {612, 792};
  page.glyphs = {letter(0xffffff)};
  std::vector<model::Font> fonts(1);
  fonts[0].type = "Type 3";
  std::size_t comparisons = checks::kMostComparisons;
  CHECK(checks::PageView(page, fonts, comparisons).look_at(page.glyphs[0]).why == Unseen::empty);
  model::Ink drawing = bar(0x000000, 11);
  drawing.kind = model::InkKind::glyph;
  page.inks = {drawing};
  CHECK(checks::PageView(page, fonts, comparisons).look_at(page.glyphs[0]).why == Unseen::no);
}

TEST_CASE("ink without end costs no time without end", "[checks]") {
  model::Page page;
  page.size = {612, 792};
  page.glyphs.assign(1000, letter());
  page.inks.assign(30'000, bar(0xeeeeee, 1));
  std::vector<model::Font> fonts(1);
  std::size_t comparisons = 1'000'000;
  checks::PageView view(page, fonts, comparisons);
  for (const model::Glyph& glyph : page.glyphs) view.look_at(glyph);
  CHECK(view.was_cut());
}

TEST_CASE("hidden glyphs become passages with blanks where lines and words end", "[checks]") {
  model::Paper paper;
  paper.document.fonts.resize(1);
  model::Page& page = paper.document.pages.emplace_back();
  page.size = {612, 792};
  float x = 100, y = 100;
  for (char32_t c : std::u32string(U"to be\nor")) {
    model::Glyph glyph = letter(0xffffff);
    if (c == U'\n') {
      x = 100;
      y += 12;
      continue;
    }
    glyph.left = glyph.x = x;
    glyph.right = x += 5;
    glyph.top = y - 7;
    glyph.bottom = y + 2;
    glyph.baseline = y;
    glyph.text = static_cast<std::uint32_t>(page.text.size());
    page.text += c;
    page.glyphs.push_back(glyph);
  }
  const checks::HiddenText& hidden = checks::find_hidden_text(paper);
  REQUIRE(hidden.passages.size() == 1);
  CHECK(hidden.passages[0].text == "to be or");
  CHECK(hidden.passages[0].letters == 6);
  CHECK(hidden.passages[0].box_of({6, 8}).top == Approx(105));
  CHECK(hidden.passages[0].box().top == Approx(93));
}
