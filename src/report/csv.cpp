#include "model/words.hpp"
#include "report/cells.hpp"
#include "report/report.hpp"
#include "report/telling.hpp"

namespace report {
namespace {

void write(Rows& rows, const model::Result& result, const model::Finding& it) {
  const model::Cite cite = it.cite.value_or(model::Cite{});
  rows.add({result.file.id, result.file.path, word(result.verdict), it.check, it.rule,
            word(it.severity), word(it.outcome), word(it.confidence),
            it.page ? std::to_string(*it.page) : "", it.message, it.measured, it.allowed,
            it.evidence, it.fix, cite.text, cite.url, it.fingerprint, settled(it), source_of(it)});
}

}  // namespace

void csv(std::ostream& out, Results& results, const Style&) {
  Rows rows(out);
  rows.add({"id", "path", "verdict", "check", "rule", "severity", "outcome", "confidence", "page",
            "message", "measured", "allowed", "evidence", "fix", "cite", "url", "fingerprint",
            "settled", "source"});
  while (const model::Result* result = results.next())
    for (const model::Finding& finding : result->findings) write(rows, *result, finding);
}

}  // namespace report
