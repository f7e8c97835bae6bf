#include "measure/type_sizes.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>

namespace measure {
namespace {

using model::Role;

// Fewer letters of a size are a dirt speck of a drawing, not lettering.
constexpr int kFewestSmallest = 10;

// The size most letters of the chosen lines have; by their largest letters where small capitals
// would otherwise decide.
std::optional<Points> find_size(const std::vector<PageText>& pages, bool largest,
                                const std::function<bool(const TextLine&)>& chosen) {
  std::map<long, int> letters;
  for (const PageText& page : pages) {
    for (const TextLine& line : page.lines) {
      if (!line.line.visible || !chosen(line)) continue;
      letters[std::lround((largest ? line.largest : line.line.size) * 100)] += line.letters;
    }
  }
  if (letters.empty()) return std::nullopt;
  auto most = std::max_element(letters.begin(), letters.end(),
                               [](auto& a, auto& b) { return a.second < b.second; });
  return static_cast<double>(most->first) / 100;
}

std::optional<Points> find_smallest(const std::vector<PageText>& pages) {
  std::map<long, int> letters;
  for (const PageText& page : pages) {
    for (const TextLine& line : page.lines) {
      if (!line.line.visible || line.line.role == Role::ruler || line.alphabetic < 3) continue;
      for (const Stretch& stretch : line.stretches) {
        // Scripts are smaller by nature; what counts is lettering of its own.
        if (has_size_of(stretch, line)) letters[std::lround(stretch.size * 100)] += stretch.glyphs;
      }
    }
  }
  for (const auto& [size, count] : letters) {
    if (count >= kFewestSmallest) return static_cast<double>(size) / 100;
  }
  return std::nullopt;
}

}  // namespace

model::TypeSizes find_type_sizes(const std::vector<PageText>& pages,
                                 const std::vector<SectionStart>& sections) {
  auto section_of = [&](const TextLine& line) -> const model::Section* {
    return line.line.section < 0 ? nullptr
                                 : &sections[static_cast<std::size_t>(line.line.section)].section;
  };
  auto has_role = [](Role role) {
    return [role](const TextLine& line) { return line.line.role == role; };
  };
  model::TypeSizes sizes;
  sizes.title = find_size(pages, true, has_role(Role::title));
  sizes.section = find_size(pages, true, [&](const TextLine& line) {
    const model::Section* section = section_of(line);
    return line.line.role == Role::heading && section && section->level == 1 &&
           section->class_id != "checklist";
  });
  sizes.caption = find_size(pages, false, has_role(Role::caption));
  sizes.footnote = find_size(pages, false, has_role(Role::footnote));
  sizes.references = find_size(
      pages, false, [&](const TextLine& line) { return line.line.role == Role::reference; });
  sizes.smallest = find_smallest(pages);
  return sizes;
}

}  // namespace measure
