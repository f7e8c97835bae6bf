#include "report/report.hpp"
#include "model/result_json.hpp"

namespace report {

void json(std::ostream& out, std::span<const model::Result> results, const Style&) {
  util::Json list = util::Json::array();
  for (const model::Result& result : results) list.push_back(to_json(result));
  out << util::dump(list, 2) << '\n';
}

}  // namespace report
