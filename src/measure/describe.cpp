#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "measure/families.hpp"
#include "measure/glyphs.hpp"
#include "measure/lines.hpp"
#include "util/text.hpp"

namespace measure {
namespace {

using model::Glyph;

// Less than the narrowest justified word space, more than any kern.
constexpr double kSpace = 0.14;

std::string_view ligature(char32_t c) {
  switch (c) {
    case 0xfb00:
      return "ff";
    case 0xfb01:
      return "fi";
    case 0xfb02:
      return "fl";
    case 0xfb03:
      return "ffi";
    case 0xfb04:
      return "ffl";
    case 0xfb05:
    case 0xfb06:
      return "st";
    default:
      return {};
  }
}

void append(std::u32string& out, const model::Page& page, const Glyph& glyph) {
  for (std::size_t i = 0; i < glyph.text_length && glyph.text + i < page.text.size(); ++i) {
    char32_t c = page.text[glyph.text + i];
    if (std::string_view apart = ligature(c); !apart.empty()) {
      for (char letter : apart) out.push_back(static_cast<char32_t>(letter));
    } else {
      out.push_back(is_white(c) ? U' ' : c);
    }
  }
}

std::string text_of(const model::Page& page, const TextLine& line) {
  std::u32string out;
  const Glyph* last = nullptr;
  for (std::uint32_t index : line.glyphs) {
    const Glyph& glyph = page.glyphs[index];
    double gap = last ? along(glyph) - along_end(*last) : 0;
    if (last && gap > kSpace * std::min(glyph.size, last->size) && !out.empty() &&
        out.back() != U' ') {
      out.push_back(U' ');
    }
    append(out, page, glyph);
    last = &glyph;
  }
  return std::string(util::trim(util::to_utf8(out)));
}

bool is_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xc0 && c <= 0xde);
}
bool is_alphabetic(char32_t c) {
  return is_capital(c) || (c >= U'a' && c <= U'z') || (c >= 0xdf && c <= 0x24f) || c >= 0x370;
}

void count_letters(const model::Page& page, TextLine& line) {
  for (std::uint32_t index : line.glyphs) {
    const Glyph& glyph = page.glyphs[index];
    if (is_blank(glyph, page)) continue;
    ++line.letters;
    if (glyph.text_length == 0 || glyph.text >= page.text.size()) continue;
    char32_t c = page.text[glyph.text];
    line.alphabetic += is_alphabetic(c) || !ligature(c).empty();
    line.capitals += is_capital(c);
  }
}

// Size and font of most glyphs, and the baseline of those.
void find_type(const std::vector<FontTraits>& fonts, const model::Page& page, TextLine& line) {
  std::map<std::pair<int, int>, int> kinds;  // size in hundredths, font
  double bold = 0, slanted = 0, math = 0;
  for (std::uint32_t index : line.glyphs) {
    const Glyph& glyph = page.glyphs[index];
    ++kinds[{static_cast<int>(std::lround(glyph.size * 100)), glyph.font}];
    line.largest = std::max(line.largest, static_cast<double>(glyph.size));
    if (glyph.font >= fonts.size()) continue;
    bold += fonts[glyph.font].bold;
    slanted += fonts[glyph.font].slanted;
    math += fonts[glyph.font].math;
  }
  auto most = std::max_element(kinds.begin(), kinds.end(),
                               [](auto& a, auto& b) { return a.second < b.second; });
  line.line.size = most->first.first / 100.0;
  line.line.font = most->first.second;
  auto count = static_cast<double>(line.glyphs.size());
  std::uint16_t first = page.glyphs[line.glyphs.front()].font;
  line.bold_first = first < fonts.size() && fonts[first].bold;
  line.bold = bold / count, line.slanted = slanted / count, line.math = math / count;
  std::map<long, int> baselines;
  for (std::uint32_t index : line.glyphs) {
    const Glyph& glyph = page.glyphs[index];
    if (std::abs(glyph.size - line.line.size) < 0.02)
      ++baselines[std::lround(glyph.baseline * 1000)];
  }
  auto base = std::max_element(baselines.begin(), baselines.end(),
                               [](auto& a, auto& b) { return a.second < b.second; });
  line.line.baseline = static_cast<double>(base->first) / 1000;
}

}  // namespace

Source::Source(const model::Document& read) : document(read) {
  for (const model::Font& font : read.fonts) {
    fonts.push_back({is_bold_font(font.name), is_slanted_font(font.name), is_math_font(font.name)});
  }
}

void describe(const Source& source, int number, TextLine& line) {
  const model::Page& page = source.document.pages[static_cast<std::size_t>(number - 1)];
  if (!line.turned) {
    std::stable_sort(line.glyphs.begin(), line.glyphs.end(),
                     [&](auto a, auto b) { return page.glyphs[a].left < page.glyphs[b].left; });
  }
  line.line.page = number;
  line.letters = line.alphabetic = line.capitals = 0;
  line.largest = line.widest_gap = 0;
  int in_form = 0;
  line.order = ~std::uint32_t{0};
  Points reached = page.glyphs[line.glyphs.front()].right;
  for (std::uint32_t index : line.glyphs) {
    const Glyph& glyph = page.glyphs[index];
    Box box = box_of(glyph);
    line.line.box = index == line.glyphs.front() ? box : line.line.box.joined(box);
    line.widest_gap = std::max(line.widest_gap, box.left - reached);
    reached = std::max(reached, box.right);
    in_form += glyph.in_form;
    line.order = std::min(line.order, glyph.order);
  }
  line.in_form = 2 * in_form > static_cast<int>(line.glyphs.size());
  count_letters(page, line);
  find_type(source.fonts, page, line);
  const Glyph& first = page.glyphs[line.glyphs.front()];
  line.mark_first = first.size < 0.86 * line.line.size && first.baseline < line.line.baseline - 1;
  line.line.visible = is_painted(first);
  line.line.text = text_of(page, line);
}

}  // namespace measure
