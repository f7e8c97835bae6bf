#include "checks/font_use.hpp"

#include <algorithm>
#include <cmath>

#include "checks/wording.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

constexpr std::size_t kShownGlyphs = 60;

// The glyphs from `first` on that follow each other on one line in the same font.
void show_run(FontUse& use, const model::Page& page, std::size_t first) {
  std::u32string text;
  const model::Glyph& start = page.glyphs[first];
  model::Box box = {start.left, start.top, start.right, start.bottom};
  for (std::size_t i = first; i < std::min(page.glyphs.size(), first + kShownGlyphs); ++i) {
    const model::Glyph& glyph = page.glyphs[i];
    if (glyph.font != start.font || std::abs(glyph.baseline - start.baseline) > 0.5f) break;
    box = box.joined({glyph.left, glyph.top, glyph.right, glyph.bottom});
    text += page.text.substr(glyph.text, glyph.text_length);
  }
  use.box = box;
  use.text = quoted_line(util::to_utf8(text));
}

bool find_by_glyph(FontUse& use, const model::Document& document, std::size_t font) {
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    const auto& glyphs = document.pages[p].glyphs;
    auto found = std::find_if(glyphs.begin(), glyphs.end(), [&](const model::Glyph& glyph) {
      return glyph.font == font && glyph.in_form == use.only_in_figures;
    });
    if (found == glyphs.end()) continue;
    use.page = static_cast<int>(p) + 1;
    show_run(use, document.pages[p], static_cast<std::size_t>(found - glyphs.begin()));
    return true;
  }
  return false;
}

void find_by_line(FontUse& use, const model::Measured& measured, std::size_t font) {
  for (const model::Line& line : measured.lines) {
    if (line.font != static_cast<int>(font) || !line.visible) continue;
    use.page = line.page;
    use.box = line.box;
    use.text = quoted_line(line.text);
    return;
  }
}

}  // namespace

std::vector<FontUse> find_uses(const model::Paper& paper, bool (*accused)(const model::Font&),
                               bool only_text) {
  std::vector<FontUse> uses;
  const auto& fonts = paper.document.fonts;
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    if (!accused(fonts[i]) || fonts[i].glyphs == 0) continue;
    FontUse use;
    use.name = fonts[i].name.empty() ? "a font without a name" : util::printable(fonts[i].name);
    use.only_in_figures = fonts[i].glyphs_in_form == fonts[i].glyphs;
    if (only_text && use.only_in_figures) continue;
    if (!find_by_glyph(use, paper.document, i)) find_by_line(use, paper.measured, i);
    uses.push_back(std::move(use));
  }
  std::stable_partition(uses.begin(), uses.end(),
                        [](const FontUse& use) { return !use.only_in_figures; });
  return uses;
}

std::string describe(const std::vector<FontUse>& uses) {
  std::vector<std::string> texts;
  for (const FontUse& use : uses) {
    std::string text = fmt::format("{} ({}{})", use.name, use.only_in_figures ? "figure" : "text",
                                   use.page ? fmt::format(" on page {}", *use.page) : "");
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }
  return name_list(texts);
}

void show_at(model::Finding& finding, const FontUse& use) {
  finding.page = use.page;
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
