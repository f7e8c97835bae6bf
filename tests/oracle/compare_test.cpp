// A comparison that cannot fail shows nothing: each property is bent, alone, and must be noticed.
#define CATCH_CONFIG_MAIN
#include "oracle/compare.hpp"

#include <catch2/catch.hpp>
#include <set>

namespace {

using oracle::Property;
using Bend = void (*)(model::Document&);

model::Glyph glyph_at(float x, float baseline, std::uint32_t order) {
  model::Glyph glyph;
  glyph.x = glyph.left = x;
  glyph.baseline = baseline;
  glyph.right = x + 5;
  glyph.top = baseline - 7;
  glyph.bottom = baseline + 2;
  glyph.size = 10;
  glyph.text = order;
  glyph.text_length = 1;
  glyph.order = order;
  return glyph;
}

model::Ink ink_in(const model::Box& box, model::InkKind kind, model::Color color,
                  std::uint32_t order) {
  model::Ink ink;
  ink.box = box;
  ink.kind = kind;
  ink.is_rectangle = true;
  ink.color = color;
  ink.order = order;
  return ink;
}

// "paper" on a line, then a rule and a picture.
model::Document small_document() {
  model::Document document;
  document.fonts.push_back({"Times-Roman", "Type 1C", true, true, false, 5, 0, 1000});
  document.pages.emplace_back();
  model::Page& page = document.pages.back();
  page.size = {612, 792};
  page.media_box = page.crop_box = {0, 0, 612, 792};
  page.text = U"paper";
  for (std::uint32_t i = 0; i < 5; ++i) {
    page.glyphs.push_back(glyph_at(100 + 5 * static_cast<float>(i), 200, i));
  }
  page.inks.push_back(ink_in({100, 210, 300, 211}, model::InkKind::fill, 0, 5));
  page.inks.push_back(ink_in({100, 300, 300, 400}, model::InkKind::image, model::kUnknownColor, 6));
  page.images.push_back({{100, 300, 300, 400}, 200, 100, 400, 200, 8, false, false, 6});
  page.links.push_back({{100, 190, 130, 205}, "https://example.org", ""});
  page.annotations.push_back({{10, 10, 20, 20}, "Text", "", ""});
  return document;
}

std::set<Property> differing(const model::Document& ours, const model::Document& theirs) {
  std::set<Property> out;
  oracle::compare(ours, theirs,
                  [&](const oracle::Difference& difference) { out.insert(difference.property); });
  return out;
}

std::set<Property> noticed(Bend bend) {
  model::Document bent = small_document();
  bend(bent);
  const auto one_way = differing(bent, small_document());
  CHECK(differing(small_document(), bent) == one_way);
  return one_way;
}

model::Glyph& glyph(model::Document& document) {
  return document.pages[0].glyphs[2];
}

model::Ink& ink(model::Document& document) {
  return document.pages[0].inks[0];
}

model::Image& image(model::Document& document) {
  return document.pages[0].images[0];
}

struct Case {
  Property property;
  Bend bend;
};

const Case kBends[] = {
    {Property::pages, [](model::Document& d) { d.pages.emplace_back(); }},
    {Property::page_box, [](model::Document& d) { d.pages[0].size.height += 0.1; }},
    {Property::page_box, [](model::Document& d) { d.pages[0].crop_box.left += 0.1; }},
    {Property::page_box, [](model::Document& d) { d.pages[0].rotation = 90; }},
    {Property::links, [](model::Document& d) { d.pages[0].links[0].uri += "s"; }},
    {Property::links, [](model::Document& d) { d.pages[0].links.clear(); }},
    {Property::annotations, [](model::Document& d) { d.pages[0].annotations[0].type = "Ink"; }},
    {Property::font_scale, [](model::Document& d) { d.fonts[0].scale = 920; }},
    {Property::text, [](model::Document& d) { d.pages[0].text[2] = U'q'; }},
    {Property::text, [](model::Document& d) { glyph(d).text_length = 0; }},
    {Property::text, [](model::Document& d) { d.pages[0].glyphs.pop_back(); }},
    {Property::text,
     [](model::Document& d) { d.pages[0].glyphs.erase(d.pages[0].glyphs.begin()); }},
    {Property::baseline, [](model::Document& d) { glyph(d).x += 0.06F; }},
    {Property::baseline, [](model::Document& d) { glyph(d).baseline -= 0.06F; }},
    {Property::size, [](model::Document& d) { glyph(d).size *= 1.02F; }},
    {Property::glyph_box, [](model::Document& d) { glyph(d).right += 0.6F; }},
    {Property::glyph_scale, [](model::Document& d) { glyph(d).scale = 980; }},
    {Property::turn, [](model::Document& d) { glyph(d).turn = model::Turn::over; }},
    {Property::glyph_color, [](model::Document& d) { glyph(d).color = 0x000700; }},
    {Property::glyph_color, [](model::Document& d) { glyph(d).color = model::kUnknownColor; }},
    {Property::glyph_opacity, [](model::Document& d) { glyph(d).opacity = 250; }},
    {Property::render_mode, [](model::Document& d) { glyph(d).render_mode = 3; }},
    {Property::clipped, [](model::Document& d) { glyph(d).clipped = true; }},
    {Property::off_page, [](model::Document& d) { glyph(d).off_page = true; }},
    {Property::hidden_layer, [](model::Document& d) { glyph(d).hidden_layer = true; }},
    {Property::glyph_in_form, [](model::Document& d) { glyph(d).in_form = true; }},
    {Property::order, [](model::Document& d) { glyph(d).order = 9; }},
    {Property::ink, [](model::Document& d) { d.pages[0].inks.pop_back(); }},
    {Property::ink, [](model::Document& d) { ink(d).kind = model::InkKind::stroke; }},
    {Property::ink_box, [](model::Document& d) { ink(d).box.bottom += 0.6; }},
    {Property::ink_rectangle, [](model::Document& d) { ink(d).is_rectangle = false; }},
    {Property::ink_color, [](model::Document& d) { ink(d).color = 0xff; }},
    {Property::ink_opacity, [](model::Document& d) { ink(d).opacity = 0; }},
    {Property::ink_in_form, [](model::Document& d) { ink(d).in_form = true; }},
    {Property::images, [](model::Document& d) { image(d).columns = 600; }},
    {Property::images, [](model::Document& d) { image(d).rows = 0; }},
    {Property::images, [](model::Document& d) { image(d).bits = 1; }},
    {Property::images, [](model::Document& d) { image(d).width += 0.6; }},
    {Property::images, [](model::Document& d) { image(d).box.left += 0.6; }},
    {Property::images, [](model::Document& d) { image(d).is_stencil = true; }},
    {Property::images, [](model::Document& d) { image(d).in_form = true; }},
};

}  // namespace

