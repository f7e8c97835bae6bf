#include "model/result_json.hpp"
#include "report/report.hpp"
#include "util/text.hpp"

namespace report {

// An array as it would be dumped whole: within strings there are no new lines that indenting could
// touch.
void json(std::ostream& out, Results& results, const Style&) {
  out << '[';
  std::string_view before = "\n  ";
  bool is_empty = true;
  while (const model::Result* result = results.next()) {
    out << before << util::join(util::split(util::dump(model::to_json(*result), 2), '\n'), "\n  ");
    before = ",\n  ";
    is_empty = false;
  }
  out << (is_empty ? "]\n" : "\n]\n");
}

}  // namespace report
