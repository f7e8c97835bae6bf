#include "checks/pictures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "checks/passages.hpp"

namespace checks {
namespace {

using model::Box;
using model::Image;
using model::Points;

constexpr double kInch = 72;
// A background covers the sheet up to a frame that printers leave.
constexpr double kSheet = 0.9;
constexpr int kFewPages = 3;
constexpr Points kSamePlace = 2;
// Programs round the edges of strips to device pixels.
constexpr Points kSeam = 1;
constexpr double kAlike = 0.1;  // of the resolution
// Pieces of one image are painted one after another.
constexpr std::size_t kPiecesBack = 24;
constexpr std::size_t kMostOnPage = 256;
constexpr Points kLabelGap = 12;
// Icons in a line of text or a table are smaller, whatever the column.
constexpr double kOfColumn = 1 / 3.0;
constexpr Points kLow = kInch / 2;
// Gradients and bars of colour are stretched from a few samples, and have no detail to lose.
constexpr double kSmooth = 16;
// Heat maps are drawn with a sample for each cell and labels beside them; a cell is to be seen.
constexpr double kCellsOfMap = 128;
// Small pictures that are data themselves, as those of handwritten digits are.
constexpr double kTiny = 64;
// Without text, columns of a page are taken to be this wide.
constexpr double kUsualBlock = 0.65;
constexpr int kCells = 64;  // along each side of a block, to measure what is covered

using Place = std::tuple<long, long, long, long>;

Place place_of(const Box& box) {
  return {std::lround(box.left / kSamePlace), std::lround(box.top / kSamePlace),
          std::lround(box.right / kSamePlace), std::lround(box.bottom / kSamePlace)};
}

std::map<Place, int> count_places(const model::Document& document) {
  std::map<Place, std::pair<const model::Page*, int>> places;
  for (const model::Page& page : document.pages) {
    for (const Image& image : page.images) {
      auto& [last, count] = places[place_of(image.box)];
      if (last != &page) ++count;
      last = &page;
    }
  }
  std::map<Place, int> counts;
  for (const auto& [place, found] : places) counts[place] = found.second;
  return counts;
}

double resolution_of(const Image& image) {
  if (image.columns <= 0 || image.rows <= 0 || image.width <= 0 || image.height <= 0) return 0;
  return kInch * std::min(image.columns / image.width, image.rows / image.height);
}

bool is_near(Points a, Points b) {
  return std::abs(a - b) <= kSeam;
}

// Side by side or one below the other, with two edges in line.
bool are_pieces(const Picture& a, const Picture& b) {
  bool alike = std::abs(a.resolution - b.resolution) <= kAlike * std::max(a.resolution, 1.0);
  if (!alike || a.is_bilevel != b.is_bilevel) return false;
  bool in_row = is_near(a.box.top, b.box.top) && is_near(a.box.bottom, b.box.bottom);
  bool in_pile = is_near(a.box.left, b.box.left) && is_near(a.box.right, b.box.right);
  return (in_row && (is_near(a.box.right, b.box.left) || is_near(b.box.right, a.box.left))) ||
         (in_pile && (is_near(a.box.bottom, b.box.top) || is_near(b.box.bottom, a.box.top)));
}

void add(std::vector<Picture>& pictures, const Picture& piece) {
  std::size_t first = pictures.size() - std::min(pictures.size(), kPiecesBack);
  for (std::size_t i = pictures.size(); i-- > first;) {
    if (!are_pieces(pictures[i], piece)) continue;
    pictures[i].box = pictures[i].box.joined(piece.box);
    return;
  }
  if (pictures.size() < kMostOnPage) pictures.push_back(piece);
}

// Rows of tiles that became whole one by one.
void join_rows(std::vector<Picture>& pictures) {
  for (std::size_t i = 0; i < pictures.size();) {
    std::size_t k = i + 1;
    while (k < pictures.size() && !are_pieces(pictures[i], pictures[k])) ++k;
    if (k == pictures.size()) {
      ++i;
      continue;
    }
    pictures[i].box = pictures[i].box.joined(pictures[k].box);
    pictures.erase(pictures.begin() + static_cast<std::ptrdiff_t>(k));
    i = 0;
  }
}

bool is_labelled(const Picture& picture, const model::Measured& measured) {
  const Box& box = picture.box;
  Box around = {box.left - kLabelGap, box.top - kLabelGap, box.right + kLabelGap,
                box.bottom + kLabelGap};
  auto lines = lines_on(measured, picture.page);
  return std::any_of(lines.begin(), lines.end(), [&](const model::Line& line) {
    return line.visible && line.role == model::Role::figure && line.box.overlaps(around);
  });
}

double samples_along(Points side, const Picture& picture) {
  return side * picture.resolution / kInch;
}

bool is_large(const Picture& picture, const model::Measured& measured) {
  int columns = std::max(1, measured.columns.value_or(1));
  Points block = measured.page_size ? kUsualBlock * measured.page_size->width : 0;
  if (measured.text_block) block = measured.text_block->width();
  Points column = (block - (columns - 1) * measured.column_gap.value_or(0)) / columns;
  return picture.box.width() > kOfColumn * column && picture.box.height() > kLow;
}

bool is_background(const Image& image, const model::Page& page) {
  return image.box.width() >= kSheet * page.size.width &&
         image.box.height() >= kSheet * page.size.height;
}

}  // namespace

std::vector<Picture> large_pictures(const model::Paper& paper) {
  auto places = count_places(paper.document);
  std::vector<Picture> all;
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i) {
    const model::Page& page = paper.document.pages[i];
    std::vector<Picture> pictures;
    for (const Image& image : page.images) {
      if (is_background(image, page) || places[place_of(image.box)] >= kFewPages) continue;
      add(pictures, {static_cast<int>(i) + 1, image.box, resolution_of(image),
                     image.is_stencil || image.bits == 1, false});
    }
    join_rows(pictures);
    for (Picture& picture : pictures) {
      picture.has_labels = is_labelled(picture, paper.measured);
      if (is_large(picture, paper.measured)) all.push_back(picture);
    }
  }
  return all;
}

bool has_detail(const Picture& picture) {
  auto [least, most] = std::minmax({picture.box.width(), picture.box.height()});
  bool is_map = picture.has_labels && samples_along(most, picture) <= kCellsOfMap;
  return samples_along(least, picture) >= kSmooth && !is_map;
}

bool is_tiny(const Picture& picture) {
  return samples_along(std::max(picture.box.width(), picture.box.height()), picture) <= kTiny;
}

double share_covered(const model::Paper& paper, int page) {
  if (!paper.measured.text_block) return 0;
  const Box& block = *paper.measured.text_block;
  const auto& images = paper.document.pages[static_cast<std::size_t>(page - 1)].images;
  int covered = 0;
  for (int i = 0; i < kCells * kCells; ++i) {
    Points x = block.left + (i % kCells + 0.5) * block.width() / kCells;
    Points y = block.top + (i / kCells + 0.5) * block.height() / kCells;
    covered += std::any_of(images.begin(), images.end(), [&](const Image& image) {
      return image.box.contains({x, y, x, y});
    });
  }
  return static_cast<double>(covered) / (kCells * kCells);
}

}  // namespace checks
