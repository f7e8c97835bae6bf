#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "measure/askew.hpp"
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

void append(std::string& out, char32_t c) {
  if (is_white(c))
    out.push_back(' ');
  else if (c < 0x80)
    out.push_back(static_cast<char>(c));
  else if (std::string_view apart = ligature(c); !apart.empty())
    out += apart;
  else
    util::append(out, c);
}

// `gap_before` tells the white space between a glyph, by its place in the line, and the last one.
template <class GapBefore>
std::string text_of(const model::Page& page, const std::vector<std::uint32_t>& glyphs,
                    const GapBefore& gap_before) {
  std::string out;
  out.reserve(2 * glyphs.size());
  const Glyph* last = nullptr;
  for (const std::uint32_t& index : glyphs) {
    const Glyph& glyph = page.glyphs[index];
    double gap = last ? gap_before(*last, glyph, &index - glyphs.data()) : 0;
    if (last && gap > kSpace * std::min(glyph.size, last->size) && !out.empty() &&
        out.back() != ' ') {
      out.push_back(' ');
    }
    for (std::size_t i = 0; i < glyph.text_length && glyph.text + i < page.text.size(); ++i)
      append(out, page.text[glyph.text + i]);
    last = &glyph;
  }
  return std::string(util::trim(out));
}

std::string text_of(const model::Page& page, const std::vector<std::uint32_t>& glyphs) {
  if (page.glyphs[glyphs.front()].turn == model::Turn::askew) {
    std::vector<Points> gaps = gaps_askew(page, glyphs);
    return text_of(page, glyphs, [&](const Glyph&, const Glyph&, std::ptrdiff_t n) {
      return gaps[static_cast<std::size_t>(n)];
    });
  }
  return text_of(page, glyphs, [](const Glyph& last, const Glyph& next, std::ptrdiff_t) {
    return along(next) - along_end(last);
  });
}

bool is_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xc0 && c <= 0xde);
}
bool is_alphabetic(char32_t c) {
  return is_capital(c) || (c >= U'a' && c <= U'z') || (c >= 0xdf && c <= 0x24f) || c >= 0x370;
}

void count_letters(const model::Page& page, TextLine& line) {
  line.letters = line.alphabetic = line.capitals = 0;
  for (std::uint32_t index : line.glyphs) {
    const Glyph& glyph = page.glyphs[index];
    // All other lines are made of glyphs that are not.
    if (line.turned && is_blank(glyph, page)) continue;
    ++line.letters;
    if (glyph.text_length == 0 || glyph.text >= page.text.size()) continue;
    char32_t c = page.text[glyph.text];
    line.alphabetic += is_alphabetic(c);
    line.capitals += is_capital(c);
  }
}

void find_extent(const model::Page& page, TextLine& line) {
  const Glyph& first = page.glyphs[line.glyphs.front()];
  float left = first.left, top = first.top, right = first.right, bottom = first.bottom;
  Points gap = 0;
  std::size_t in_form = 0;
  std::uint32_t order = first.order;
  for (std::uint32_t index : line.glyphs) {
    const Glyph& glyph = page.glyphs[index];
    gap = std::max(gap, Points{glyph.left} - right);
    left = std::min(left, glyph.left), right = std::max(right, glyph.right);
    top = std::min(top, glyph.top), bottom = std::max(bottom, glyph.bottom);
    in_form += glyph.in_form;
    order = std::min(order, glyph.order);
  }
  line.line.box = {left, top, right, bottom};
  line.widest_gap = gap;
  line.in_form = 2 * in_form > line.glyphs.size();
  line.order = order;
}

std::vector<Stretch> find_stretches(const model::Page& page,
                                    const std::vector<std::uint32_t>& glyphs) {
  std::vector<Stretch> found;
  found.reserve(4);
  for (std::uint32_t index : glyphs) {
    const Glyph& glyph = page.glyphs[index];
    bool goes_on = !found.empty() && found.back().size == glyph.size &&
                   found.back().baseline == glyph.baseline && found.back().font == glyph.font;
    if (!goes_on) found.push_back({glyph.size, glyph.baseline, glyph.font, 0});
    ++found.back().glyphs;
  }
  return found;
}

