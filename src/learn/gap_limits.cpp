#include <algorithm>

#include "learn/limits.hpp"
#include "learn/toml.hpp"
#include "model/paper_json.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace learn {
namespace {

using model::SpacingKind;

struct Gap {
  const char* id;
  SpacingKind kind;
  int level;
};

// Lists are left out: what stands between their items is the author's more often than the style's.
constexpr Gap kGaps[] = {
    {"space-above-sections", SpacingKind::heading_above, 1},
    {"space-under-sections", SpacingKind::heading_below, 1},
    {"space-above-subsections", SpacingKind::heading_above, 2},
    {"space-under-subsections", SpacingKind::heading_below, 2},
    {"space-above-captions", SpacingKind::caption_above, 0},
    {"space-under-captions", SpacingKind::caption_below, 0},
    {"space-above-floats", SpacingKind::float_above, 0},
    {"space-under-floats", SpacingKind::float_below, 0},
    {"space-above-formulas", SpacingKind::display_above, 0},
    {"space-under-formulas", SpacingKind::display_below, 0},
    {"space-between-paragraphs", SpacingKind::paragraph, 0},
};
// Under so few a gap is what one author did; next to pictures with white edges of their own it
// takes more to see the style's.
constexpr int kFewestSamples = 3, kFewestAtFloats = 6;

// article.cls lets a gap shrink by 0.2 of 3.5 ex on a full page, which a sample may not have. The
// check's own tolerance is the least.
constexpr double kShrink = 0.06;
constexpr model::Points kLeastTolerance = 1;

int fewest(const Gap& gap) {
  bool is_in_text = gap.level > 0 || gap.kind == SpacingKind::paragraph;
  return is_in_text ? kFewestSamples : kFewestAtFloats;
}

// Near the least that was printed: a style's glue shrinks, and a rule that asked for the middle
// would speak of every full page. The very least may be one author's doing.
std::optional<Limit> find_gap(const Group& group, const Gap& gap) {
  model::Points least = 0, low = 0;
  int count = 0;
  for (const Sample* sample : group.samples)
    for (const model::GapSample& it : sample->survey.gaps) {
      if (it.kind != gap.kind || it.level != gap.level) continue;
      least = count == 0 ? it.least : std::min(least, it.least);
      low = count == 0 ? it.low : std::min(low, it.low);
      count += it.count;
    }
  if (count < fewest(gap) || low <= 0) return std::nullopt;
  std::string which = low > least
                          ? fmt::format(
                                "which a fifth of the gaps do not exceed; the least "
                                "of {} in {} has {:.1f} pt",
                                count, names_of(group), least)
                          : fmt::format("the least of {} gaps in {}", count, names_of(group));
  std::string level = gap.level > 0 ? fmt::format(", level = {}", gap.level) : "";
  std::string tolerance = page_length(std::max(kLeastTolerance, kShrink * low));
  return Limit{group.stage,
               fmt::format("kind = {}{}, least = {}, tolerance = {}, share = 0.6",
                           toml_text(model::name_of(gap.kind)), level, toml_text(page_length(low)),
                           toml_text(tolerance)),
               fmt::format("{:.1f} pt, {}", low, which)};
}

}  // namespace

std::vector<Rule> gap_rules(const std::vector<Group>& groups) {
  std::vector<Rule> rules;
  for (const Gap& gap : kGaps) {
    Rule rule{gap.id, "layout/spacing-squeezed", model::Severity::warning, true, {}, ""};
    for (const Group& group : groups)
      if (auto limit = find_gap(group, gap)) rule.limits.push_back(*limit);
    if (!rule.limits.empty()) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace learn
