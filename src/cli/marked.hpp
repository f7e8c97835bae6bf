// Marked-up copies of the papers that something was found in.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

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

  // One after another, in the order of the papers: what of each may be shown, and which it is. What
  // cannot be marked is complained of.
  void add(const model::Result& shown, const model::FileFacts& file);
  void cut_short() { is_cut_short_ = true; }  // in place of what would be added
  // Says what is left to say; false where a copy could not be written.
  bool finish();

 private:
  std::optional<batch::Input> find(const model::FileFacts& file);
  util::Expected<std::string> copy_of(const model::Result& shown,
                                      const std::optional<batch::Input>& input,
                                      const std::string& sha256);
  void write(const std::string& path, const std::string& copy, const std::string& paper);
  std::string free_name(const std::string& id);
  bool is_of_a_paper(const std::string& path) const;
  void tell(const std::string& paper, const std::string& why);

  std::unique_ptr<batch::Source> papers_;
  std::deque<batch::Input> ahead_;
  const Streams& streams_;
  batch::RunOptions options_;
  std::string folder_;
  bool has_failed_ = false, is_cut_short_ = false;
  std::set<std::string> names_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> files_;  // of the papers: device and number
  std::vector<std::string> old_;                             // copies of what passes now
};

}  // namespace cli
