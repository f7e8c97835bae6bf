// What becomes of each result before anybody sees it, and what is said behind the last one:
// decisions of --waivers, what --baseline knows, and the mask of --audience.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/cli.hpp"
#include "cli/outputs.hpp"
#include "judge/decisions.hpp"

namespace cli {

class Showing {
 public:
  // Reads the files that the options name. Results that were just judged lose marks of an earlier
  // run; stored ones keep those that no option is about.
  static util::Expected<Showing> of(const Request& request, bool is_judging);

  void prepare(model::Result& result) const;
  bool is_blind() const { return is_blind_; }
  // Whether results that were shown can be taken over by a later run.
  bool keeps_keys() const { return !is_blind_ || !has_files_; }

  // Some of those papers are elsewhere that decisions may be about.
  void expect_others() { knows_all_papers_ = false; }
  // Said first, whatever the results are.
  void say(std::string remark) { said_.push_back(std::move(remark)); }
  // Of what stands behind the results; right when all went through prepare().
  std::vector<std::string> remarks() const;

 private:
  std::shared_ptr<judge::Decisions> decisions_;  // null: none
  std::vector<std::string> said_;
  std::string baseline_;  // the file of it
  bool is_blind_ = false;
  bool has_files_ = false;  // of decisions
  bool knows_all_papers_ = true;
};

// On the error stream, where the report on the output stream does not.
void tell_remarks(const Request& request, const Streams& streams, const Outputs& outputs,
                  const Showing& showing);

}  // namespace cli
