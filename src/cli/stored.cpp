#include "cli/stored.hpp"

#include "cli/surroundings.hpp"
#include "report/layout.hpp"

namespace cli {

const model::Result* StoredResults::next() {
  auto result = records_->next();
  if (!result) {
    error_ = result.error();
    return nullptr;
  }
  current_ = std::move(*result);
  if (!current_) return nullptr;
  const model::FileFacts file = current_->file;
  showing_.prepare(*current_);
  if (sum_) sum_->add(*current_, file);
  return &*current_;
}

bool write_stored(const Wanted& wanted, const ReadRecords& read, Sum& sum, const Streams& streams,
                  const report::Style& style) {
  Sum* counting = &sum;
  bool is_written = true;
  for (const Output& output : wanted.outputs) {
    auto records = read();
    if (!records) {
      complain(streams, records.error().message);
      return false;
    }
    StoredResults results(std::move(*records), counting, wanted.showing);
    counting = nullptr;
    auto error = write(output, results, streams, style, [&] { return results.error(); });
    if (error) complain(streams, error->message);
    is_written = is_written && !error;
  }
  return is_written;
}

void print_table(const Request& request, const Streams& streams, const Outputs& outputs,
                 const report::Tally& tally) {
  if (request.has("--quiet") || outputs.prints_text() || !tally.is_of_many()) return;
  auto style = style_of_complaints(request, streams);
  report::Layout layout(streams.err, style);
  tally.write(layout);
}

}  // namespace cli
