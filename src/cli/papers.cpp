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
  if (journal_) progress_.know(journal_->taken_over());
  if (input) progress_.begin(input->path);
  return input;
}

Judged::Judged(batch::Run& run, const Surroundings& around) : run_(run), around_(around) {
  if (around_.prints && around_.journal) stored_ = around_.journal->records(true);
}

const model::Result* Judged::next() {
  // The terminal is asked for what was said before the line of progress comes back.
  if (around_.prints && !around_.streams.out.flush()) return nullptr;
  for (bool is_over = false;; is_over = !judge_one()) {
    if (stored_) {
      auto stored = stored_->next();
      if (!stored) error_ = stored.error();
      if (!stored || (is_over && !*stored)) return nullptr;
      current_ = std::move(*stored);
      if (!current_) continue;
      around_.showing.prepare(*current_);
    } else if (!judge_one()) {
      return nullptr;
    }
    if (around_.prints) around_.progress.clear();
    return &*current_;
  }
}

std::vector<std::string> Judged::remarks() const {
  bool is_whole = !error_ && !run_.was_stopped();
  return is_whole ? around_.showing.remarks() : std::vector<std::string>();
}

bool Judged::judge_one() {
  if (error_) return false;
  current_ = run_.next();
  if (!current_) return false;
  around_.styles.tell(*current_);
  around_.progress.end(current_->stopped.empty());
  around_.sources.add_to(*current_);
  if (around_.journal) error_ = around_.journal->add(*current_);
  const model::FileFacts file = current_->file;
  around_.showing.prepare(*current_);
  complain_about(*current_);
  if (!around_.journal) around_.sum.add(*current_, file);
  return !error_;
}

void Judged::complain_about(const model::Result& result) {
  std::string text = around_.complains ? complaint(result) : "";
  if (text.empty() || ++complaints_ > kMostComplaints) return;
  around_.progress.clear();
  complain(around_.streams, text);
}

}  // namespace cli
