// Stored results as reports want them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/compared.hpp"
#include "batch/records.hpp"
#include "cli/outcome.hpp"
#include "cli/outputs.hpp"
#include "cli/showing.hpp"
#include "report/tally.hpp"

namespace cli {

// What all results of a run add up to.
struct Sum {
  explicit Sum(std::string fail_on) : outcome(std::move(fail_on)) {}
  // What is shown of a result, and which file it is of, whose name may be masked in it.
  void add(const model::Result& result, const model::FileFacts& file) {
    outcome.add(result);
    tally.add(result);
    if (also) also(result, file);
  }

  Outcome outcome;
  report::Tally tally;
  std::function<void(const model::Result&, const model::FileFacts&)> also;  // or none
};

class StoredResults : public report::Results {
 public:
  // `sum` takes them in as they are read; none is needed.
  StoredResults(std::unique_ptr<batch::Records> records, Sum* sum, const Showing& showing)
      : records_(std::move(records)), sum_(sum), showing_(showing) {}
  const model::Result* next() override;
  std::vector<std::string> remarks() const override {
    return error_ ? std::vector<std::string>() : showing_.remarks();
  }
  // Why there is no next one, where that is not the end.
  const std::optional<util::Error>& error() const { return error_; }

 private:
  std::unique_ptr<batch::Records> records_;
  Sum* sum_;
  const Showing& showing_;
  std::optional<model::Result> current_;
  std::optional<util::Error> error_;
};

// Starts from the first record each time.
using ReadRecords = std::function<util::Expected<std::unique_ptr<batch::Records>>()>;

struct Wanted {
  std::vector<Output> outputs;
  const Showing& showing;
};

// Into each of the outputs; `sum` takes in the results once. False where something could not be
// read or written, which is complained about.
bool write_stored(const Wanted& wanted, const ReadRecords& read, Sum& sum, const Streams& streams,
                  const report::Style& style);

// The table at the end of many papers, where the report on the output stream has none.
void print_table(const Request& request, const Streams& streams, const Outputs& outputs,
                 const report::Tally& tally);

}  // namespace cli