// What most glyphs have; of equally many the least. `counts` is not empty.
template <class Key>
Key most_common(std::vector<std::pair<Key, int>> counts) {
  std::sort(counts.begin(), counts.end());
  auto best = counts.begin();
  for (auto group = counts.begin(); group != counts.end();) {
    auto next = group + 1;
    for (; next != counts.end() && next->first == group->first; ++next)
      group->second += next->second;
    if (group->second > best->second) best = group;
    group = next;
  }
  return best->first;
}

// The letters of the line's size behind its last bold ones.
int count_tail(const std::vector<FontTraits>& fonts, const TextLine& line) {
  int tail = 0;
  for (auto it = line.stretches.rbegin(); it != line.stretches.rend(); ++it) {
    bool is_known = it->font < fonts.size();
    if (is_known && fonts[it->font].bold) break;
    if (has_size_of(*it, line) && !(is_known && fonts[it->font].math)) tail += it->glyphs;
  }
  return tail;
}

// Size and font of most glyphs, and the baseline of those.
void find_type(const std::vector<FontTraits>& fonts, TextLine& line) {
  std::vector<std::pair<std::pair<int, int>, int>> kinds;  // size in hundredths, font
  kinds.reserve(line.stretches.size());
  int bold = 0, slanted = 0, math = 0;
  line.largest = 0;
  for (const Stretch& stretch : line.stretches) {
    auto size = static_cast<int>(std::lround(stretch.size * 100));
    kinds.push_back({{size, stretch.font}, stretch.glyphs});
    line.largest = std::max(line.largest, static_cast<double>(stretch.size));
    if (stretch.font >= fonts.size()) continue;
    bold += fonts[stretch.font].bold * stretch.glyphs;
    slanted += fonts[stretch.font].slanted * stretch.glyphs;
    math += fonts[stretch.font].math * stretch.glyphs;
  }
  auto [size, font] = most_common(std::move(kinds));
  line.line.size = size / 100.0;
  line.line.font = font;
  auto count = static_cast<double>(line.glyphs.size());
  std::uint16_t first = line.stretches.front().font;
  line.bold_first = first < fonts.size() && fonts[first].bold;
  line.bold = bold / count, line.slanted = slanted / count, line.math = math / count;
  line.plain_tail = bold > 0 ? count_tail(fonts, line) : 0;
}

// Wide hats and tildes alone stand upright in fonts of hanging signs, at "b" to "g".
bool is_wide_accent(const model::Page& page, const Glyph& glyph) {
  if (glyph.text_length == 0 || glyph.text >= page.text.size()) return false;
  char32_t c = page.text[glyph.text];
  return (c >= U'b' && c <= U'g') || c == 0x2c6 || c == 0x2dc || (c >= 0x300 && c <= 0x303);
}

// Boxes of glyphs come from the ascent and descent of their font, which say nothing of such signs.
void hang_signs(const model::Page& page, const std::vector<FontTraits>& fonts, TextLine& line) {
  constexpr double kRise = 0.04, kDepth = 0.96;  // of a root sign in Computer Modern
  bool is_any = std::any_of(line.stretches.begin(), line.stretches.end(), [&](const Stretch& s) {
    return s.font < fonts.size() && fonts[s.font].hangs;
  });
  if (!is_any || line.turned) return;
  line.line.box.top = page.size.height, line.line.box.bottom = 0;
  for (std::uint32_t index : line.glyphs) {
    const Glyph& glyph = page.glyphs[index];
    bool hangs =
        glyph.font < fonts.size() && fonts[glyph.font].hangs && !is_wide_accent(page, glyph);
    Points top = hangs ? glyph.baseline - kRise * glyph.size : Points{glyph.top};
    Points bottom = hangs ? glyph.baseline + kDepth * glyph.size : Points{glyph.bottom};
    line.line.box.top = std::min(line.line.box.top, top);
    line.line.box.bottom = std::max({line.line.box.bottom, bottom, Points{glyph.bottom}});
  }
}

int find_scale(const model::Page& page, const std::vector<std::uint32_t>& glyphs) {
  int first = page.glyphs[glyphs.front()].scale;
  bool is_one = std::all_of(glyphs.begin(), glyphs.end(),
                            [&](std::uint32_t index) { return page.glyphs[index].scale == first; });
  if (is_one) return first;
  std::vector<std::pair<int, int>> scales;
  scales.reserve(glyphs.size());
  for (std::uint32_t index : glyphs) scales.emplace_back(page.glyphs[index].scale, 1);
  return most_common(std::move(scales));
}

