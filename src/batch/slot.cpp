#include "batch/slot.hpp"

#include <algorithm>
#include <utility>

#include "batch/job.hpp"

namespace batch {
namespace {

// A process is replaced before what has piled up in it can change a verdict.
constexpr int kMostTaken = 200;
// Nor does it keep what one large paper took; of a hundred papers two take so much.
constexpr std::uint64_t kMostKept = 32u << 20;

constexpr std::chrono::nanoseconds kShortestWait = std::chrono::milliseconds(2);

}  // namespace

bool Slot::begin(const Input& input, const Opened& opened) {
  bool is_begun = takes_many() ? hand_over(input, opened) : false;
  if (!takes_many()) {
    reader_ = {};
    crew_.notes.of(number_).clear();
    process_ = Process::launch(crew_, number_, input, opened);
    is_begun = process_ != nullptr;
  }
  if (!is_begun) return false;
  is_busy_ = true;
  ++taken_;
  wall_end_ = Clock::now() + std::chrono::seconds(crew_.options.wall_seconds);
  auto used = takes_many() ? process_->cpu_time() : std::chrono::nanoseconds(0);
  cpu_end_ = used + std::chrono::seconds(crew_.options.cpu_seconds);
  return true;
}

bool Slot::hire() {
  reader_ = {};
  taken_ = 0;
  process_ = Process::launch(crew_, number_);
  if (!process_) return false;
  memory_ = process_->memory();
  return true;
}

bool Slot::hand_over(const Input& input, const Opened& opened) {
  // One that speaks without being asked cannot be trusted, one that died is not there.
  bool is_fit = process_ && reader_.read(process_->answers()) == RecordReader::State::waiting;
  crew_.notes.of(number_).clear();
  if (is_fit && send_job(process_->jobs(), input, opened)) return true;
  process_.reset();
  return hire() && send_job(process_->jobs(), input, opened);
}

std::optional<Outcome> Slot::look(Clock::time_point now) {
  switch (reader_.read(process_->answers())) {
    case RecordReader::State::complete:
      if (takes_many()) return answer();
      break;
    case RecordReader::State::ended: {
      auto status = process_->wait_briefly();
      if (status) return finish({*status, Blame::none});
      return finish({process_->end(), Blame::silence});
    }
    case RecordReader::State::broken:
      return finish({process_->end(), Blame::babble});
    case RecordReader::State::waiting:
      break;
  }
  if (process_->cpu_time() >= cpu_end_) return finish({process_->end(), Blame::cpu});
  if (now >= wall_end_) return finish({process_->end(), Blame::wall});
  return std::nullopt;
}

std::chrono::nanoseconds Slot::patience(Clock::time_point now) const {
  // One thread cannot use processor time faster than time passes.
  std::chrono::nanoseconds cpu = cpu_end_ - process_->cpu_time(), wall = wall_end_ - now;
  return std::max(std::min(cpu, wall), kShortestWait);
}

void Slot::end() {
  process_.reset();
  is_busy_ = false;
}

// Of a process that is no more.
Outcome Slot::finish(const Death& death) {
  bool is_honest = death.blame == Blame::none && (death.status == 0 || takes_many());
  if (is_honest && reader_.is_whole()) {
    Outcome outcome = answer();
    end();
    return outcome;
  }
  end();
  const Note& note = crew_.notes.of(number_);
  if (is_kill_from_outside(death)) return {Outcome::Kind::killed, "", false};
  // What came before may have had a part in it; what takes too long does so by itself.
  bool is_limit = death.blame == Blame::cpu || death.blame == Blame::wall;
  bool is_stale = takes_many() && taken_ > 1 && !is_limit;
  return {is_stale ? Outcome::Kind::stale : Outcome::Kind::failed,
          explain(death, note, crew_.options), is_lasting(death, note)};
}

Outcome Slot::answer() {
  std::string record = reader_.take();
  // An empty one says that the note has the reason.
  if (record.empty()) return finish({0, Blame::none});
  is_busy_ = false;
  if (takes_many() && is_worn()) process_.reset();
  return {Outcome::Kind::answered, std::move(record), false};
}

bool Slot::is_worn() const {
  auto now = process_->memory();
  return taken_ >= kMostTaken || now.resident > memory_.resident + kMostKept ||
         now.address_space > memory_.address_space + (crew_.options.memory_mib << 20) / 4;
}

}  // namespace batch
