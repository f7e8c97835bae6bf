// Marked-up copies of the papers that something was found in.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "batch/run.hpp"
#include "batch/source.hpp"
#include "cli/request.hpp"
#include "model/result.hpp"

namespace cli {

class Marked {
 public:
  // `papers` are those of the run once more, in the same order.
  Marked(std::unique_ptr<batch::Source> papers, const Request& request, const Streams& streams,
         const batch::RunOptions& options);

  // Why no copies can be written with these options; makes the folder.
  static std::optional<util::Error> find_obstacle(const Request& request);

  // One after another, in the order of the papers: what was judged, and what of it may be shown.
  // What cannot be marked is complained of.
  void add(const model::Result& judged, const model::Result& shown);

  bool has_failed() const { return has_failed_; }  // a copy could not be written

 private:
  std::optional<batch::Input> find(const model::Result& result);
  util::Expected<std::string> copy_of(const model::Result& result, const model::Result& shown);
  std::string free_name(const std::string& id);

  std::unique_ptr<batch::Source> papers_;
  const Streams& streams_;
  batch::RunOptions options_;
  std::string folder_;
  bool has_failed_ = false;
  std::set<std::string> names_;
};

}  // namespace cli
