#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/parts.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

constexpr Param kParams[] = {
    {"part", ParamType::text, "body", "what is counted", "body abstract title"},
    {"unit", ParamType::text, "words", "what it is counted in", "words characters"},
    {"min", ParamType::integer, kOptional, "fewest of them", "", 0, unless_positive},
    {"max", ParamType::integer, kOptional, "most of them", "", 0, unless_positive},
};

std::string allowed_by(const model::Params& with) {
  const std::string& unit = with.text("unit");
  if (!with.has("min")) return fmt::format("at most {} {}", with.integer("max"), unit);
  if (!with.has("max")) return fmt::format("at least {} {}", with.integer("min"), unit);
  return fmt::format("{} to {} {}", with.integer("min"), with.integer("max"), unit);
}

Findings run(const model::Paper& paper, const model::Params& with) {
  if (!with.has("min") && !with.has("max")) return {};
  const std::string& part = with.text("part");
  std::string allowed = allowed_by(with);
  Lines lines = lines_of_part(paper.measured, part);
  if (lines.empty())
    return {undecided(fmt::format("Where the {} stands could not be told.", part), allowed)};
  if (paper.document.truncated) return {undecided("Parts of the file could not be read.", allowed)};
  int size = size_of(lines, with.text("unit") == "characters");
  bool is_long = with.has("max") && size > with.integer("max");
  if (!is_long && !(with.has("min") && size < with.integer("min"))) return {};
  std::string measured = fmt::format("{} {}", size, with.text("unit"));
  auto finding =
      failed(fmt::format("The {} has {}; {} are asked for.", part, measured, allowed), measured,
             allowed, is_long ? "Shorten it." : "Say more, or see whether the limit is advice.");
  // Formulas and numbers count differently from one counter to the next.
  finding.confidence = part == "title" ? model::Confidence::certain : model::Confidence::likely;
  show_at(finding, *lines.front());
  return {finding};
}

}  // namespace

extern constinit const Check words{
    .id = "length/words",
    .summary = "words or characters of the body, the abstract or the title",
    .params = kParams,
    .run = run,
    .one_of = "max min",
};

}  // namespace checks::length
