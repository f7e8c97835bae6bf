#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/submissions.hpp"
#include "util/format.hpp"

namespace checks::batch {
namespace {

Submissions::Tokens hash_of(const model::Submission& submission) {
  if (submission.sha256.empty()) return {};
  return {&submission.sha256, 1};
}

std::vector<Compared> across(std::span<const model::Submission> submissions, const model::Params&) {
  const Submissions all(submissions);
  std::vector<Compared> answers(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].sha256.empty()) answers[i].unchecked = "the file was not read";
  for (const Shared& group : all.find_shared(hash_of))
    for (const std::size_t self : group.positions) {
      const auto others = all.others(group, self);
      answers[self].findings.push_back(failed(
          fmt::format("Byte for byte the same file was submitted as {}.", all.names(self, others)),
          counted(static_cast<int>(group.submissions), "submission"), "one submission",
          "Withdraw all but one, or upload the file that was meant."));
    }
  return answers;
}

}  // namespace

extern constinit const Check duplicate_file{
    .id = "batch/duplicate-file",
    .summary = "one file, submitted more than once",
    .params = {},
    .run = nullptr,
    .across = across,
};

}  // namespace checks::batch
