#include "checks/check.hpp"
#include "checks/coauthors.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/patterns.hpp"
#include "util/format.hpp"

namespace checks::batch {
namespace {

constexpr Param kParams[] = {
    {"most", ParamType::integer, "8",
     "what more submissions share is the mark of a tool, not of a person", "", 0, unless_positive},
    {"users", ParamType::texts, "", "patterns of users who are nobody", "", 0, unless_patterns},
};

Submissions::Tokens traces(const model::Submission& it) {
  return it.sketch ? Submissions::Tokens(it.sketch->traces) : Submissions::Tokens();
}

std::string_view noun(const Shared& group) {
  return group.token.starts_with('p') ? "the path of a private file" : "a document id";
}

model::Finding describe(const Submissions& all, const Shared& group, std::size_t self,
                        const std::vector<std::size_t>& others, Coauthors relation) {
  const std::string names = all.names(self, others);
  if (relation == Coauthors::unknown)
    return undecided(fmt::format("It shares {} with {}; whether these have the same authors is not "
                                 "known, as the manifest does not say.",
                                 noun(group), names),
                     "nothing shared with other authors");
  auto finding =
      failed(fmt::format("It shares {} with {}, of other authors.", noun(group), names),
             counted(static_cast<int>(group.submissions), "submission"),
             "nothing shared with other authors",
             "Ask the authors of both; a common template or computer may be the reason.");
  finding.confidence = model::Confidence::possible;
  return finding;
}

void compare(const Submissions& all, const Shared& group, std::size_t self, Compared& answer) {
  for (const Coauthors relation : {Coauthors::none, Coauthors::unknown}) {
    auto others = all.others(group, self);
    std::erase_if(others, [&](std::size_t other) {
      return all.is_copy(self, other) || find_coauthors(all[self], all[other]) != relation;
    });
    if (!others.empty()) answer.findings.push_back(describe(all, group, self, others, relation));
  }
}

std::vector<Compared> across(std::span<const model::Submission> submissions,
                             const model::Params& with) {
  const Submissions all(submissions);
  const auto most = static_cast<std::size_t>(with.integer("most"));
  std::vector<Compared> answers(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (traces(all[i]).empty())
      answers[i].unchecked = "the file has neither a document id nor the path of a private file";
  for (const Shared& group : all.find_shared(traces))
    for (const std::size_t self : group.positions) {
      if (group.submissions <= most)
        compare(all, group, self, answers[self]);
      else
        answers[self].unchecked = fmt::format("too many submissions share {}", noun(group));
    }
  return answers;
}

}  // namespace

extern constinit const Check shared_trace{
    .id = "batch/shared-trace",
    .summary = "marks of one computer or file in papers of different authors",
    .params = kParams,
    .run = nullptr,
    .across = across,
};

}  // namespace checks::batch
