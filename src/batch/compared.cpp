#include "batch/compared.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "judge/across.hpp"
#include "judge/platform_text.hpp"
#include "model/sketch.hpp"

namespace batch {
namespace {

using model::Result;
using util::Expected;

bool is_blank(const model::Submission& it) {
  const bool says_nothing = !it.sketch || (it.sketch->shingles.empty() &&
                                           it.sketch->traces.empty() && it.sketch->authors.empty());
  return it.sha256.empty() && says_nothing;
}

// What is known of the papers. Those of which nothing is share one place, as a list of a million
// names that lead nowhere must not fill the memory.
class Papers {
 public:
  void add(const Result& result, const model::Pack* pack) {
    texts_.add(result);
    model::Submission submission = judge::submission_of(result);
    const auto next = static_cast<std::uint32_t>(submissions_.size());
    const auto blank = std::pair(pack, submission.sketch.has_value());
    const std::uint32_t place =
        is_blank(submission) ? blanks_.emplace(blank, next).first->second : next;
    places_.push_back(place);
    if (place < next) return;
    submissions_.push_back(std::move(submission));
    packs_.push_back(pack);
  }

  void compare();

  std::size_t size() const { return places_.size(); }
  // Of the paper that was added so manyth.
  const model::Pack* pack(std::size_t paper) const { return packs_[places_[paper]]; }
  const judge::Comparison& comparison(std::size_t paper) const {
    return comparisons_[places_[paper]];
  }
  const judge::PlatformTexts& texts() const { return texts_; }

 private:
  std::vector<std::uint32_t> places_;  // of each paper in the others
  std::vector<model::Submission> submissions_;
  std::vector<const model::Pack*> packs_;
  std::vector<judge::Comparison> comparisons_;
  judge::PlatformTexts texts_;
  // By pack, and whether there is a sketch at all.
  std::map<std::pair<const model::Pack*, bool>, std::uint32_t> blanks_;
};

// Papers with different packs are compared with each other too.
void Papers::compare() {
  comparisons_.resize(submissions_.size());
  for (const model::Pack* pack : std::set(packs_.begin(), packs_.end())) {
    if (!pack || !judge::compares_papers(*pack)) continue;
    auto comparisons = judge::compare(submissions_, *pack);
    for (std::size_t i = 0; i < packs_.size(); ++i)
      if (packs_[i] == pack) comparisons_[i] = std::move(comparisons[i]);
  }
  submissions_ = {};
}

Expected<Papers> collect(Records& records, const PackOf& pack_of) {
  Papers papers;
  while (true) {
    auto result = records.next();
    if (!result) return result.error();
    if (!*result) return papers;
    papers.add(**result, (*result)->pack ? pack_of(*(*result)->pack) : nullptr);
  }
}

class Compared : public Records {
 public:
  Compared(std::unique_ptr<Records> records, Papers papers)
      : records_(std::move(records)), papers_(std::move(papers)) {}

  Expected<std::optional<Result>> next() override {
    auto result = records_->next();
    if (!result || !*result) return result;
    std::size_t at = at_++;
    if (at >= papers_.size() || !papers_.pack(at)) return result;
    Result judged =
        judge::with_comparison(std::move(**result), papers_.comparison(at), *papers_.pack(at));
    papers_.texts().settle(judged);
    return std::optional(std::move(judged));
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
  papers->compare();
  return std::unique_ptr<Records>(std::make_unique<Compared>(read(), std::move(*papers)));
}

}  // namespace batch
