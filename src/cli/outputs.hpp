// Where results go: formats, to the output stream or into files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/request.hpp"
#include "report/report.hpp"

namespace cli {

struct Output {
  const report::Format* format = nullptr;
  std::string file;       // none: the output stream
  bool is_added = false;  // to what stands in the file, which others write to
};

class Outputs {
 public:
  // From --format. An error where a format is unknown or a file cannot be written.
  static util::Expected<Outputs> of(const Request& request);

  // What goes to the output stream; null where everything goes into files.
  const Output* printed() const;
  const std::vector<Output>& all() const { return outputs_; }
  bool prints_text() const;
  bool need_lines() const;
  bool has_records() const;  // NDJSON, from which a run is resumed and shards are merged
  // The first file of NDJSON, beside which a run can be resumed; none where there is none.
  std::string stored() const;

 private:
  std::vector<Output> outputs_;
};

// Why it could not be written, if so; a file appears only where `trouble` has none to tell of what
// was to be written. What goes to the stream is checked by its owner.
using Trouble = std::function<std::optional<util::Error>()>;
std::optional<util::Error> write(const Output& output, report::Results& results,
                                 const Streams& streams, const report::Style& style,
                                 const Trouble& trouble = {});

}  // namespace cli
