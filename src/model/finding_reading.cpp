#include "model/finding_reading.hpp"

#include "model/json_fields.hpp"
#include "model/words.hpp"

namespace model {

using util::Json;

namespace {

Cite cite(const Json& json) {
  Cite it;
  Fields fields(json);
  fields.field("text", it.text, sentence_or_null);
  fields.field("url", it.url, sentence_or_null);
  fields.finish();
  return it;
}

Severity severity(const Json& json) {
  return one_of(json, {Severity::note, Severity::warning, Severity::error}, word);
}

Outcome outcome(const Json& json) {
  return one_of(json, {Outcome::failed, Outcome::undecided}, word);
}

SourceLine source(const Json& json) {
  SourceLine it;
  Fields fields(json);
  fields.field("file", it.file, path);
  fields.field("line", it.line, count);
  fields.finish();
  return it;
}

Ruling ruling(const Json& json) {
  Ruling it;
  Fields fields(json);
  fields.field("reason", it.reason, sentence_or_null);
  fields.field("by", it.by, name_or_null);
  fields.field("until", it.until, name_or_null);
  fields.finish();
  return it;
}

}  // namespace

Confidence confidence(const Json& json) {
  return one_of(json, {Confidence::possible, Confidence::likely, Confidence::certain}, word);
}

Finding finding(const Json& json) {
  Finding it;
  Fields fields(json);
  fields.field("check", it.check, name);
  fields.field("rule", it.rule, name);
  fields.field("severity", it.severity, severity);
  fields.field("outcome", it.outcome, outcome);
  fields.field("confidence", it.confidence, confidence);
  fields.field("message", it.message, sentence);
  fields.field("page", it.page, page);
  fields.field("box", it.box, box);
  fields.field("measured", it.measured, sentence_or_null);
  fields.field("allowed", it.allowed, sentence_or_null);
  fields.field("evidence", it.evidence, sentence_or_null);
  fields.field("cite", it.cite, cite);
  fields.field("fix", it.fix, sentence_or_null);
  fields.field("source", it.source, source);
  fields.field("fingerprint", it.fingerprint, name_or_null);
  fields.field("waived", it.waived, ruling);
  fields.field("confirmed", it.confirmed, ruling);
  fields.field("baseline", it.in_baseline, [](const Json& value) {
    // Written only where it is true.
    if (!value.is_null() && !yes_no(value)) refuse("neither true nor left out");
    return !value.is_null();
  });
  fields.finish();
  return it;
}

}  // namespace model
