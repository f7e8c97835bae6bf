// The lines of TeX that findings come from, where TeX wrote them down beside a paper.
#pragma once

#include <set>
#include <string>

#include "batch/run.hpp"
#include "cli/request.hpp"
#include "model/result.hpp"

namespace cli {

class SourceLines {
 public:
  // For papers that are named themselves; those of folders and zips come from elsewhere.
  SourceLines(const Request& request, const batch::RunOptions& options);

  void add_to(model::Result& result) const;

  // What results depend on beside the papers; "" where there is nothing.
  std::string key() const;

 private:
  std::set<std::string> papers_;
  batch::RunOptions options_;
};

}  // namespace cli
