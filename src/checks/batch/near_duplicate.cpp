#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/likeness.hpp"
#include "util/format.hpp"

namespace checks::batch {
namespace {

std::string unless_share(const model::Value& value) {
  const double share = std::get<double>(value);
  return share >= 0.3 && share <= 1 ? "" : "it must be between 0.3 and 1";
}

constexpr Param kParams[] = {
    {"threshold", ParamType::number, "0.8",
     "share of common runs of five words, from which on papers are too alike", "", 0, unless_share},
};

std::string percent(double share) {
  return fmt::format("{:.0f} %", 100 * share);
}

model::Finding describe(const Submissions& all, std::size_t self, const std::vector<Alike>& alike,
                        double threshold) {
  std::vector<std::size_t> others;
  for (const Alike& each : alike) others.push_back(each.other);
  const std::string likeness = percent(alike.front().likeness);
  auto finding = failed(
      fmt::format("The text before the references is nearly that of {}: {}{} of it is the same.",
                  all.names(self, others), alike.size() > 1 ? "up to " : "", likeness),
      likeness + " alike", fmt::format("less than {}", percent(threshold)),
      "Submit the paper once; ask the chairs where both are meant to be considered.");
  finding.confidence = model::Confidence::likely;
  return finding;
}

std::vector<Compared> across(std::span<const model::Submission> submissions,
                             const model::Params& with) {
  const Submissions all(submissions);
  const double threshold = with.number("threshold");
  const auto alike = find_alike(all, threshold);
  std::vector<Compared> answers(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].sketch)
      answers[i].unchecked = "nothing was kept of the text to compare it with others";
    else if (all[i].sketch->shingles.empty())
      answers[i].unchecked = "there is too little text before the references to compare";
    else if (!alike[i].empty())
      answers[i].findings.push_back(describe(all, i, alike[i], threshold));
  }
  return answers;
}

}  // namespace

extern constinit const Check near_duplicate{
    .id = "batch/near-duplicate",
    .summary = "a text that was submitted more than once",
    .params = kParams,
    .run = nullptr,
    .across = across,
};

}  // namespace checks::batch
