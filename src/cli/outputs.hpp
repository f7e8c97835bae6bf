// Where results go: formats, to the output stream or into files.
#pragma once

#include <span>

#include "cli/request.hpp"
#include "report/report.hpp"

namespace cli {

class Outputs {
 public:
  // From --format. An error where a format is unknown or a file cannot be written.
  static util::Expected<Outputs> of(const Request& request);

  bool prints_text() const;
  bool need_lines() const;
  // What could not be written, one error a file.
  std::vector<util::Error> write(std::span<const model::Result> results, const Streams& streams,
                                 const report::Style& style) const;

 private:
  struct Output {
    const report::Format* format = nullptr;
    std::string file;  // none: the output stream
  };

  static util::Expected<Output> parse(const std::string& value, bool keeps_lines);

  std::vector<Output> outputs_;
};

}  // namespace cli
