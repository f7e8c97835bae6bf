#include "judge/selection.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace judge {
namespace {

// Letters of the longest one that the id begins with; 0 where none is.
std::size_t longest(const std::vector<std::string>& beginnings, std::string_view check) {
  std::size_t most = 0;
  for (const std::string& beginning : beginnings)
    if (check.starts_with(beginning)) most = std::max(most, beginning.size());
  return most;
}

}  // namespace

bool has(const Selection& selection, std::string_view check) {
  const std::size_t wanted = longest(selection.select, check);
  const std::size_t unwanted = longest(selection.ignore, check);
  if (wanted == 0 && unwanted == 0) return selection.select.empty();
  return wanted > unwanted;
}

model::Pack selected(model::Pack pack, const Selection& selection) {
  if (selection.is_everything()) return pack;
  std::set<std::string> left_out;
  for (const model::Rule& rule : pack.rules)
    if (!has(selection, rule.check)) left_out.insert(rule.check);
  std::erase_if(pack.rules, [&](const auto& rule) { return left_out.contains(rule.check); });
  for (const std::string& check : left_out)
    pack.gaps.push_back({check, std::string(kNotSelected), {}, {}, {}});
  return pack;
}

}  // namespace judge
