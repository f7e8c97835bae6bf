#include "checks/body_sample.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/mixture.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"tolerance", ParamType::number, "0.04", "relative; below it sizes are the same", "", 0,
     unless_relative},
    {"leading", ParamType::length, "0.15pt", "by which lines may be closer than the body's"},
    {"lines", ParamType::integer, "15", "of a section or page before it is looked at", "", 0,
     unless_positive},
};

std::vector<std::string> names_of(const std::vector<Unlike>& parts) {
  std::vector<std::string> names;
  for (const Unlike& part : parts) names.push_back(part.name);
  return names;
}

// Measured by section and page, and still an inference about what is body.
model::Finding finding_of(const std::vector<Unlike>& parts, std::string message,
                          std::string allowed, std::string fix) {
  const Unlike& first = parts.front();
  auto finding = failed(std::move(message),
                        fmt::format("{:.2f} pt in {} of {} lines of {}", first.value,
                                    first.lines.size(), first.looked_at, first.name),
                        std::move(allowed), std::move(fix));
  finding.confidence = model::Confidence::likely;
  show_at(finding, *first.lines.front());
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  std::string why = sample_problem(paper.measured);
  if (!why.empty()) return {undecided(why)};
  const model::BodyType& body = *paper.measured.body;
  int fewest = with.integer("lines");
  Findings findings;
  auto smaller = smaller_parts(paper, with.number("tolerance"), fewest);
  if (!smaller.empty())
    findings.push_back(
        finding_of(smaller,
                   fmt::format("Part of the body is set smaller, {}: {} where the rest has {}.",
                               name_list(names_of(smaller)), type_size(smaller.front().value),
                               type_size(body.size)),
                   fmt::format("{} throughout", type_size(body.size)),
                   "Remove \\small, \\footnotesize and \\fontsize between paragraphs."));
  auto tighter = tighter_parts(paper, with.length("leading"), fewest);
  if (!tighter.empty())
    findings.push_back(finding_of(
        tighter,
        fmt::format("The lines of a part are closer, {}: {:.2f} pt where the rest has {:.2f} pt.",
                    name_list(names_of(tighter)), tighter.front().value, *body.leading),
        fmt::format("{:.2f} pt throughout", *body.leading),
        "Remove \\linespread, \\setstretch, \\baselineskip and \\fontsize between "
        "paragraphs."));
  return findings;
}

}  // namespace

extern constinit const Check mixed_body{
    .id = "font/mixed-body",
    .summary = "sections or pages whose body is smaller or tighter than the rest",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
