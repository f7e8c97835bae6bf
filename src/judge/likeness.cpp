#include "judge/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>

#include "checks/registry.hpp"

namespace judge {
namespace {

// Styles that are told apart differ by more: their margins by a tenth of an inch, their leading by
// a point, as 11 pt from 12 pt, their gutters by 6 pt. A pack that takes two widths gives the wider
// one, which is up to 8.5 pt more on a side. Where the block stands on the page shifts with the
// paper.
constexpr double kBeyond = 3;
constexpr double kWithin = 9;
constexpr double kLine = 12;
constexpr double kLeading = 0.5;
constexpr double kGap = 4;
// Page, columns, block, size, and leading or typeface; a style that says less is told from no
// other.
constexpr int kFewest = 5;

bool fits_block(const model::Box& found, const model::Params& with) {
  const auto& block = with.lengths("block");  // left, top, right, bottom
  auto is_edge = [](double inwards) { return inwards >= -kBeyond && inwards <= kWithin; };
  return is_edge(found.left - block[0]) && is_edge(block[2] - found.right) &&
         found.bottom - found.top <= block[3] - block[1] + kLine;
}

bool fits_leading(double found, const model::Params& with) {
  const auto& all = with.lengths("leading");
  auto [least, most] = std::minmax_element(all.begin(), all.end());
  return found >= *least - kLeading && found <= *most + kLeading;
}

// The rules on these are limits to one side; a style is told by both. None: nothing was measured.
std::optional<bool> fits_both_ways(const model::Measured& measured, const model::Rule& rule) {
  if (rule.check == "layout/text-block")
    return measured.text_block ? std::optional(fits_block(*measured.text_block, rule.with))
                               : std::nullopt;
  bool is_set = measured.body && measured.body->leading;
  return is_set ? std::optional(fits_leading(*measured.body->leading, rule.with)) : std::nullopt;
}

bool has_other_gap(const model::Measured& measured, const model::Params& with) {
  return measured.column_gap && with.has("gap") &&
         std::abs(*measured.column_gap - with.length("gap")) > kGap;
}

}  // namespace

int LayoutLikeness::of(const model::Fingerprint& print) {
  int most = 0;
  for (const auto& rules : print.layouts) most = std::max(most, of(rules));
  return most;
}

int LayoutLikeness::of(const std::vector<model::Rule>& rules) {
  std::set<std::string> fitting;  // checks: a pack may have two rules on one
  for (const model::Rule& rule : rules) {
    Answer answer = this->answer(rule);
    if (answer == Answer::unlike) return 0;
    if (answer == Answer::unknown) continue;
    fitting.insert(rule.check);
  }
  int count = static_cast<int>(fitting.size());
  return fitting.contains("layout/text-block") && count >= kFewest ? count : 0;
}

LayoutLikeness::Answer LayoutLikeness::answer(const model::Rule& rule) {
  auto key = std::pair(rule.check, rule.with.values());
  auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  Answer answer = Answer::fits;
  if (rule.check == "layout/text-block" || rule.check == "layout/line-spacing") {
    auto fits = fits_both_ways(paper_.measured, rule);
    answer = !fits ? Answer::unknown : *fits ? Answer::fits : Answer::unlike;
  } else {
    auto findings = checks::find(rule.check)->check->run(paper_, rule.with);
    bool is_columns = rule.check == "layout/columns";
    for (const model::Finding& finding : findings)
      answer = finding.outcome == model::Outcome::failed ? Answer::unlike : Answer::unknown;
    if (is_columns && has_other_gap(paper_.measured, rule.with)) answer = Answer::unlike;
  }
  known_.emplace(std::move(key), answer);
  return answer;
}

}  // namespace judge
