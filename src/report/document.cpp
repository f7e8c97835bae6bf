#include "model/paper_json.hpp"
#include "report/report.hpp"

namespace report {
namespace {

void write(std::ostream& out, const model::Result& result, int indent) {
  if (result.paper) out << util::dump(model::to_json(*result.paper), indent) << '\n';
}

}  // namespace

void document(std::ostream& out, Results& results, const Style&) {
  const model::Result* next = results.next();
  if (!next) return;
  model::Result first = *next;
  next = results.next();
  write(out, first, next ? -1 : 1);
  for (; next; next = results.next()) write(out, *next, -1);
}

}  // namespace report
