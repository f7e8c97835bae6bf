#include "model/result_json.hpp"
#include "report/report.hpp"

namespace report {

void ndjson(std::ostream& out, Results& results, const Style&) {
  while (const model::Result* result = results.next())
    out << util::dump(model::to_record(*result)) << '\n' << std::flush;
}

}  // namespace report
