// Papers on their way through a run: watched as they go in, counted as they come out.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "batch/journal.hpp"
#include "batch/other_styles.hpp"
#include "batch/run.hpp"
#include "cli/progress.hpp"
#include "cli/source_lines.hpp"
#include "cli/stored.hpp"
#include "report/report.hpp"

namespace cli {

// Tells the progress line what is begun and what an earlier run has left.
class Watched : public batch::Source {
 public:
  Watched(std::unique_ptr<batch::Source> source, Progress& progress, const batch::Journal* journal)
      : source_(std::move(source)), progress_(progress), journal_(journal) {}

  // The problems of all inputs, where not one can be read; none else. Looks a bounded way ahead.
  std::vector<std::string> find_nothing_but_problems();
  std::optional<batch::Input> next() override;
  std::optional<std::size_t> count() const override { return source_->count(); }

 private:
  std::unique_ptr<batch::Source> source_;
  Progress& progress_;
  const batch::Journal* journal_;
  std::deque<batch::Input> ahead_;
};

// What a run makes of them, for a report that is written as they come.
class Judged : public report::Results {
 public:
  struct Surroundings {
    const Streams& streams;
    Progress& progress;
    Sum& sum;                 // takes them in where there is no journal
    batch::Journal* journal;  // or null
    batch::OtherStyles& styles;
    const Showing& showing;  // of which the journal knows nothing
    const SourceLines& sources;
    bool prints = false;     // the report goes to the stream now
    bool complains = false;  // and it is not for a person
  };

  Judged(batch::Run& run, const Surroundings& around);

  // Those taken over from an earlier run are among them where there is a journal and a report is
  // printed.
  const model::Result* next() override;
  std::vector<std::string> remarks() const override;
  const std::optional<util::Error>& error() const { return error_; }

 private:
  bool judge_one();
  void complain_about(const model::Result& result);

  batch::Run& run_;
  Surroundings around_;
  std::unique_ptr<batch::Records> stored_;
  std::optional<model::Result> current_;
  std::optional<util::Error> error_;
  int complaints_ = 0;
};

}  // namespace cli
