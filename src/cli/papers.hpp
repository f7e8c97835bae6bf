// Papers on their way through a run: watched as they go in, counted as they come out.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "batch/run.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"
#include "report/report.hpp"
#include "report/tally.hpp"

namespace cli {

// Tells the progress line what is begun.
class Watched : public batch::Source {
 public:
  Watched(std::unique_ptr<batch::Source> source, Progress& progress)
      : source_(std::move(source)), progress_(progress) {}

  // The problems of all inputs, where not one can be read; none else. Looks a bounded way ahead.
  std::vector<std::string> find_nothing_but_problems();
  std::optional<batch::Input> next() override;
  std::optional<std::size_t> count() const override { return source_->count(); }

 private:
  std::unique_ptr<batch::Source> source_;
  Progress& progress_;
  std::deque<batch::Input> ahead_;
};

// What a run makes of them, for a report that is written as they come.
class Judged : public report::Results {
 public:
  struct Surroundings {
    const Streams& streams;
    Progress& progress;
    std::string fail_on;
    bool prints = false;     // the report goes to the stream now
    bool complains = false;  // and it is not for a person
  };

  Judged(batch::Run& run, Surroundings around)
      : run_(run), around_(std::move(around)), outcome_(around_.fail_on) {}

  const model::Result* next() override;
  void keep_in(std::vector<model::Result>& all) { kept_ = &all; }

  const Outcome& outcome() const { return outcome_; }
  const report::Tally& tally() const { return tally_; }

 private:
  void complain_about(const model::Result& result);

  batch::Run& run_;
  Surroundings around_;
  Outcome outcome_;
  report::Tally tally_;
  std::optional<model::Result> current_;
  std::vector<model::Result>* kept_ = nullptr;
  int complaints_ = 0;
};

}  // namespace cli
