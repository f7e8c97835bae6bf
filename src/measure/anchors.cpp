#include "measure/anchors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <tuple>

#include "measure/wording.hpp"

namespace measure {
namespace {

// Packages raise the anchor above its heading, some by more than two lines.
constexpr Points kFarthest = 60;
// The places themselves lie a line above the baseline, a large heading's somewhat more.
constexpr Points kUsual = 40;
constexpr int kFewPlaces = 3;
// Proofs of one name are dozens; a hostile file may have a hundred thousand.
constexpr std::size_t kMostAlike = 64;
// A place at the foot of a page or column may belong to a heading that went to the next.
constexpr double kFoot = 0.8;
constexpr double kHead = 0.25;

// What the name of a place tells: "subsection.3.1", "appendix.A". Starred ones are given to all
// headings without a number, run-in ones too, and tell no more.
struct AnchorName {
  int level = 0;  // 0 for starred ones
  std::string number;
  bool is_appendix = false;
};

std::optional<AnchorName> parse_anchor(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, int>, 5> kKinds = {
      {{"section", 1}, {"appendix", 1}, {"chapter", 1}, {"subsection", 2}, {"subsubsection", 3}}};
  for (const auto& [kind, level] : kKinds) {
    if (!name.starts_with(kind)) continue;
    std::string_view rest = name.substr(kind.size());
    if (rest.starts_with("*.")) return AnchorName{};
    if (!rest.starts_with('.')) continue;
    std::string number(rest.substr(1));
    if (number.starts_with("Appendix.")) number.erase(0, 9);
    // "appendix.A" leads to a section of an appendix, "appendix.A.2" to one of its parts.
    int dots = static_cast<int>(std::count(number.begin(), number.end(), '.'));
    return AnchorName{std::max(level, dots + 1), number, kind == "appendix"};
  }
  return std::nullopt;
}

std::string roman(int value) {
  static constexpr std::array<std::pair<int, std::string_view>, 5> kSigns = {
      {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
  std::string out;
  for (const auto& [worth, sign] : kSigns) {
    for (; value >= worth; value -= worth) out += sign;
  }
  return out;
}

}  // namespace

Anchors::Anchors(const model::Document& document) : document_(document) {
  for (const model::Destination& destination : document.destinations) add(destination);
  for (const model::OutlineEntry& entry : document.outline) {
    std::string title = squeezed(entry.title);
    if (!title.empty() && outline_.count(title) < kMostAlike)
      outline_.emplace(std::move(title), &entry);
  }
}

void Anchors::add(const model::Destination& destination) {
  auto name = parse_anchor(destination.name);
  if (!name || !std::isfinite(destination.y)) return;
  int page = destination.page;
  by_page_.emplace(page, destination.y);
  if (name->level == 0 || by_number_.count({page, name->number}) >= kMostAlike) return;
  by_number_.emplace(std::pair(page, name->number),
                     Place{{name->level, name->is_appendix, true}, destination.y, true});
  add_other_numbers(destination, name->level, name->number);
  first_page_ = numbered_ == 0 ? page : std::min(first_page_, page);
  last_page_ = std::max(last_page_, page);
  ++numbered_;
}

// Styles print III for section.3 and A for subsection.3.1.
void Anchors::add_other_numbers(const model::Destination& destination, int level,
                                const std::string& number) {
  int last = std::atoi(number.substr(number.rfind('.') + 1).c_str());
  if (last < 1 || last > 26 || level > 2) return;
  std::string printed =
      level == 1 ? roman(last) : std::string(1, static_cast<char>('A' + last - 1));
  by_number_.emplace(std::pair(destination.page, printed),
                     Place{{level, false, true}, destination.y, false});
}

Points Anchors::height_of(int page) const {
  auto index = static_cast<std::size_t>(page - 1);
  return page > 0 && index < document_.pages.size() ? document_.pages[index].size.height : 0;
}

std::optional<Lead> Anchors::find_number(const TextLine& line, const std::string& number) const {
  int page = line.line.page;
  Points height = height_of(page);
  auto [begin, end] = by_number_.equal_range({page, number});
  for (auto it = begin; it != end; ++it) {
    Points below = line.line.baseline - it->second.y;
    bool went_over = it->second.y > kFoot * height && line.line.baseline < kHead * height;
    if (it->second.is_exact && went_over) return it->second.lead;
    bool is_near = below >= 0 && below < kUsual;
    Lead lead = it->second.lead;
    // "A function is" begins with a letter, too.
    lead.is_near = is_near && it->second.is_exact;
    if (is_near || (it->second.is_exact && std::abs(below) < kFarthest)) return lead;
  }
  std::tie(begin, end) = by_number_.equal_range({page - 1, number});
  for (auto it = begin; it != end; ++it) {
    if (it->second.is_exact && it->second.y > kFoot * height_of(page - 1)) return it->second.lead;
  }
  return std::nullopt;
}

std::optional<Lead> Anchors::find_entry(const TextLine& line, const std::string& plain) const {
  auto [begin, end] = outline_.equal_range(plain);
  for (auto it = begin; it != end; ++it) {
    const model::OutlineEntry& entry = *it->second;
    Points below = line.line.baseline - entry.y;
    bool went_over =
        entry.page == line.line.page - 1 && entry.y > kFoot * height_of(line.line.page - 1);
    bool is_near = entry.page == line.line.page && below >= 0 && below < kFarthest;
    if (entry.page == line.line.page || went_over) return Lead{entry.level, false, is_near};
  }
  return std::nullopt;
}

std::optional<Lead> Anchors::find(const TextLine& line, const std::string& number,
                                  const std::string& plain_line,
                                  const std::string& plain_title) const {
  if (!number.empty()) {
    if (auto lead = find_number(line, number)) return lead;
  }
  if (outline_.empty()) return std::nullopt;
  if (auto lead = find_entry(line, plain_line)) return lead;
  return find_entry(line, plain_title);
}

bool Anchors::lead_near(const TextLine& line, Points farthest) const {
  constexpr Points kRounding = 3;
  auto first = by_page_.lower_bound({line.line.page, line.line.baseline - farthest});
  return first != by_page_.end() && first->first == line.line.page &&
         first->second <= line.line.baseline + kRounding;
}

bool Anchors::are_complete_on(int page, bool numbered) const {
  // Lists behind the last section, as a checklist is, have numbers that nothing leads to.
  return numbered_ >= kFewPlaces && page >= first_page_ &&
         (numbered ? page < last_page_ : page <= last_page_);
}

}  // namespace measure
