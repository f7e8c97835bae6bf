#include "report/tally.hpp"

#include <algorithm>
#include <set>

#include "model/platform_text.hpp"
#include "report/ranking.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Result;
using model::Verdict;

constexpr std::size_t kMostChecks = 10;
constexpr std::size_t kMostReasons = 20;
constexpr std::size_t kMostIds = 8;
constexpr std::size_t kMostTexts = 20;

constexpr const char* kPlaces[] = {"with problems", "to look at", "passed", "unreadable",
                                   "not judged"};

std::string papers(std::size_t count) {
  return fmt::format("{} {}", count, count == 1 ? "paper" : "papers");
}

}  // namespace

const char* place_of(const Result& result) {
  switch (result.verdict) {
    case Verdict::fail:
      return kPlaces[0];
    case Verdict::review:
      return kPlaces[1];
    case Verdict::pass:
      return kPlaces[2];
    case Verdict::unjudged:
      break;
  }
  return result.stopped.empty() ? kPlaces[3] : kPlaces[4];
}

void Tally::add(const Result& result) {
  ++papers_;
  if (!result.pack) return;
  judged_ = true;
  ++places_[place_of(result)];
  std::set<std::string> found;
  for (const model::Finding& finding : result.findings)
    if (!model::is_set_aside(finding)) found.insert(finding.check);
  for (const std::string& check : found) ++checks_[check];
  if (result.verdict == Verdict::unjudged) add_reason(result);
  add_platform_texts(result);
}

void Tally::add_platform_texts(const Result& result) {
  std::set<std::string> hidden;
  auto add = [&](const std::string& quote, bool is_open) {
    const std::string letters = util::folded_letters(quote);
    if (platform_texts_.size() == kMostTexts && !platform_texts_.contains(letters)) return;
    PlatformText& text = platform_texts_.try_emplace(letters, PlatformText{quote}).first->second;
    text.is_open = text.is_open || is_open;
    if (hidden.insert(letters).second) ++text.papers;
  };
  for (const model::Unchecked& it : result.unchecked)
    if (it.why.starts_with(model::kPlatformText))
      add(it.why.substr(model::kPlatformText.size()), false);
  for (const model::Finding& it : result.findings)
    if (it.message.ends_with(model::kHiddenByMost)) add(fmt::format("\"{}\"", it.evidence), true);
}

void Tally::add_reason(const Result& result) {
  std::string why = reason_unjudged(result);
  auto known = std::find_if(reasons_.begin(), reasons_.end(),
                            [&](const Reason& reason) { return reason.why == why; });
  if (known == reasons_.end() && reasons_.size() == kMostReasons) {
    ++other_reasons_;
    return;
  }
  if (known == reasons_.end()) known = reasons_.insert(known, {why, 0, {}});
  ++known->papers;
  if (known->ids.size() < kMostIds)
    known->ids.push_back(shown(result.file.id.empty() ? result.file.path : result.file.id, 60));
}

std::size_t Tally::not_judged() const {
  auto found = places_.find(kPlaces[4]);
  return found == places_.end() ? 0 : found->second;
}

std::vector<Tally::Counted> Tally::places() const {
  std::vector<Counted> all;
  for (const char* place : kPlaces)
    if (auto found = places_.find(place); found != places_.end())
      all.push_back({place, found->second});
  return all;
}

std::vector<Tally::Counted> Tally::frequent() const {
  std::vector<Counted> order;
  for (const auto& [check, count] : checks_) order.push_back({check, count});
  std::stable_sort(order.begin(), order.end(),
                   [](const Counted& a, const Counted& b) { return a.papers > b.papers; });
  if (order.size() > kMostChecks) order.resize(kMostChecks);
  return order;
}

std::string Tally::PlatformText::advice() const {
  if (!is_open) return "";
  return "It would be a problem of each paper, and a person has to look: if the venue put it "
         "there, name it as `canary` in the pack; if not, find out who did.";
}

std::vector<Tally::PlatformText> Tally::platform_texts() const {
  std::vector<PlatformText> all;
  for (const auto& [letters, text] : platform_texts_) all.push_back(text);
  return all;
}

void Tally::write_frequent(Layout& layout) const {
  const std::vector<Counted> order = frequent();
  if (order.empty()) return;
  layout.blank();
  layout.paragraph("Most frequent findings:", Tone::strong);
  std::size_t widest = 0;
  for (const auto& [check, count] : order) widest = std::max(widest, check.size());
  for (const auto& [check, count] : order)
    layout.item(shown(check), papers(count), static_cast<int>(widest) + 2);
}

void Tally::write_reasons(Layout& layout) const {
  if (reasons_.empty()) return;
  layout.blank();
  layout.paragraph("Could not be judged:", Tone::strong);
  for (const Reason& reason : reasons_) {
    std::string ids = util::join(reason.ids, ", ");
    if (reason.papers > reason.ids.size())
      ids += fmt::format(" and {} more", reason.papers - reason.ids.size());
    layout.paragraph(fmt::format("{}: {} ({})", reason.why, papers(reason.papers), ids),
                     Tone::plain, 2);
  }
  if (other_reasons_ > 0)
    layout.paragraph(fmt::format("for other reasons: {}", papers(other_reasons_)), Tone::plain, 2);
}

void Tally::write_platform_texts(Layout& layout) const {
  if (platform_texts_.empty()) return;
  layout.blank();
  layout.paragraph("Hidden in most papers, so perhaps the platform's:", Tone::strong);
  for (const PlatformText& text : platform_texts()) {
    layout.paragraph(fmt::format("{} ({})", shown(text.quote), papers(text.papers)), Tone::plain,
                     2);
    if (text.is_open) layout.paragraph(text.advice(), Tone::plain, 2);
  }
}

void Tally::write(Layout& layout) const {
  std::string line = fmt::format("{} files:", papers_);
  for (const Counted& place : places()) line += fmt::format(" {} {},", place.papers, place.name);
  line.back() = '.';
  layout.paragraph(line, Tone::strong);
  write_frequent(layout);
  write_platform_texts(layout);
  write_reasons(layout);
}

}  // namespace report
