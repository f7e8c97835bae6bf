#include <algorithm>

#include "checks/check.hpp"
#include "checks/coauthors.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

namespace checks::batch {
namespace {

constexpr Param kParams[] = {
    {"max", ParamType::integer, "1", "submissions that one person may have", "", 0,
     unless_positive},
    {"people", ParamType::text, "presenting", "who is counted: the first author of each, or all",
     "presenting any"},
};

std::string reason_unchecked(Submissions::Tokens people, bool has_addresses) {
  if (people.empty()) return "the manifest names no authors";
  if (has_addresses && std::any_of(people.begin(), people.end(), is_known_by_name))
    return "the manifest gives addresses of other authors but not of all of these";
  return "";
}

model::Finding describe(const Submissions& all, const Shared& group, std::size_t self, int most,
                        bool is_presenting) {
  const auto others = all.others(group, self);
  auto finding = failed(
      fmt::format("{} {} too; {} allowed.",
                  is_presenting ? "The presenting author presents" : "An author has",
                  all.names(self, others), are(most, "submission")),
      counted(static_cast<int>(group.submissions), "submission"), counted(most, "submission"),
      "Withdraw what is beyond the limit, or let another author present it.");
  if (is_known_by_name(group.token)) finding.confidence = model::Confidence::possible;
  return finding;
}

std::vector<Compared> across(std::span<const model::Submission> submissions,
                             const model::Params& with) {
  const Submissions all(submissions);
  const bool is_presenting = with.text("people") == "presenting";
  const auto people = is_presenting ? presenting_author_of : authors_of;
  const int most = with.integer("max");
  std::vector<Compared> answers(all.size());
  const bool has_addresses =
      std::any_of(submissions.begin(), submissions.end(), [&](const auto& each) {
        return !std::all_of(people(each).begin(), people(each).end(), is_known_by_name);
      });
  for (std::size_t i = 0; i < all.size(); ++i)
    answers[i].unchecked = reason_unchecked(people(all[i]), has_addresses);
  for (const Shared& group : all.find_shared(people)) {
    if (group.submissions <= static_cast<std::size_t>(most)) continue;
    for (const std::size_t self : group.positions)
      answers[self].findings.push_back(describe(all, group, self, most, is_presenting));
  }
  return answers;
}

}  // namespace

extern constinit const Check author_cap{
    .id = "batch/author-cap",
    .summary = "people with more submissions than are allowed",
    .params = kParams,
    .run = nullptr,
    .across = across,
};

}  // namespace checks::batch
