// The run without processes: each paper is worked on where the caller is.
#pragma once

#include <atomic>

#include "batch/run.hpp"

namespace batch {

class InPlaceRun : public Run {
 public:
  InPlaceRun(Source& source, Work work) : source_(source), work_(std::move(work)) {}

  std::optional<model::Result> next() override;
  void stop() override { is_stopped_ = true; }
  bool was_stopped() const override { return is_stopped_; }
  std::vector<std::string> walls() const override { return {}; }
  std::vector<std::string> missing_walls() const override;

 private:
  model::Result work_on(Input input);

  Source& source_;
  Work work_;
  std::atomic<bool> is_stopped_ = false;
};

}  // namespace batch
