#include "cli/papers.hpp"

#include "util/format.hpp"

namespace cli {
namespace {

constexpr std::size_t kFarthestAhead = 100;
// More than a person reads one by one; the table at the end has them all.
constexpr int kMostComplaints = 20;

// What a report that is not for a person leaves unsaid.
std::string complaint(const model::Result& result) {
  if (!result.stopped.empty()) return result.stopped;
  bool is_unread = !result.pack && result.paper && result.paper->document.failure;
  if (!is_unread) return "";
  return fmt::format("{}: {}", result.file.path, result.paper->document.failure->message);
}

}  // namespace

std::vector<std::string> Watched::find_nothing_but_problems() {
  std::vector<std::string> problems;
  while (ahead_.size() < kFarthestAhead) {
    auto input = source_->next();
    if (!input) return problems;
    ahead_.push_back(std::move(*input));
    if (ahead_.back().problem.empty()) break;
    problems.push_back(ahead_.back().problem);
  }
  return {};
}

std::optional<batch::Input> Watched::next() {
  std::optional<batch::Input> input;
  if (ahead_.empty()) {
    input = source_->next();
  } else {
    input = std::move(ahead_.front());
    ahead_.pop_front();
  }
  if (input) progress_.begin(input->path);
  return input;
}

const model::Result* Judged::next() {
  // The terminal is asked for what was said before the line of progress comes back.
  if (around_.prints && !around_.streams.out.flush()) return nullptr;
  current_ = run_.next();
  if (!current_) return nullptr;
  around_.progress.end(current_->stopped.empty());
  outcome_.add(*current_);
  tally_.add(*current_);
  complain_about(*current_);
  if (kept_) kept_->push_back(*current_);
  if (around_.prints) around_.progress.clear();
  return &*current_;
}

void Judged::complain_about(const model::Result& result) {
  std::string text = around_.complains ? complaint(result) : "";
  if (text.empty() || ++complaints_ > kMostComplaints) return;
  around_.progress.clear();
  complain(around_.streams, text);
}

}  // namespace cli
