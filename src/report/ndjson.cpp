#include "report/report.hpp"
#include "model/result_json.hpp"

namespace report {

void ndjson(std::ostream& out, std::span<const model::Result> results, const Style&) {
  for (const model::Result& result : results) out << util::dump(to_json(result)) << '\n';
}

}  // namespace report
