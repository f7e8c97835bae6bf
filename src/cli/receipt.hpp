// What a run was judged by and what came of each paper, so that anybody can hold a second run
// against it: no time, no machine, no path, and the same bytes each time.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/request.hpp"
#include "model/result.hpp"
#include "util/json.hpp"

namespace cli {

class Receipt {
 public:
  // `deciding` are the options that change results. An error where a file that decides cannot be
  // read, or the receipt not be written.
  static util::Expected<Receipt> of(const Request& request, std::vector<std::string> deciding);

  void add(const model::Result& result);
  std::optional<util::Error> write() const;

 private:
  std::string path_;
  util::Json files_ = util::Json::array();  // the papers
  util::Json inputs_ = util::Json::object();
  std::vector<std::string> options_;
  std::set<std::string> packs_;  // as JSON
};

}  // namespace cli
