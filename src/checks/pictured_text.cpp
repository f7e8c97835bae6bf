#include "checks/pictured_text.hpp"

#include <algorithm>
#include <cctype>

#include "checks/passages.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Box;
using model::Line;
using model::Points;
using model::Role;

// Captions stand closer to what they belong to than floats do to each other: at most \textfloatsep,
// 20 pt in the standard classes, and the white edge of a picture.
constexpr Points kCaptionGap = 30;
constexpr Points kOverlap = 4;  // descenders and frames
// A page that is text has some 2,000 letters; a heading or a note has up to 200.
constexpr std::size_t kFewLetters = 200;
constexpr double kMostOfPage = 0.5;

bool begins_with(const Line& line, const std::vector<std::string>& words) {
  std::string_view text = util::trim(line.text);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    if (!text.starts_with(word)) return false;
    std::string_view rest = util::trim(text.substr(word.size()));
    return !rest.empty() &&
           (std::isdigit(static_cast<unsigned char>(rest.front())) ||
            (rest.size() > 1 && std::isupper(static_cast<unsigned char>(rest[0])) &&
             !std::isalpha(static_cast<unsigned char>(rest[1]))));
  });
}

// The lines of a caption that begins at `first`, as one box.
Box caption_at(std::span<const Line> lines, std::size_t first) {
  Box box = lines[first].box;
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    const Line& line = lines[i];
    bool goes_on = line.role == Role::caption && line.box.top - box.bottom < line.size &&
                   line.box.top >= box.top;
    if (!goes_on) break;
    box = box.joined(line.box);
  }
  return box;
}

bool has_words(std::span<const Line> lines, const Box& in, const Box& caption) {
  return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    return line.visible && is_content(line) && line.box.overlaps(in) &&
           !caption.contains(line.box, 0.5);
  });
}

// From the caption to the far end of the picture, and as far on the caption's other side as its
// own table would begin.
bool belongs(const Box& caption, const Box& picture, std::span<const Line> lines) {
  bool is_aligned = caption.middle_x() > picture.left && caption.middle_x() < picture.right;
  Points below = picture.top - caption.bottom, above = caption.top - picture.bottom;
  auto is_close = [](Points gap) { return gap > -kOverlap && gap < kCaptionGap; };
  if (!is_aligned || (!is_close(below) && !is_close(above))) return false;
  bool is_below = is_close(below);
  Box between = caption.joined(picture);
  between.top += is_below ? 0 : kOverlap;
  between.bottom -= is_below ? kOverlap : 0;
  if (has_words(lines, between, caption)) return false;
  Box beyond = is_below
                   ? Box{picture.left, caption.top - kCaptionGap, picture.right, caption.top}
                   : Box{picture.left, caption.bottom, picture.right, caption.bottom + kCaptionGap};
  Box far = is_below
                ? Box{picture.left, picture.bottom, picture.right, picture.bottom + kCaptionGap}
                : Box{picture.left, picture.top - kCaptionGap, picture.right, picture.top};
  return std::none_of(lines.begin(), lines.end(), [&](const Line& line) {
    bool is_rows = line.role == Role::figure && line.box.overlaps(beyond);
    bool is_others = is_float(line) && line.box.overlaps(far) && !caption.contains(line.box, 0.5);
    return line.visible && (is_rows || is_others);
  });
}

std::size_t letters_on(std::span<const Line> lines) {
  std::size_t letters = 0;
  for (const Line& line : lines)
    if (line.visible && is_content(line)) letters += util::to_utf32(line.text).size();
  return letters;
}

}  // namespace

std::vector<PicturedTable> pictured_tables(const model::Paper& paper,
                                           const std::vector<std::string>& words) {
  std::vector<PicturedTable> tables;
  for (const Picture& picture : large_pictures(paper)) {
    auto lines = lines_on(paper.measured, picture.page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].role != Role::caption || !begins_with(lines[i], words)) continue;
      if (!belongs(caption_at(lines, i), picture.box, lines)) continue;
      tables.push_back({&lines[i], picture.box});
      break;
    }
  }
  return tables;
}

std::vector<int> pictured_pages(const model::Paper& paper) {
  std::vector<int> pages;
  for (int page = 1; page <= static_cast<int>(paper.document.pages.size()); ++page) {
    auto lines = lines_on(paper.measured, page);
    std::size_t letters = letters_on(lines);
    bool has_caption = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
      return line.role == Role::caption && line.visible;
    });
    if (letters > 0 && letters < kFewLetters && !has_caption &&
        share_covered(paper, page) > kMostOfPage)
      pages.push_back(page);
  }
  return pages;
}

}  // namespace checks
