#include "batch/crew_run.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "batch/record.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

constexpr int kMostRefusals = 6;
constexpr auto kFirstPause = std::chrono::milliseconds(10);  // doubled each time
// Who was stopped, or waited for a slow reader of reports, must not hold that against papers.
constexpr auto kSmallGap = std::chrono::milliseconds(200);

}  // namespace

ChildrenRemembered::ChildrenRemembered() {
  struct sigaction action = {};
  action.sa_handler = SIG_DFL;
  sigaction(SIGCHLD, nullptr, &before_);
  bool forgets = before_.sa_handler == SIG_IGN || (before_.sa_flags & SA_NOCLDWAIT);
  if (forgets) sigaction(SIGCHLD, &action, nullptr);
}

ChildrenRemembered::~ChildrenRemembered() {
  sigaction(SIGCHLD, &before_, nullptr);
}

CrewRun::CrewRun(Source& source, Work work, const RunOptions& options)
    : source_(source),
      crew_(std::move(work), options),
      left_(Clock::now()),
      alarm_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  for (int number = 0; number < options.jobs; ++number)
    places_.push_back(Place{Slot(crew_, number)});
}

std::optional<model::Result> CrewRun::next() {
  forgive_gap(Clock::now() - left_);
  look();
  for (;;) {
    if (is_stopped_) end_all();
    fill();
    if (papers_.is_first_done()) return deliver();
    if (papers_.is_empty()) return std::nullopt;
    wait();
    look();
  }
}

void CrewRun::stop() {
  is_stopped_ = true;
  int error = errno;
  std::uint64_t one = 1;
  [[maybe_unused]] ssize_t count = write(alarm_.number(), &one, sizeof one);
  errno = error;
}

// Begins as many papers as there are idle places.
void CrewRun::fill() {
  pause_.reset();
  while (Place* idle = find_idle()) {
    auto paper = next_paper();
    if (!paper || !begin(*idle, *paper)) return;
  }
}

CrewRun::Place* CrewRun::find_idle() {
  auto idle = std::find_if(places_.begin(), places_.end(),
                           [](const Place& place) { return !place.slot.is_busy(); });
  return idle == places_.end() ? nullptr : &*idle;
}

std::optional<std::size_t> CrewRun::next_paper() {
  if (!again_.empty()) {
    std::size_t paper = again_.front();
    again_.pop_front();
    return paper;
  }
  while (!is_stopped_ && !is_source_done_ && papers_.has_room()) {
    auto input = source_.next();
    is_source_done_ = !input;
    if (is_source_done_) break;
    std::string problem = input->problem;
    std::size_t paper = papers_.add(std::move(*input));
    if (problem.empty()) return paper;
    papers_.fail(paper, problem);
  }
  return std::nullopt;
}

// False where nothing more can be begun now.
bool CrewRun::begin(Place& place, std::size_t number) {
  Paper& paper = papers_.at(number);
  Opened opened = open_input(paper.input);
  if (opened.shortage != 0) return refuse(number, opened.shortage);
  if (!opened.file) {
    papers_.fail(number, opened.problem);
    return true;
  }
  paper.file_bytes = opened.state.bytes;
  if (!place.slot.begin(paper.input, opened)) return refuse(number, errno);
  place.paper = number;
  return true;
}

// The system is short of processes, memory or descriptors. Those that others use will be free
// again.
bool CrewRun::refuse(std::size_t number, int error) {
  bool is_alone = std::none_of(places_.begin(), places_.end(),
                               [](const Place& place) { return place.slot.is_busy(); });
  Paper& paper = papers_.at(number);
  if (is_alone && paper.refusals == kMostRefusals) {
    papers_.fail(number, fmt::format("no process could be started for it: {}; try again when the "
                                     "system has more to give, or with fewer --jobs",
                                     std::strerror(error)));
    return true;
  }
  again_.push_front(number);
  if (is_alone) pause_ = kFirstPause * (1 << paper.refusals++);
  return false;
}

int CrewRun::patience() const {
  auto now = Clock::now();
  std::chrono::nanoseconds longest = std::chrono::hours(1);
  if (pause_) longest = *pause_;
  for (const Place& place : places_)
    if (place.slot.is_busy()) longest = std::min(longest, place.slot.patience(now));
  return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(longest).count());
}

void CrewRun::wait() {
  std::vector<pollfd> awaited = {{alarm_.number(), POLLIN, 0}};
  for (const Place& place : places_)
    if (place.slot.is_busy()) awaited.push_back({place.slot.descriptor(), POLLIN, 0});
  auto before = Clock::now();
  auto most = std::chrono::milliseconds(patience());
  poll(awaited.data(), awaited.size(), static_cast<int>(most.count()));
  forgive_gap(Clock::now() - before - most);
}

void CrewRun::look() {
  auto now = Clock::now();
  for (Place& place : places_) {
    if (!place.slot.is_busy()) continue;
    if (auto outcome = place.slot.look(now)) take(place, std::move(*outcome));
  }
  left_ = Clock::now();
}

void CrewRun::take(Place& place, Outcome outcome) {
  switch (outcome.kind) {
    case Outcome::Kind::answered:
      return papers_.answer(place.paper, std::move(outcome.text));
    case Outcome::Kind::failed:
      note_key(place.paper, outcome.is_lasting);
      return papers_.fail(place.paper, std::move(outcome.text));
    case Outcome::Kind::stale:
      return again_.push_back(place.paper);
    case Outcome::Kind::killed:
      if (papers_.at(place.paper).kills++ == 0) return again_.push_back(place.paper);
      return papers_.fail(place.paper, explain_second_kill());
  }
}

void CrewRun::note_key(std::size_t number, bool is_lasting) {
  Paper& paper = papers_.at(number);
  if (is_lasting && crew_.work.key) paper.key = crew_.work.key(paper.input);
}

void CrewRun::forgive_gap(Clock::duration gap) {
  if (gap < kSmallGap) return;
  for (Place& place : places_) place.slot.postpone(gap);
}

// What is done stays, what is being worked on is forgotten.
void CrewRun::end_all() {
  for (Place& place : places_) place.slot.end();
  again_.clear();
  while (!papers_.is_empty() && !papers_.is_first_done()) papers_.take_first();
}

model::Result CrewRun::deliver() {
  Paper paper = papers_.take_first();
  left_ = Clock::now();
  if (!paper.why.empty()) {
    auto result = crew_.work.give_up(paper.input, paper.why);
    result.key = paper.key;
    return result;
  }
  auto asked = crew_.work.give_up(paper.input, "");
  auto result = decode(paper.record, asked, paper.file_bytes);
  return result ? std::move(*result) : crew_.work.give_up(paper.input, result.error().message);
}

}  // namespace batch
