#include "checks/font_use.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "checks/wording.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

constexpr std::size_t kShownGlyphs = 60;
// Spaces are seldom painted: the narrowest in use is a fifth of the size. A gap of two sizes leads
// to another piece of text, such as the next number on an axis.
constexpr float kSpace = 0.18f;
constexpr float kOtherPiece = 2;

// The glyphs from `first` on that follow each other on one line in the same font.
void show_run(FontUse& use, const model::Page& page, std::size_t first) {
  std::u32string text;
  const model::Glyph& start = page.glyphs[first];
  model::Box box = {start.left, start.top, start.right, start.bottom};
  float end = start.left;
  for (std::size_t i = first; i < std::min(page.glyphs.size(), first + kShownGlyphs); ++i) {
    const model::Glyph& glyph = page.glyphs[i];
    float gap = glyph.left - end;
    if (glyph.font != start.font || std::abs(glyph.baseline - start.baseline) > 0.5f ||
        std::abs(gap) > kOtherPiece * start.size)
      break;
    if (gap > kSpace * start.size) text += U' ';
    box = box.joined({glyph.left, glyph.top, glyph.right, glyph.bottom});
    text += page.text.substr(glyph.text, glyph.text_length);
    end = glyph.right;
  }
  use.box = box;
  use.text = quoted_line(util::to_utf8(text));
}

// Where each font paints first and on which pages, apart for text and for figures. One pass, since
// a file may have ten thousands of fonts.
struct Places {
  std::vector<int> pages;
  std::size_t first_glyph = 0;
};
using PlacesByFont = std::map<std::pair<std::size_t, bool>, Places>;

PlacesByFont find_places(const model::Document& document) {
  PlacesByFont places;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    const auto& glyphs = document.pages[p].glyphs;
    for (std::size_t g = 0; g < glyphs.size(); ++g) {
      if (g > 0 && glyphs[g].font == glyphs[g - 1].font &&
          glyphs[g].in_form == glyphs[g - 1].in_form)
        continue;
      Places& place = places[{glyphs[g].font, glyphs[g].in_form}];
      if (place.pages.empty()) place.first_glyph = g;
      int page = static_cast<int>(p) + 1;
      if (place.pages.empty() || place.pages.back() != page) place.pages.push_back(page);
    }
  }
  return places;
}

// For papers without their glyphs.
void find_by_line(FontUse& use, const model::Measured& measured, std::size_t font) {
  for (const model::Line& line : measured.lines) {
    if (line.font != static_cast<int>(font) || !line.visible) continue;
    if (use.pages.empty()) {
      use.box = line.box;
      use.text = quoted_line(line.text);
    }
    if (use.pages.empty() || use.pages.back() != line.page) use.pages.push_back(line.page);
  }
}

FontUse use_of(const model::Paper& paper, std::size_t index, const PlacesByFont& places) {
  const model::Font& font = paper.document.fonts[index];
  FontUse use;
  use.name = font.name.empty() ? "a font without a name" : util::printable(font.name);
  use.only_in_figures = font.glyphs_in_form == font.glyphs;
  if (auto found = places.find({index, use.only_in_figures}); found != places.end()) {
    use.pages = found->second.pages;
    const model::Page& page = paper.document.pages[static_cast<std::size_t>(use.pages[0] - 1)];
    show_run(use, page, found->second.first_glyph);
  } else if (places.empty()) {
    find_by_line(use, paper.measured, index);
  }
  return use;
}

int first_page(const FontUse& use) {
  return use.pages.empty() ? 0 : use.pages.front();
}

void add(FontUse& same, FontUse use) {
  std::vector<int> pages;
  std::set_union(same.pages.begin(), same.pages.end(), use.pages.begin(), use.pages.end(),
                 std::back_inserter(pages));
  if (same.pages.empty() || (!use.pages.empty() && first_page(use) < first_page(same)))
    same = std::move(use);
  same.pages = std::move(pages);
}

}  // namespace

std::vector<FontUse> find_uses(const model::Paper& paper, bool (*accused)(const model::Font&),
                               bool only_text) {
  const auto& fonts = paper.document.fonts;
  auto is_meant = [&](const model::Font& font) { return font.glyphs != 0 && accused(font); };
  if (std::none_of(fonts.begin(), fonts.end(), is_meant)) return {};
  PlacesByFont places = find_places(paper.document);
  std::map<std::pair<bool, std::string>, FontUse> by_name;
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    if (!is_meant(fonts[i])) continue;
    FontUse use = use_of(paper, i, places);
    if (only_text && use.only_in_figures) continue;
    add(by_name[{use.only_in_figures, use.name}], use);
  }
  std::vector<FontUse> uses;
  uses.reserve(by_name.size());
  for (auto& [name, use] : by_name) uses.push_back(std::move(use));
  std::stable_sort(uses.begin(), uses.end(), [](const FontUse& a, const FontUse& b) {
    return std::pair(a.only_in_figures, first_page(a)) <
           std::pair(b.only_in_figures, first_page(b));
  });
  return uses;
}

std::string describe(const std::vector<FontUse>& uses) {
  std::vector<std::string> texts;
  for (const FontUse& use : uses) {
    std::string what = !use.only_in_figures ? "text" : use.pages.size() > 1 ? "figures" : "figure";
    std::string where = use.pages.empty() ? "" : " on " + page_list(use.pages);
    texts.push_back(fmt::format("{} ({}{})", use.name, what, where));
  }
  return name_list(texts);
}

void show_at(model::Finding& finding, const FontUse& use) {
  if (!use.pages.empty()) finding.page = use.pages.front();
  finding.box = use.box;
  finding.evidence = use.text;
}

bool is_wrapped_in_forms(const model::Paper& paper) {
  if (!paper.measured.body) return false;
  for (const model::Font& font : paper.document.fonts)
    if (font.name == paper.measured.body->font && font.glyphs > 0)
      return font.glyphs_in_form * 2 > font.glyphs;
  return false;
}

}  // namespace checks
