#include "measure/lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "measure/askew.hpp"
#include "measure/glyphs.hpp"

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
// Glyphs of one line set in one size have one baseline; rounding in PDF writers moves it this far.
constexpr Points kSameBaseline = 0.6;
// A hostile page may hold a hundred thousand glyphs on one spot: each looks only so far for
// friends.
constexpr std::size_t kFarthestFriend = 600;

struct Run {
  Box box;
  Points baseline = 0, size = 0;
  std::uint32_t first = 0, last = 0;  // of the page's glyphs
  std::size_t begin = 0, count = 0;   // in Runs::glyphs
};

struct Runs {
  std::vector<Run> runs;
  std::vector<std::uint32_t> glyphs;  // of all runs, one after the other
};

bool continues(const Run& run, const Glyph& last, const Glyph& next) {
  double size = std::max(run.size, static_cast<double>(next.size));
  if (std::abs(next.baseline - last.baseline) > 0.3) return false;
  if (std::max(last.size, next.size) > 1.6 * std::min(last.size, next.size)) return false;
  double gap = next.left - last.right;
  return gap <= kWordGap * size && gap >= -0.6 * size;
}

void add(Runs& found, const model::Page& page, std::uint32_t index) {
  const Glyph& glyph = page.glyphs[index];
  bool goes_on =
      !found.runs.empty() && continues(found.runs.back(), page.glyphs[found.glyphs.back()], glyph);
  if (!goes_on) {
    found.runs.push_back(
        {box_of(glyph), glyph.baseline, glyph.size, index, index, found.glyphs.size(), 0});
  }
  Run& run = found.runs.back();
  run.box = run.box.joined(box_of(glyph));
  run.size = std::max(run.size, static_cast<double>(glyph.size));
  run.last = index;
  ++run.count;
  found.glyphs.push_back(index);
}

// A page's glyphs that are neither skipped nor blank.
struct Sorted {
  Runs painted, unpainted;
  std::vector<std::uint32_t> turned;  // blank ones too
};

Sorted sort_glyphs(const model::Page& page, const std::vector<bool>& skipped) {
  Sorted sorted;
  sorted.painted.glyphs.reserve(page.glyphs.size());
  for (std::uint32_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if (i < skipped.size() && skipped[i]) continue;
    if (glyph.turn != Turn::none) {
      if (!is_absurd(glyph)) sorted.turned.push_back(i);
    } else if (!is_blank(glyph, page)) {
      add(is_painted(glyph) ? sorted.painted : sorted.unpainted, page, i);
    }
  }
  return sorted;
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
  return shift <= 0.25 * large.size && gap <= 0.25 * large.size && small.count <= 3;
}

// Words of one line are painted one after the other; those of two columns are not.
bool are_painted_together(const Run& a, const Run& b) {
  const Run& earlier = a.first < b.first ? a : b;
  const Run& later = a.first < b.first ? b : a;
  return later.first - earlier.last <= kNextPainted;
}

bool belong_together(const Run& a, const Run& b) {
  double gap = std::max(a.box.left, b.box.left) - std::min(a.box.right, b.box.right);
  double size = std::max(a.size, b.size);
  if (gap > kWordGap * size) return false;
  if (std::abs(a.baseline - b.baseline) <= kSameBaseline) {
    if (std::min(a.size, b.size) < kSmallestScript * size) return false;
    double most = are_painted_together(a, b) ? kWordGap : kStrangerGap;
    return gap <= most * std::min(size, 1.3 * std::min(a.size, b.size));
  }
  return is_attached(a, b, gap);
}

// Going down the page: small things are sorted, as runs are large.
std::vector<std::pair<Points, std::size_t>> sort_runs(const std::vector<Run>& runs) {
  std::vector<std::pair<Points, std::size_t>> sorted;
  sorted.reserve(runs.size());
  for (const Run& run : runs) sorted.emplace_back(run.baseline, sorted.size());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return sorted;
}

