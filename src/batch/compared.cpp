#include "batch/compared.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "judge/across.hpp"
#include "model/sketch.hpp"

namespace batch {
namespace {

using model::Result;
using util::Expected;

// What is known of each paper, in their order.
struct Papers {
  std::vector<model::Submission> submissions;
  std::vector<const model::Pack*> packs;
  std::vector<judge::Comparison> comparisons;

  bool need_comparing() const {
    return std::any_of(packs.begin(), packs.end(), [](const model::Pack* pack) {
      return pack && judge::compares_papers(*pack);
    });
  }
};

Expected<Papers> collect(Records& records, const PackOf& pack_of) {
  Papers papers;
  while (true) {
    auto result = records.next();
    if (!result) return result.error();
    if (!*result) return papers;
    papers.submissions.push_back(judge::submission_of(**result));
    papers.packs.push_back((*result)->pack ? pack_of(*(*result)->pack) : nullptr);
  }
}

void compare(Papers& papers) {
  papers.comparisons.resize(papers.submissions.size());
  auto packs = papers.packs;
  std::sort(packs.begin(), packs.end());
  packs.erase(std::unique(packs.begin(), packs.end()), packs.end());
  for (const model::Pack* pack : packs) {
    if (!pack || !judge::compares_papers(*pack)) continue;
    auto comparisons = judge::compare(papers.submissions, *pack);
    for (std::size_t i = 0; i < papers.packs.size(); ++i)
      if (papers.packs[i] == pack) papers.comparisons[i] = std::move(comparisons[i]);
  }
  papers.submissions = {};
}

class Compared : public Records {
 public:
  Compared(std::unique_ptr<Records> records, Papers papers)
      : records_(std::move(records)), papers_(std::move(papers)) {}

  Expected<std::optional<Result>> next() override {
    auto result = records_->next();
    if (!result || !*result) return result;
    std::size_t at = at_++;
    if (at >= papers_.packs.size() || !papers_.packs[at]) return result;
    return std::optional(judge::with_comparison(
        std::move(**result), std::move(papers_.comparisons[at]), *papers_.packs[at]));
  }

 private:
  std::unique_ptr<Records> records_;
  Papers papers_;
  std::size_t at_ = 0;
};

}  // namespace

Expected<std::unique_ptr<Records>> compared(const std::function<std::unique_ptr<Records>()>& read,
                                            const PackOf& pack_of) {
  auto papers = collect(*read(), pack_of);
  if (!papers) return papers.error();
  if (papers->need_comparing())
    compare(*papers);
  else
    papers->comparisons.resize(papers->packs.size());
  return std::unique_ptr<Records>(std::make_unique<Compared>(read(), std::move(*papers)));
}

}  // namespace batch
