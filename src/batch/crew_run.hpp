// The run that works with processes.
#pragma once

#include <atomic>
#include <csignal>
#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "batch/papers.hpp"
#include "batch/process.hpp"
#include "batch/run.hpp"
#include "batch/slot.hpp"

namespace batch {

// While it lives, ended children wait to be asked how they ended. A caller may have been started
// with SIGCHLD ignored, and then the system would forget.
class ChildrenRemembered {
 public:
  ChildrenRemembered();
  ~ChildrenRemembered();
  ChildrenRemembered(const ChildrenRemembered&) = delete;
  ChildrenRemembered& operator=(const ChildrenRemembered&) = delete;

 private:
  struct sigaction before_;
};

class CrewRun : public Run {
 public:
  CrewRun(Source& source, Work work, const RunOptions& options);

  std::optional<model::Result> next() override;
  void stop() override;
  bool was_stopped() const override { return is_stopped_; }
  std::vector<std::string> walls() const override { return names_of(crew_.sandbox.walls()); }
  std::vector<std::string> missing_walls() const override {
    return names_of(kAllWalls & ~crew_.sandbox.walls());
  }

 private:
  struct Place {
    Slot slot;
    std::size_t paper = 0;  // number
  };

  void fill();
  Place* find_idle();
  std::optional<std::size_t> next_paper();
  bool begin(Place& place, std::size_t paper);
  bool refuse(std::size_t paper, int error);
  void wait();
  int patience() const;
  void look();
  void note_key(std::size_t number, bool is_lasting);
  void take(Place& place, Outcome outcome);
  void forgive_gap(Clock::duration gap);
  void end_all();
  model::Result deliver();

  ChildrenRemembered children_;
  Source& source_;
  Crew crew_;
  std::deque<Place> places_;
  Papers papers_;
  std::deque<std::size_t> again_;  // papers to begin anew, before those that are new
  bool is_source_done_ = false;
  std::optional<Clock::duration> pause_;  // until the system may have what it lacked
  Clock::time_point left_;                // when somebody last looked
  util::Descriptor alarm_;                // wakes the one who waits
  std::atomic<bool> is_stopped_ = false;
};

}  // namespace batch
