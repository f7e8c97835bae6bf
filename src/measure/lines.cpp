#include "measure/lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "measure/families.hpp"
#include "util/text.hpp"

namespace measure {
namespace {

using model::Document;
using model::Glyph;
using model::Turn;

// Within a line a word space stretches to about 0.6 em before TeX calls the line underfull; gutters
// start at 1.2 em.
constexpr double kWordGap = 0.9;
// A script of a script is half the size of the text.
constexpr double kSmallestScript = 0.4;
// Between words painted apart from each other: an overfull line may come this near to the next
// column.
constexpr double kStrangerGap = 0.45;
// Glyphs of a space or a script may be painted between two words.
constexpr std::uint32_t kNextPainted = 4;
// Less than the narrowest justified word space, more than any kern.
constexpr double kSpace = 0.14;
// Glyphs of one line set in one size have one baseline; rounding in PDF writers moves it this far.
constexpr Points kSameBaseline = 0.6;
// A hostile page may hold a hundred thousand glyphs on one spot: each looks only so far for
// friends.
constexpr std::size_t kFarthestFriend = 600;

struct Run {
  std::vector<std::uint32_t> glyphs;
  Box box;
  Points baseline = 0, size = 0;
};

bool is_white(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0xa0 || c == 0x2003 || c == 0x2002;
}

bool is_blank(const Glyph& glyph, const model::Page& page) {
  if (glyph.text_length == 0) return glyph.right - glyph.left <= 0;
  for (std::size_t i = 0; i < glyph.text_length; ++i) {
    if (glyph.text + i < page.text.size() && !is_white(page.text[glyph.text + i])) return false;
  }
  return true;
}

Box box_of(const Glyph& g) {
  return {g.left, g.top, g.right, g.bottom};
}

bool continues(const Run& run, const Glyph& last, const Glyph& next) {
  double size = std::max(run.size, static_cast<double>(next.size));
  if (std::abs(next.baseline - last.baseline) > 0.3) return false;
  if (std::max(last.size, next.size) > 1.6 * std::min(last.size, next.size)) return false;
  double gap = next.left - last.right;
  return gap <= kWordGap * size && gap >= -0.6 * size;
}

void add(Run& run, std::uint32_t index, const Glyph& glyph) {
  run.box = run.glyphs.empty() ? box_of(glyph) : run.box.joined(box_of(glyph));
  if (run.glyphs.empty()) run.baseline = glyph.baseline;
  run.size = std::max(run.size, static_cast<double>(glyph.size));
  run.glyphs.push_back(index);
}

std::vector<Run> find_runs(const model::Page& page, const std::vector<bool>& skipped,
                           bool painted) {
  std::vector<Run> runs;
  const Glyph* last = nullptr;
  for (std::uint32_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if (i < skipped.size() && skipped[i]) continue;
    if (glyph.turn != Turn::none || is_painted(glyph) != painted || is_blank(glyph, page)) continue;
    if (!last || !continues(runs.back(), *last, glyph)) runs.emplace_back();
    add(runs.back(), i, glyph);
    last = &glyph;
  }
  return runs;
}

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

// A sub- or superscript of the other, or a sign of a formula standing in its line.
bool is_attached(const Run& a, const Run& b, double gap) {
  const Run& large = a.size >= b.size ? a : b;
  const Run& small = a.size >= b.size ? b : a;
  double shift = std::abs(a.baseline - b.baseline);
  // A letter of a watermark lies over several lines and belongs to none.
  if (small.size < kSmallestScript * large.size) return false;
  // Scripts are at most 0.86 of the size (8 under 9.3); raised ones lie within 0.6 em of the
  // baseline, lowered ones within 0.35: more would take in parts of the next line of tight text.
  double farthest = small.baseline < large.baseline ? 0.6 : 0.35;
  if (small.size <= 0.86 * large.size && shift <= farthest * large.size) {
    return gap <= 0.45 * large.size && gap >= -0.35 * large.size;
  }
  return shift <= 0.25 * large.size && gap <= 0.25 * large.size && small.glyphs.size() <= 3;
}

// Words of one line are painted one after the other; those of two columns are not.
bool are_painted_together(const Run& a, const Run& b) {
  const Run& first = a.glyphs.front() < b.glyphs.front() ? a : b;
  const Run& second = a.glyphs.front() < b.glyphs.front() ? b : a;
  return second.glyphs.front() - first.glyphs.back() <= kNextPainted;
}

bool belong_together(const Run& a, const Run& b) {
  double gap = std::max(a.box.left, b.box.left) - std::min(a.box.right, b.box.right);
  double size = std::max(a.size, b.size);
  if (std::abs(a.baseline - b.baseline) <= kSameBaseline) {
    if (std::min(a.size, b.size) < kSmallestScript * size) return false;
    double most = are_painted_together(a, b) ? kWordGap : kStrangerGap;
    return gap <= most * std::min(size, 1.3 * std::min(a.size, b.size));
  }
  return is_attached(a, b, gap);
}

std::vector<std::vector<std::uint32_t>> join_runs(std::vector<Run> runs) {
  std::sort(runs.begin(), runs.end(),
            [](const Run& a, const Run& b) { return a.baseline < b.baseline; });
  Points largest = 0;
  for (const Run& run : runs) largest = std::max(largest, run.size);
  Groups groups(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    std::size_t end = std::min(runs.size(), i + kFarthestFriend);
    for (std::size_t j = i + 1; j < end; ++j) {
      if (runs[j].baseline - runs[i].baseline > std::min(0.6 * largest, 20.0)) break;
      if (belong_together(runs[i], runs[j])) groups.join(i, j);
    }
  }
  std::map<std::size_t, std::vector<std::uint32_t>> joined;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto& glyphs = joined[groups.find(i)];
    glyphs.insert(glyphs.end(), runs[i].glyphs.begin(), runs[i].glyphs.end());
  }
  std::vector<std::vector<std::uint32_t>> out;
  for (auto& [root, glyphs] : joined) out.push_back(std::move(glyphs));
  return out;
}

double along(const Glyph& g) {
  return g.turn == Turn::left ? -g.bottom : g.turn == Turn::right ? g.top : g.left;
}
double along_end(const Glyph& g) {
  return g.turn == Turn::left ? -g.top : g.turn == Turn::right ? g.bottom : g.right;
}
double across(const Glyph& g) {
  return g.turn == Turn::over ? g.baseline : (g.left + g.right) / 2;
}

// Turned text is stamps and labels: glyphs painted one after the other beside each other.
std::vector<std::vector<std::uint32_t>> find_turned(const model::Page& page,
                                                    const std::vector<bool>& skipped) {
  std::vector<std::vector<std::uint32_t>> lines;
  const Glyph* last = nullptr;
  for (std::uint32_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if ((i < skipped.size() && skipped[i]) || glyph.turn == Turn::none) continue;
    bool goes_on = last && last->turn == glyph.turn && is_painted(*last) == is_painted(glyph) &&
                   std::abs(across(*last) - across(glyph)) < 0.7 * glyph.size &&
                   std::abs(along(glyph) - along_end(*last)) < 4 * glyph.size;
    if (!goes_on) lines.emplace_back();
    lines.back().push_back(i);
    last = &glyph;
  }
  return lines;
}

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
      return "st";
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

Source::Source(const Document& read) : document(read) {
  for (const model::Font& font : read.fonts) {
    fonts.push_back({is_bold_font(font.name), is_slanted_font(font.name), is_math_font(font.name)});
  }
}

bool is_painted(const Glyph& glyph) {
  return glyph.render_mode != 3 && glyph.render_mode != 7 && glyph.opacity > 0 && !glyph.clipped &&
         !glyph.off_page && !glyph.hidden_layer;
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

std::vector<TextLine> find_pieces(const Source& source, int number,
                                  const std::vector<bool>& skipped) {
  const model::Page& page = source.document.pages[static_cast<std::size_t>(number - 1)];
  std::vector<TextLine> pieces;
  auto keep = [&](std::vector<std::vector<std::uint32_t>> groups, bool turned) {
    for (auto& glyphs : groups) {
      TextLine& piece = pieces.emplace_back();
      piece.glyphs = std::move(glyphs);
      piece.turned = turned;
      describe(source, number, piece);
    }
  };
  keep(join_runs(find_runs(page, skipped, true)), false);
  keep(join_runs(find_runs(page, skipped, false)), false);
  keep(find_turned(page, skipped), true);
  return pieces;
}

void join_pieces(const Source& source, int number, const std::vector<Gutter>& gutters, double most,
                 std::vector<TextLine>& pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const TextLine& a, const TextLine& b) {
    return std::pair(a.line.baseline, a.line.box.left) <
           std::pair(b.line.baseline, b.line.box.left);
  });
  // Overfull lines reach into a gutter and past it.
  auto are_parted = [&](const Box& one, const Box& other) {
    const Box& left = one.left < other.left ? one : other;
    const Box& right = one.left < other.left ? other : one;
    return std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& gutter) {
      return left.left < gutter.left && right.left > gutter.middle() && left.right < right.left + 1;
    });
  };
  std::vector<bool> gone(pieces.size()), grown(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    TextLine& piece = pieces[i];
    if (gone[i] || piece.turned) continue;
    for (std::size_t j = i + 1; j < std::min(pieces.size(), i + kFarthestFriend); ++j) {
      TextLine& other = pieces[j];
      if (other.line.baseline - piece.line.baseline > kSameBaseline) break;
      if (gone[j] || other.turned || other.line.visible != piece.line.visible) continue;
      Points left = std::min(piece.line.box.right, other.line.box.right);
      Points right = std::max(piece.line.box.left, other.line.box.left);
      if (right - left > most * std::max(piece.line.size, other.line.size)) continue;
      if (are_parted(piece.line.box, other.line.box)) continue;
      piece.glyphs.insert(piece.glyphs.end(), other.glyphs.begin(), other.glyphs.end());
      piece.line.box = piece.line.box.joined(other.line.box);
      gone[j] = grown[i] = true;
    }
  }
  std::vector<TextLine> kept;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (gone[i]) continue;
    if (grown[i]) describe(source, number, pieces[i]);
    kept.push_back(std::move(pieces[i]));
  }
  pieces = std::move(kept);
}

}  // namespace measure