// The middle of `all` values, of which those not in `gaps` are nothing.
int middle_of(std::vector<double>& gaps, std::size_t all) {
  gaps.resize(all);
  auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(all / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return static_cast<int>(std::lround(1000 * *middle));
}

// What parts two neighbours of one type, in ems.
struct Gaps {
  std::vector<double> letters, words;
  std::size_t all_letters = 0;  // those too that nothing parts

  void add(double gap) {
    constexpr double kNone = 0.0004;  // rounded to no thousandth
    // Of words: more than kerns add, less than what parts a label from its words.
    constexpr double kLeast = 0.1, kMost = 0.9;
    if (gap > kLeast && gap < kMost) words.push_back(gap);
    if (std::abs(gap) > kSpace) return;
    ++all_letters;
    if (std::abs(gap) > kNone) letters.push_back(gap);
  }
};

Gaps find_gaps(const model::Page& page, const std::vector<std::uint32_t>& glyphs) {
  Gaps gaps;
  gaps.letters.reserve(glyphs.size());
  gaps.words.reserve(glyphs.size());
  const Glyph* last = &page.glyphs[glyphs.front()];
  for (std::size_t i = 1; i < glyphs.size(); ++i) {
    const Glyph& next = page.glyphs[glyphs[i]];
    bool is_one_type =
        last->font == next.font && last->size == next.size && last->baseline == next.baseline;
    if (is_one_type) gaps.add((along(next) - along_end(*last)) / next.size);
    last = &next;
  }
  return gaps;
}

void find_spacing(const model::Page& page, TextLine& line) {
  constexpr std::size_t kFewestWords = 4;
  Gaps gaps = find_gaps(page, line.glyphs);
  // Kerns part some letters, spacing all.
  bool is_tracked = gaps.all_letters > 0 && 2 * gaps.letters.size() >= gaps.all_letters;
  line.line.tracking = is_tracked ? middle_of(gaps.letters, gaps.all_letters) : 0;
  // Sentences end with more and formulas stand with less, so the middle one of all.
  bool has_words = gaps.words.size() >= kFewestWords;
  line.line.word_gap = has_words ? middle_of(gaps.words, gaps.words.size()) : 0;
}

Points find_baseline(const TextLine& line) {
  std::vector<std::pair<long, int>> baselines;  // in thousandths
  baselines.reserve(line.stretches.size());
  for (const Stretch& stretch : line.stretches) {
    if (has_size_of(stretch, line))
      baselines.emplace_back(std::lround(stretch.baseline * 1000), stretch.glyphs);
  }
  if (baselines.empty()) return line.stretches.front().baseline;
  return static_cast<double>(most_common(std::move(baselines))) / 1000;
}

}  // namespace

Source::Source(const model::Document& read) : document(read) {
  for (const model::Font& font : read.fonts) {
    fonts.push_back({is_bold_font(font.name), is_slanted_font(font.name), is_math_font(font.name),
                     is_hanging_font(font.name)});
  }
}

void describe(const Source& source, int number, TextLine& line) {
  const model::Page& page = source.document.pages[static_cast<std::size_t>(number - 1)];
  auto is_before = [&](auto a, auto b) { return page.glyphs[a].left < page.glyphs[b].left; };
  // Most lines are painted from left to right.
  if (!line.turned && !std::is_sorted(line.glyphs.begin(), line.glyphs.end(), is_before))
    std::stable_sort(line.glyphs.begin(), line.glyphs.end(), is_before);
  line.line.page = number;
  find_extent(page, line);
  count_letters(page, line);
  line.stretches = find_stretches(page, line.glyphs);
  find_type(source.fonts, line);
  if (line.math > 0) hang_signs(page, source.fonts, line);
  line.line.baseline = find_baseline(line);
  line.line.scale = find_scale(page, line.glyphs);
  find_spacing(page, line);
  const Glyph& first = page.glyphs[line.glyphs.front()];
  line.mark_first = first.size < 0.86 * line.line.size && first.baseline < line.line.baseline - 1;
  line.line.visible = is_painted(first);
  line.line.text = text_of(page, line.glyphs);
}

}  // namespace measure
