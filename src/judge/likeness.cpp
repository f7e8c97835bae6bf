#include "judge/likeness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string>

#include "checks/registry.hpp"

namespace judge {
namespace {

// Styles that are told apart differ by more: their margins by a tenth of an inch, their leading by
// a point, as 11 pt from 12 pt, their gutters by 6 pt. A pack that takes two widths gives the wider
// one, which is up to 8.5 pt more on a side. Above and below a page may be a line off.
constexpr double kBeyond = 3;
constexpr double kWithin = 9;
constexpr double kLine = 12;
constexpr double kTop = 4;
constexpr double kPapers = 841.89 - 792;  // the heights of A4 and Letter
constexpr double kLeading = 0.5;
constexpr double kGap = 4;
// Page, columns, block, size, and leading or typeface; a style that says less is told from no
// other.
constexpr int kFewest = 5;
// A title whose lines are nearly as wide as the text is at the left and centred as well. The mark
// of a footnote pushes a centred line by half its width.
constexpr double kNarrower = 24;
constexpr double kAligned = 5;

bool is_about(double found, double wanted) {
  return std::abs(found - wanted) <= kAligned;
}

model::TitleSet how_title_is_set(const model::Measured& measured) {
  std::set<model::TitleSet> ways;
  if (!measured.text_block) return model::TitleSet::unknown;
  const model::Box& block = *measured.text_block;
  for (const model::Line& line : measured.lines) {
    bool is_narrow = line.box.right - line.box.left <= block.right - block.left - kNarrower;
    if (line.page != 1 || line.role != model::Role::title || !is_narrow) continue;
    ways.insert(is_about(line.box.left, block.left)               ? model::TitleSet::left
                : is_about(line.box.middle_x(), block.middle_x()) ? model::TitleSet::centred
                                                                  : model::TitleSet::unknown);
  }
  return ways.size() == 1 ? *ways.begin() : model::TitleSet::unknown;
}

// How far each edge of the text lies within the style's: left, top, right, bottom. What counts from
// the lower edge of the other paper has moved all of the page.
std::array<double, 4> inwards(const model::Box& found, const std::vector<double>& block) {
  double moved = 0;
  for (double by : {-kPapers, kPapers})
    if (std::abs(found.bottom - by - block[3]) + std::abs(found.top - by - block[1]) <
        std::abs(found.bottom - moved - block[3]) + std::abs(found.top - moved - block[1]))
      moved = by;
  return {found.left - block[0], found.top - moved - block[1], block[2] - found.right,
          block[3] - found.bottom + moved};
}

bool fits_block(const model::Box& found, const model::Params& with) {
  auto edges = inwards(found, with.lengths("block"));
  auto is_edge = [](double edge) { return edge >= -kBeyond && edge <= kWithin; };
  return is_edge(edges[0]) && is_edge(edges[2]) && edges[1] >= -kLine && edges[3] >= -kLine;
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

std::optional<double> gap_off(const model::Measured& measured, const model::Params& with) {
  if (!measured.column_gap || !with.has("gap")) return std::nullopt;
  return std::abs(*measured.column_gap - with.length("gap"));
}

// A last line that is missing is a line off, and that says nothing more; a page that begins with a
// heading or a picture says little at all.
double distance_of_block(const model::Box& found, const model::Params& with) {
  auto edges = inwards(found, with.lengths("block"));
  return std::abs(edges[0]) + std::abs(edges[2]) +
         std::min(std::abs(edges[1]), edges[1] < 0 ? kLine : kTop) +
         std::min(std::abs(edges[3]), kLine);
}

double distance_of_leading(double found, const model::Params& with) {
  double nearest = kLine;
  for (double leading : with.lengths("leading"))
    nearest = std::min(nearest, std::abs(found - leading));
  return nearest;
}

// 0 for what the rule is not about.
double distance_of(const model::Measured& measured, const model::Rule& rule) {
  if (rule.check == "layout/text-block" && measured.text_block)
    return distance_of_block(*measured.text_block, rule.with);
  if (rule.check == "layout/line-spacing" && measured.body && measured.body->leading)
    return distance_of_leading(*measured.body->leading, rule.with);
  if (rule.check == "layout/columns") return gap_off(measured, rule.with).value_or(0);
  return 0;
}

bool is_nearer(const Likeness& a, const Likeness& b) {
  if (a.checks == 0 || b.checks == 0) return a.checks > b.checks;
  return a.distance != b.distance ? a.distance < b.distance : a.checks > b.checks;
}

}  // namespace

LayoutLikeness::LayoutLikeness(const model::Paper& paper)
    : paper_(paper), title_(how_title_is_set(paper.measured)) {}

Likeness LayoutLikeness::of(const model::Fingerprint& print) {
  bool is_set_otherwise = title_ != model::TitleSet::unknown &&
                          print.title != model::TitleSet::unknown && title_ != print.title;
  if (is_set_otherwise || !print.layouts) return {};
  auto [known, is_new] = nearest_.try_emplace(print.layouts.get());
  if (is_new)
    for (const auto& rules : *print.layouts)
      if (Likeness likeness = of(rules); is_nearer(likeness, known->second))
        known->second = likeness;
  return known->second;
}

Likeness LayoutLikeness::of(const std::vector<model::Rule>& rules) {
  std::set<std::string> fitting;  // checks: a pack may have two rules on one
  Likeness likeness;
  for (const model::Rule& rule : rules) {
    Answer answer = this->answer(rule);
    if (answer == Answer::unlike) return {};
    if (answer == Answer::unknown) continue;
    fitting.insert(rule.check);
    likeness.distance += distance_of(paper_.measured, rule);
  }
  int count = static_cast<int>(fitting.size());
  if (fitting.contains("layout/text-block") && count >= kFewest) likeness.checks = count;
  likeness.is_close = likeness.distance <= kWithin;
  return likeness;
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
    if (is_columns && gap_off(paper_.measured, rule.with).value_or(0) > kGap)
      answer = Answer::unlike;
  }
  known_.emplace(std::move(key), answer);
  return answer;
}

}  // namespace judge
