#include "measure/drawings.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace measure {
namespace {

using model::Box;
using model::Drawing;
using model::DrawingKind;
using model::Ink;
using model::Points;

// A twentieth of full opacity, and grey of less than 4 %: no printer shows either.
constexpr int kFaint = 13;
constexpr unsigned kWhite = 0xf5;
// A background covers the sheet up to a frame that printers leave.
constexpr double kSheet = 0.9;
// What stands at the same place of so many pages is furniture: rules of heads, crop marks, rulers.
constexpr std::size_t kFewPages = 3;
constexpr Points kSamePlace = 2;
// Marks of one plot are no further apart than its ticks and dashes.
constexpr Points kNear = 4;
constexpr Points kLineWidth = 2.5;  // no rule of a table is thicker
constexpr std::size_t kMostOnPage = 256;

bool is_white(model::Color color) {
  if (color == model::kUnknownColor) return false;
  return ((color >> 16) & 0xff) >= kWhite && ((color >> 8) & 0xff) >= kWhite &&
         (color & 0xff) >= kWhite;
}

bool covers_sheet(const Box& box, const model::Size& size) {
  return box.width() >= kSheet * size.width && box.height() >= kSheet * size.height;
}

// Letters of Type 3 fonts are text, whatever paints them.
bool can_be_seen(const Ink& ink, const model::Page& page) {
  if (ink.kind == model::InkKind::glyph || ink.opacity < kFaint) return false;
  if (ink.kind != model::InkKind::image && is_white(ink.color)) return false;
  return !covers_sheet(ink.box, page.size);
}

Box on_sheet(const Box& box, const model::Size& size) {
  return {std::max(box.left, 0.0), std::max(box.top, 0.0), std::min(box.right, size.width),
          std::min(box.bottom, size.height)};
}

using Place = std::tuple<long, long, long, long>;

Place place_of(const Box& box) {
  return {std::lround(box.left / kSamePlace), std::lround(box.top / kSamePlace),
          std::lround(box.right / kSamePlace), std::lround(box.bottom / kSamePlace)};
}

// On how many pages ink stands at a place; what figures bring is theirs.
std::map<Place, std::size_t> count_places(const model::Document& document) {
  std::map<Place, std::pair<std::size_t, std::size_t>> last_and_count;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    for (const Ink& ink : document.pages[p].inks) {
      if (ink.in_form || ink.kind == model::InkKind::glyph) continue;
      auto& [last, count] = last_and_count[place_of(ink.box)];
      if (last == p + 1) continue;
      last = p + 1;
      ++count;
    }
  }
  std::map<Place, std::size_t> counts;
  for (const auto& [place, found] : last_and_count)
    if (found.second > 1) counts[place] = found.second;
  return counts;
}

bool are_near(const Box& a, const Box& b) {
  return a.left < b.right + kNear && b.left < a.right + kNear && a.top < b.bottom + kNear &&
         b.top < a.bottom + kNear;
}

DrawingKind kind_of(const Ink& ink) {
  if (ink.kind == model::InkKind::image) return DrawingKind::picture;
  bool is_thin = std::min(ink.box.width(), ink.box.height()) <= kLineWidth;
  return is_thin && ink.is_rectangle ? DrawingKind::line : DrawingKind::drawing;
}

void join(Drawing& to, const Drawing& other) {
  to.box = to.box.joined(other.box);
  to.kind = to.kind == DrawingKind::picture || other.kind == DrawingKind::picture
                ? DrawingKind::picture
                : DrawingKind::drawing;
}

// Paint order keeps what belongs together close, so the latest are looked at first.
void add(std::vector<Drawing>& drawings, const Drawing& ink) {
  for (auto it = drawings.rbegin(); it != drawings.rend(); ++it) {
    if (it->box.contains(ink.box)) return;
    if (are_near(it->box, ink.box)) return join(*it, ink);
  }
  if (drawings.size() < kMostOnPage) drawings.push_back(ink);
}

// A drawing that grew may have come near to others.
void join_neighbours(std::vector<Drawing>& drawings) {
  for (std::size_t i = 0; i < drawings.size();) {
    std::size_t k = i + 1;
    while (k < drawings.size() && !are_near(drawings[i].box, drawings[k].box)) ++k;
    if (k == drawings.size()) {
      ++i;
      continue;
    }
    join(drawings[i], drawings[k]);
    drawings.erase(drawings.begin() + static_cast<std::ptrdiff_t>(k));
    i = 0;
  }
}

}  // namespace

std::vector<Drawing> find_drawings(const model::Document& document) {
  auto places = count_places(document);
  std::size_t enough = std::min(kFewPages, std::max<std::size_t>(document.pages.size(), 2));
  std::vector<Drawing> all;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    const model::Page& page = document.pages[p];
    std::vector<Drawing> drawings;
    for (const Ink& ink : page.inks) {
      Box box = on_sheet(ink.box, page.size);
      if (!can_be_seen(ink, page) || box.right < box.left || box.bottom < box.top) continue;
      auto found = ink.in_form ? places.end() : places.find(place_of(ink.box));
      if (found != places.end() && found->second >= enough) continue;
      add(drawings, {static_cast<int>(p) + 1, box, kind_of(ink)});
    }
    join_neighbours(drawings);
    all.insert(all.end(), drawings.begin(), drawings.end());
  }
  return all;
}

}  // namespace measure
