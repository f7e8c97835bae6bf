#include "measure/body_type.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "measure/families.hpp"

namespace measure {
namespace {

// Fewer letters are a poster's labels or a scan's stamp, not a text.
constexpr int kFewestLetters = 200;
// Wide enough for what rounding does to one size, narrow enough to keep 10 and 10.5 points apart.
constexpr Points kSameSize = 0.16;
// Baselines of one setting repeat to a hundredth; glue and rounding move a few by a tenth. Half of
// what a stretch of 0.98 takes from 11 points is as much, so the mode is looked for closer by.
constexpr Points kSameDistance = 0.12;
constexpr Points kNearMode = 0.05;
constexpr int kFewestDistances = 4;

using Key = std::pair<std::string, long>;  // design or name, size in hundredths

// Faces of one design count together: a text in Times holds italics too, but bold and formulas do
// not decide.
std::string design_of(const model::Font& font) {
  std::string family = design_family(font.name);
  return family.empty() ? font.name : family;
}

struct Letters {
  std::map<Key, double> by_type;
  std::map<std::pair<Key, int>, double> by_font;
  double all = 0;
};

// Glyphs of body lines by font and size in hundredths.
std::map<std::pair<int, long>, int> count_glyphs(const std::vector<PageText>& pages, int first,
                                                 int last, Part part) {
  std::map<std::pair<int, long>, int> counts;
  for (int p = first; p <= last; ++p) {
    for (const TextLine& line : pages[static_cast<std::size_t>(p - 1)].lines) {
      if (!line.line.visible || line.turned || !model::is_running_text(line.line.role)) continue;
      if (part == Part::counted && !line.line.counted) continue;
      for (const Stretch& stretch : line.stretches)
        counts[{stretch.font, std::lround(stretch.size * 100)}] += stretch.glyphs;
    }
  }
  return counts;
}

Letters count_letters(const model::Document& document, const std::vector<PageText>& pages,
                      int first, int last, Part part) {
  Letters letters;
  for (const auto& [kind, count] : count_glyphs(pages, first, last, part)) {
    auto [font, size] = kind;
    if (static_cast<std::size_t>(font) >= document.fonts.size()) continue;
    letters.all += count;
    const model::Font& read = document.fonts[static_cast<std::size_t>(font)];
    if (is_math_font(read.name)) continue;
    Key key{design_of(read), size};
    letters.by_type[key] += count;
    letters.by_font[{std::move(key), font}] += count;
  }
  return letters;
}

// The design and size with most letters, sizes within kSameSize taken together.
std::optional<Key> find_mode(const Letters& letters) {
  const long kReach = std::lround(kSameSize * 100);
  std::optional<Key> best;
  double most = 0;
  for (const auto& [key, count] : letters.by_type) {
    double sum = 0;
    auto near = letters.by_type.lower_bound({key.first, key.second - kReach});
    for (; near != letters.by_type.end() && near->first <= Key{key.first, key.second + kReach};
         ++near) {
      sum += near->second;
    }
    // Of neighbours that reach the same letters the one with most of its own.
    sum += 1e-3 * count;
    if (sum <= most) continue;
    most = sum;
    best = key;
  }
  return best;
}

}  // namespace

bool is_body_size(const TextLine& line, Points body) {
  // 2.5 % is what microtype and rounding were seen to change.
  return std::abs(line.line.size - body) <= std::max(0.025 * body, kSameSize);
}

std::optional<model::BodyType> find_body_type(const model::Document& document,
                                              const std::vector<PageText>& pages, int first,
                                              int last, Part part) {
  Letters letters = count_letters(document, pages, first, last, part);
  auto mode = find_mode(letters);
  if (!mode || letters.all < kFewestLetters) return std::nullopt;
  model::BodyType body;
  double in_type = 0, most_in_font = 0, most_in_size = 0;
  for (const auto& [key, count] : letters.by_font) {
    const Key& type = key.first;
    bool same = type.first == mode->first &&
                std::abs(static_cast<double>(type.second - mode->second)) <= kSameSize * 100;
    if (!same) continue;
    in_type += count;
    if (count > most_in_font) {
      most_in_font = count;
      body.font = document.fonts[static_cast<std::size_t>(key.second)].name;
    }
    if (double size_count = letters.by_type.at(type); size_count > most_in_size) {
      most_in_size = size_count;
      body.size = static_cast<double>(type.second) / 100;
    }
  }
  body.family = design_family(body.font);
  body.share = in_type / letters.all;
  if (auto leading = find_leading(pages, body, first, last, part)) {
    body.leading = leading->distance;
    body.lines = leading->lines;
  }
  return body;
}

namespace {

std::vector<Points> find_distances(const std::vector<PageText>& pages, const model::BodyType& body,
                                   int first, int last, Part part) {
  std::vector<Points> distances;
  for (int p = first; p <= last; ++p) {
    const auto& lines = pages[static_cast<std::size_t>(p - 1)].lines;
    const TextLine* above = nullptr;
    for (const TextLine& line : lines) {
      if (line.turned || !line.line.visible) continue;
      bool is_text = model::is_running_text(line.line.role) && is_body_size(line, body.size) &&
                     line.math < 0.5 && line.letters >= 12 &&
                     (part == Part::all || line.line.counted);
      // A line between two lines of text, be it a formula, breaks the pair.
      if (!is_text) {
        if (line.letters > 3) above = nullptr;
        continue;
      }
      if (above && above->line.column == line.line.column) {
        Points distance = line.line.baseline - above->line.baseline;
        // Less overlaps, more is not one paragraph even in triple spacing.
        if (distance > 0.8 * body.size && distance < 3.2 * body.size) distances.push_back(distance);
      }
      above = &line;
    }
  }
  return distances;
}

}  // namespace

std::optional<Leading> find_leading(const std::vector<PageText>& pages, const model::BodyType& body,
                                    int first, int last, Part part) {
  std::vector<Points> distances = find_distances(pages, body, first, last, part);
  std::sort(distances.begin(), distances.end());
  // Of two that are as frequent the smaller: the larger one has glue in it.
  std::size_t best_begin = 0, best_end = 0;
  for (std::size_t begin = 0, end = 0; begin < distances.size(); ++begin) {
    while (end < distances.size() && distances[end] - distances[begin] <= 2 * kNearMode) ++end;
    if (end - begin > best_end - best_begin) best_begin = begin, best_end = end;
  }
  if (best_begin == best_end) return std::nullopt;
  Points mode = distances[(best_begin + best_end - 1) / 2];
  auto count = std::count_if(distances.begin(), distances.end(), [&](Points distance) {
    return std::abs(distance - mode) <= kSameDistance;
  });
  if (count < kFewestDistances) return std::nullopt;
  return Leading{mode, static_cast<int>(count)};
}

}  // namespace measure
