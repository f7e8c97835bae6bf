#include "cli/progress.hpp"

#include <cmath>
#include <utility>

#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

using std::chrono::duration;

// Often enough to look alive, and no load for a terminal at the far end of a line.
constexpr duration<double> kBetweenLines{0.1};
// What a rate is taken from must be more than the first papers.
constexpr duration<double> kBeforeGuess{1.0};

// "3.2" or "41".
std::string rate(double papers_a_second) {
  return fmt::format("{:.{}f}", papers_a_second, papers_a_second < 10 ? 1 : 0);
}

std::string time_left(double seconds) {
  auto minutes = static_cast<long>(std::ceil(seconds / 60));
  if (seconds < 60) return fmt::format("{:.0f} s", std::ceil(seconds));
  if (minutes < 60) return fmt::format("{} min", minutes);
  return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

// Cut to columns, not letters: a line that wraps cannot be taken back.
std::string fitted(const std::string& text, std::size_t columns) {
  if (util::width(text) <= columns) return text;
  std::size_t letters = columns;
  std::string cut = util::shortened(text, letters);
  while (letters > 0 && util::width(cut) > columns) cut = util::shortened(text, --letters);
  return cut;
}

}  // namespace

Progress::Progress(std::ostream& out, View view)
    : out_(out), view_(std::move(view)), started_(view_.now()) {}

void Progress::begin(std::string_view path) {
  ++begun_;
  auto slash = path.rfind('/');
  name_ = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  show();
}

void Progress::end(bool is_judged) {
  ++done_;
  if (!is_judged) ++failed_;
  show();
}

std::string Progress::line() const {
  std::size_t ready = known_ + done_;
  std::string text = fmt::format("{}", ready);
  if (all_) text += fmt::format(" of {}", *all_);
  text += ready == 1 && !all_ ? " paper" : " papers";
  duration<double> passed = view_.now() - started_;
  if (done_ > 0 && passed >= kBeforeGuess) {
    double speed = static_cast<double>(done_) / passed.count();
    text += fmt::format(", {} a second", rate(speed));
    if (all_ && *all_ > ready)
      text += fmt::format(", {} left", time_left(static_cast<double>(*all_ - ready) / speed));
  }
  if (failed_ > 0) text += fmt::format(", {} not judged", failed_);
  if (!name_.empty()) text += ": " + util::printable(name_);
  return fitted(text, static_cast<std::size_t>(std::max(view_.width - 1, 0)));
}

void Progress::show() {
  // Of one paper there is nothing to say.
  if (!view_.is_shown || (all_ ? *all_ < 2 : begun_ < 2)) return;
  auto now = view_.now();
  if (shown_ && now - *shown_ < kBetweenLines) return;
  shown_ = now;
  is_visible_ = true;
  out_ << "\r\x1b[K" << line() << std::flush;
}

void Progress::clear() {
  if (is_visible_) out_ << "\r\x1b[K" << std::flush;
  is_visible_ = false;
}

}  // namespace cli