TEST_CASE("a document is equal to itself", "[oracle]") {
  CHECK(differing(small_document(), small_document()).empty());
}

TEST_CASE("what is within the tolerances is equal", "[oracle]") {
  model::Document near = small_document();
  glyph(near).x += 0.04F;
  glyph(near).size *= 1.005F;
  glyph(near).color = 0x060606;
  ink(near).box.right += 0.4;
  CHECK(differing(near, small_document()).empty());
}

TEST_CASE("each property that is bent is noticed, and no other", "[oracle]") {
  for (const Case& each : kBends) {
    INFO(name_of(each.property));
    CHECK(noticed(each.bend) == std::set<Property>{each.property});
  }
}

TEST_CASE("no difference is accepted but for its reason", "[oracle]") {
  model::Document more = small_document(), less = small_document();
  less.pages[0].inks.pop_back();
  more.pages[0].inks.back().kind = model::InkKind::shading;
  const auto reasons = [](const model::Document& ours, const model::Document& theirs,
                          const char* complaint) {
    std::vector<int> out;
    oracle::compare(ours, theirs, [&](oracle::Difference difference) {
      difference.complaints = {complaint};
      out.push_back(oracle::find_reason(difference));
    });
    return out;
  };
  const char* const singular = "Singular matrix in shading pattern fill";
  CHECK(reasons(more, less, "Bad image parameters") == std::vector<int>{-1});
  CHECK(reasons(less, more, singular) == std::vector<int>{-1});
  const auto accepted = reasons(more, less, singular);
  REQUIRE(accepted.size() == 1);
  CHECK(accepted[0] >= 0);
}

TEST_CASE("a font that differs is noticed on the page and in the list", "[oracle]") {
  const auto bend = [](model::Document& document) { document.fonts[0].name = "Courier"; };
  CHECK(noticed(bend) == std::set<Property>{Property::font, Property::fonts});
}

TEST_CASE("a number that is none is never equal to one", "[oracle]") {
  model::Document broken = small_document();
  glyph(broken).x = NAN;
  CHECK(differing(broken, small_document()) == std::set<Property>{Property::baseline});
}