std::vector<std::vector<std::uint32_t>> join_runs(Runs found) {
  std::vector<Run> runs;
  runs.reserve(found.runs.size());
  for (const auto& [baseline, index] : sort_runs(found.runs)) runs.push_back(found.runs[index]);
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
  std::vector<std::vector<std::uint32_t>> joined(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto begin = found.glyphs.begin() + static_cast<std::ptrdiff_t>(runs[i].begin);
    auto& glyphs = joined[groups.find(i)];
    glyphs.insert(glyphs.end(), begin, begin + static_cast<std::ptrdiff_t>(runs[i].count));
  }
  std::erase_if(joined, [](const auto& glyphs) { return glyphs.empty(); });
  return joined;
}

double across(const Glyph& g) {
  return g.turn == Turn::over ? g.baseline : (g.left + g.right) / 2;
}

bool goes_on(const Glyph& last, const Glyph& next) {
  return std::abs(across(last) - across(next)) < 0.7 * next.size &&
         std::abs(along(next) - along_end(last)) < 4 * next.size;
}

// Turned text is stamps and labels: glyphs painted one after the other beside each other.
std::vector<std::vector<std::uint32_t>> join_turned(const model::Page& page,
                                                    const std::vector<std::uint32_t>& turned) {
  std::vector<std::vector<std::uint32_t>> lines;
  const Glyph* last = nullptr;
  for (std::uint32_t i : turned) {
    const Glyph& glyph = page.glyphs[i];
    bool is_next = last && last->turn == glyph.turn && is_painted(*last) == is_painted(glyph) &&
                   (glyph.turn == Turn::askew ? goes_on_askew(page, lines.back(), glyph)
                                              : goes_on(*last, glyph));
    if (!is_next) lines.emplace_back();
    lines.back().push_back(i);
    last = &glyph;
  }
  return lines;
}

}  // namespace

std::vector<TextLine> find_pieces(const Source& source, int number,
                                  const std::vector<bool>& skipped) {
  const model::Page& page = source.document.pages[static_cast<std::size_t>(number - 1)];
  std::vector<TextLine> pieces;
  auto keep = [&](std::vector<std::vector<std::uint32_t>> groups, bool turned) {
    pieces.reserve(pieces.size() + groups.size());
    for (auto& glyphs : groups) {
      TextLine& piece = pieces.emplace_back();
      piece.glyphs = std::move(glyphs);
      piece.turned = turned;
      describe(source, number, piece);
    }
  };
  Sorted sorted = sort_glyphs(page, skipped);
  keep(join_runs(std::move(sorted.painted)), false);
  keep(join_runs(std::move(sorted.unpainted)), false);
  keep(join_turned(page, sorted.turned), true);
  return pieces;
}

void join_pieces(const Source& source, int number, const std::vector<Gutter>& gutters, double most,
                 std::vector<TextLine>& pieces) {
  std::vector<TextLine*> sorted;
  sorted.reserve(pieces.size());
  for (TextLine& piece : pieces) sorted.push_back(&piece);
  std::sort(sorted.begin(), sorted.end(), [](const TextLine* a, const TextLine* b) {
    return std::pair(a->line.baseline, a->line.box.left) <
           std::pair(b->line.baseline, b->line.box.left);
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
    TextLine& piece = *sorted[i];
    if (gone[i] || piece.turned) continue;
    for (std::size_t j = i + 1; j < std::min(pieces.size(), i + kFarthestFriend); ++j) {
      TextLine& other = *sorted[j];
      if (other.line.baseline - piece.line.baseline > kSameBaseline) break;
      if (gone[j] || other.turned || other.line.visible != piece.line.visible) continue;
      Points left = std::min(piece.line.box.right, other.line.box.right);
      Points right = std::max(piece.line.box.left, other.line.box.left);
      auto [smaller, larger] = std::minmax(piece.line.size, other.line.size);
      if (right - left > most * larger || smaller < kSmallestScript * larger) continue;
      if (are_parted(piece.line.box, other.line.box)) continue;
      piece.glyphs.insert(piece.glyphs.end(), other.glyphs.begin(), other.glyphs.end());
      piece.line.box = piece.line.box.joined(other.line.box);
      gone[j] = grown[i] = true;
    }
  }
  std::vector<TextLine> kept;
  kept.reserve(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (gone[i]) continue;
    if (grown[i]) describe(source, number, *sorted[i]);
    kept.push_back(std::move(*sorted[i]));
  }
  pieces = std::move(kept);
}

}  // namespace measure
