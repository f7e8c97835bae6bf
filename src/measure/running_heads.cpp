#include "measure/running_heads.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

// Heads and feet keep within these shares of the page in all styles measured; the text of some
// begins higher, so lying there is not enough.
constexpr double kHeadZone = 0.16;
constexpr double kFootZone = 0.84;
constexpr Points kSameHeight = 2.5;
// Left and right pages may have heads of their own, and first pages none: of the rest a third is
// seen.
constexpr double kLeastPages = 0.3;

bool is_plain(const TextLine& line) {
  return !line.turned && line.line.visible && line.line.role == Role::body;
}

struct Candidate {
  TextLine* line = nullptr;
  int page = 0;  // from 0
  bool at_top = false;
  std::string key;
  std::optional<int> number;
};

// What pages have in common: the words without numbers, or all of it where there are hardly any.
std::string key_of(const TextLine& line) {
  std::string words = without_digits(line.line.text);
  return words.size() >= 3 ? words : "=" + squeezed(line.line.text);
}

// The outermost rows of a page, as many as the fullest heads have.
std::vector<Candidate> outer_rows(PageText& page, int number) {
  std::vector<TextLine*> lines;
  for (TextLine& line : page.lines) {
    if (is_plain(line)) lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(),
            [](auto a, auto b) { return a->line.baseline < b->line.baseline; });
  std::vector<Candidate> found;
  auto take = [&](auto begin, auto end, int rows, bool at_top) {
    double last = -1e9;
    for (auto it = begin; it != end; ++it) {
      double y = (*it)->line.baseline / page.size.height;
      if (at_top ? y > kHeadZone : y < kFootZone) break;
      if (std::abs((*it)->line.baseline - last) > kSameHeight && rows-- == 0) break;
      last = (*it)->line.baseline;
      found.push_back({*it, number, at_top, key_of(**it), parse_page_number((*it)->line.text)});
    }
  };
  take(lines.begin(), lines.end(), 4, true);
  take(lines.rbegin(), lines.rend(), 3, false);
  return found;
}

// The difference between printed and true number that most pages share.
std::optional<int> find_offset(const std::vector<Candidate>& candidates, std::size_t pages) {
  std::map<int, std::set<int>> offsets;
  for (const Candidate& c : candidates) {
    if (c.number) offsets[*c.number - c.page].insert(c.page);
  }
  auto most = std::max_element(offsets.begin(), offsets.end(),
                               [](auto& a, auto& b) { return a.second.size() < b.second.size(); });
  if (most == offsets.end()) return std::nullopt;
  bool is_series = most->second.size() >= 2 || (pages <= 2 && most->first == 1);
  return is_series ? std::optional<int>(most->first) : std::nullopt;
}

using Places = std::map<std::pair<bool, std::string>, std::vector<const Candidate*>>;

Places by_text(const std::vector<Candidate>& candidates) {
  Places places;
  for (const Candidate& c : candidates) places[{c.at_top, c.key}].push_back(&c);
  return places;
}

bool is_repeated(const Candidate& candidate, const Places& places, std::size_t pages) {
  std::set<int> on;
  auto wanted = std::max(2.0, kLeastPages * static_cast<double>(pages - 1));
  for (const Candidate* other : places.at({candidate.at_top, candidate.key})) {
    if (static_cast<double>(on.size()) >= wanted) break;
    Points apart = other->line->line.baseline - candidate.line->line.baseline;
    if (std::abs(apart) <= kSameHeight) on.insert(other->page);
  }
  return static_cast<double>(on.size()) >= wanted;
}

// The distance to the nearest line towards the middle of the page.
Points distance_to_text(const Candidate& candidate, const PageText& page) {
  Points nearest = page.size.height;
  for (const TextLine& line : page.lines) {
    if (!is_plain(line)) continue;
    Points distance = line.line.baseline - candidate.line->line.baseline;
    if (!candidate.at_top) distance = -distance;
    if (distance > kSameHeight) nearest = std::min(nearest, distance);
  }
  return nearest;
}

// Heights at which heads stand, from those that are certain; what else stands exactly there and
// apart from the text is one too, as on a first page with a head of its own.
void mark_at_height(std::vector<Candidate>& candidates, const std::vector<PageText>& pages) {
  std::vector<std::pair<bool, Points>> heights;
  for (const Candidate& c : candidates) {
    if (c.line->line.role != Role::body) heights.emplace_back(c.at_top, c.line->line.baseline);
  }
  for (Candidate& c : candidates) {
    if (c.line->line.role != Role::body) continue;
    auto matching = std::count_if(heights.begin(), heights.end(), [&](const auto& height) {
      return height.first == c.at_top && std::abs(height.second - c.line->line.baseline) < 1;
    });
    Points apart = distance_to_text(c, pages[static_cast<std::size_t>(c.page)]);
    if (matching >= 1 && apart > 1.25 * c.line->line.size) c.line->line.role = Role::running_head;
  }
}

}  // namespace

void mark_running_heads(std::vector<PageText>& pages, Points body_size) {
  std::vector<Candidate> candidates;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    auto rows = outer_rows(pages[p], static_cast<int>(p));
    // Heads are never larger than the text; what is opens a section.
    std::erase_if(rows, [&](const Candidate& c) { return c.line->largest > 1.12 * body_size; });
    candidates.insert(candidates.end(), rows.begin(), rows.end());
  }
  std::optional<int> offset = find_offset(candidates, pages.size());
  Places places = by_text(candidates);
  std::vector<bool> repeated;
  repeated.reserve(candidates.size());
  for (const Candidate& c : candidates) repeated.push_back(is_repeated(c, places, pages.size()));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate& c = candidates[i];
    Points apart = distance_to_text(c, pages[static_cast<std::size_t>(c.page)]);
    if (offset && c.number && *c.number - c.page == *offset && apart > 0.7 * c.line->line.size) {
      c.line->line.role = Role::page_number;
    } else if (repeated[i] && apart > 1.25 * c.line->line.size) {
      c.line->line.role = Role::running_head;
    }
  }
  mark_at_height(candidates, pages);
}

namespace {

// The number a journal prints in its head: "39:2" or "2" at either end.
bool ends_with_number(const std::string& text, const std::string& number) {
  std::string first = text.substr(0, text.find(' '));
  std::string last = text.substr(text.rfind(' ') + 1);
  auto is_it = [&](const std::string& word) {
    return word == number ||
           (word.ends_with(":" + number) && std::isdigit(static_cast<unsigned char>(word[0])));
  };
  return is_it(first) || is_it(last);
}

}  // namespace

std::optional<bool> has_page_numbers(const std::vector<PageText>& pages) {
  std::size_t numbered = 0, with_text = 0;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    bool has_text = false, has_number = false;
    for (const TextLine& line : pages[p].lines) {
      has_text = has_text || line.letters > 0;
      has_number = has_number || line.line.role == Role::page_number;
      if (line.line.role != Role::running_head) continue;
      has_number = has_number || ends_with_number(line.line.text, std::to_string(p + 1));
    }
    with_text += has_text;
    numbered += has_text && has_number;
  }
  if (with_text == 0) return std::nullopt;
  return 2 * numbered > with_text || (with_text <= 3 && numbered > 0);
}

}  // namespace measure
