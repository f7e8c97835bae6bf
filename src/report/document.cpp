#include "model/paper_json.hpp"
#include "report/report.hpp"

namespace report {

void document(std::ostream& out, std::span<const model::Result> results, const Style&) {
  int indent = results.size() == 1 ? 1 : -1;
  for (const model::Result& result : results)
    if (result.paper) out << util::dump(model::to_json(*result.paper), indent) << '\n';
}

}  // namespace report
