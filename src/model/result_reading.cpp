#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/file_reading.hpp"
#include "model/finding_reading.hpp"
#include "model/identities_json.hpp"
#include "model/json_fields.hpp"
#include "model/paper_json.hpp"
#include "model/result_json.hpp"
#include "model/survey_json.hpp"
#include "model/words.hpp"

namespace model {
namespace {

using util::Json;

// A pack has some dozens of rules, and each lists at most twenty findings.
constexpr std::size_t kMostFindings = 20'000;
// Sketches hold some hundred numbers; papers have a few hundred authors at most.
constexpr std::size_t kMostShingles = 4'096, kMostTraces = 10'000;

// Lists that the record leaves out where they would say nothing.
template <class Read>
auto list_or_null(const Json& json, std::size_t most, Read read) {
  return list(json.is_null() ? Json::array() : json, most, read);
}

BodyType body(const Json& json) {
  BodyType it;
  Fields fields(json);
  fields.field("font", it.font, name_or_null);
  fields.field("family", it.family, name_or_null);
  fields.field("size", it.size, number);
  fields.field("leading", it.leading, number);
  fields.field("share", it.share, number);
  fields.finish();
  return it;
}

TypeSizes sizes(const Json& json) {
  TypeSizes it;
  Fields fields(json);
  fields.field("title", it.title, number);
  fields.field("section", it.section, number);
  fields.field("caption", it.caption, number);
  fields.field("references", it.references, number);
  fields.field("footnote", it.footnote, number);
  fields.field("smallest", it.smallest, number);
  fields.finish();
  return it;
}

MainEnd main_end(const Json& json) {
  MainEnd it;
  Fields fields(json);
  fields.field("page", it.page, page);
  fields.field("y", it.y, number);
  fields.field("fill", it.fill, number);
  fields.finish();
  return it;
}

References references(const Json& json) {
  References it;
  Fields fields(json);
  fields.field("page", it.page, page);
  fields.field("y", it.y, number);
  fields.field("ends", it.ends, page);
  fields.finish();
  return it;
}

Place place(const Json& json) {
  Place it;
  Fields fields(json);
  fields.field("page", it.page, page);
  fields.field("y", it.y, number);
  fields.finish();
  return it;
}

Section section(const Json& json) {
  Section it;
  Fields fields(json);
  fields.field("title", it.title, name);
  fields.field("level", it.level, count);
  fields.field("page", it.page, page);
  fields.field("y", it.y, number);
  fields.field("class", it.class_id, name);
  fields.finish();
  return it;
}

Font font(const Json& json) {
  Font it;
  Fields fields(json);
  fields.field("name", it.name, name);
  fields.field("type", it.type, name);
  fields.field("embedded", it.embedded, yes_no);
  fields.field("subset", it.subset, yes_no);
  fields.field("glyphs", it.glyphs, count);
  fields.finish();
  return it;
}

Paper measured(const Json& json) {
  Paper paper;
  Measured& it = paper.measured;
  Fields fields(json);
  fields.field("pages", it.pages, count);
  fields.field("page_size", it.page_size, size);
  fields.field("columns", it.columns, count);
  fields.field("column_gap", it.column_gap, number);
  fields.field("text_block", it.text_block, box);
  fields.field("body", it.body, body);
  fields.field("sizes", it.sizes, sizes);
  fields.field("main_end", it.main_end, main_end);
  fields.field("references", it.references, references);
  fields.field("appendix", it.appendix, place);
  fields.field("sections", it.sections,
               [](const Json& list_) { return list(list_, kMostListed, section); });
  fields.field("line_numbers", it.line_numbers, yes_no);
  fields.field("page_numbers", it.page_numbers, yes_no);
  fields.field("stage", it.stage, name);
  fields.field("fonts", paper.document.fonts,
               [](const Json& list_) { return list(list_, kMostListed, font); });
  fields.field("words", it.words, count);
  fields.finish();
  return paper;
}

PackMatch match(const Json& json) {
  PackMatch it;
  Fields fields(json);
  fields.field("confidence", it.confidence, confidence);
  fields.field("why", it.why, sentence_or_null);
  fields.field("runner_up", it.runner_up, name_or_null);
  fields.finish();
  return it;
}

PackFacts pack(const Json& json) {
  PackFacts it;
  Fields fields(json);
  fields.field("id", it.id, name);
  fields.field("version", it.version, name_or_null);
  fields.field("sha256", it.sha256, sha256_or_null);
  fields.field("stage", it.stage, name_or_null);
  fields.field("track", it.track, name);
  fields.field("auto", it.automatic, yes_no);
  fields.field("match", it.match, match);
  fields.finish();
  return it;
}

std::string tool(const Json& json) {
  std::string program, version;
  Fields fields(json);
  fields.field("name", program, name);
  fields.field("version", version, name);
  fields.finish();
  if (program != "deskcheck") refuse("name: not deskcheck's");
  return version;
}

Verdict verdict(const Json& json) {
  return one_of(json, {Verdict::pass, Verdict::review, Verdict::fail, Verdict::unjudged}, word);
}

Unchecked unchecked(const Json& json) {
  Unchecked it;
  Fields fields(json);
  fields.field("check", it.check, name);
  fields.field("why", it.why, sentence);
  fields.finish();
  return it;
}

Failure failure(const Json& json) {
  Failure it;
  Fields fields(json);
  fields.field("kind", it.kind, [](const Json& kind) {
    return one_of(kind,
                  {FailureKind::empty, FailureKind::not_pdf, FailureKind::damaged,
                   FailureKind::encrypted, FailureKind::too_large, FailureKind::too_many_pages},
                  name_of);
  });
  fields.field("message", it.message, sentence);
  fields.finish();
  return it;
}

Sketch sketch(const Json& json) {
  Sketch it;
  Fields fields(json);
  fields.field("shingles", it.shingles, [](const Json& all) {
    return list(all, kMostShingles, [](const Json& one) {
      return static_cast<std::uint32_t>(whole(one, 0, std::numeric_limits<std::uint32_t>::max()));
    });
  });
  auto hashes = [](const Json& all) { return list(all, kMostTraces, name); };
  fields.field("traces", it.traces, hashes);
  fields.field("authors", it.authors, hashes);
  fields.finish();
  return it;
}

// What of "record" belongs to parts that are read from the published keys.
struct Details {
  std::string pack_title;
  std::optional<Failure> failure;
  std::optional<bool> truncated;
  std::vector<bool> for_person;
  std::vector<std::string> read_on, section_numbers;
};

Details details(const Json& json, Result& result) {
  Details it;
  Fields fields(json);
  auto names = [](const Json& all) { return list_or_null(all, kMostFindings, name_or_null); };
  fields.field("key", result.key, sha256_or_null);
  fields.field("pack_title", it.pack_title, name_or_null);
  fields.field("stopped", result.stopped, sentence_or_null);
  fields.field("failure", it.failure, failure);
  fields.field("truncated", it.truncated, yes_no);
  fields.field("for_person", it.for_person,
               [](const Json& all) { return list_or_null(all, kMostFindings, yes_no); });
  fields.field("read_on", it.read_on, names);
  fields.field("section_numbers", it.section_numbers, names);
  fields.field("printed", result.printed, names);
  fields.field("identities", result.identities, identities_from);
  fields.field("sketch", result.sketch, sketch);
  fields.field("survey", result.survey, survey_from);
  fields.finish();
  return it;
}

// One entry for each, or none at all.
template <class T>
bool fits(const std::vector<T>& list, std::size_t size, const char* key) {
  if (!list.empty() && list.size() != size)
    refuse(std::string("record: ") + key + ": not one entry for each");
  return !list.empty();
}

void add_to_findings(Result& result, Details& from) {
  auto& findings = result.findings;
  if (fits(from.for_person, findings.size(), "for_person"))
    for (std::size_t i = 0; i < findings.size(); ++i) findings[i].for_person = from.for_person[i];
  if (!fits(from.read_on, findings.size(), "read_on")) return;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].cite)
      findings[i].cite->read_on = std::move(from.read_on[i]);
    else if (!from.read_on[i].empty())
      refuse("record: read_on: of a finding that cites nothing");
  }
}

void add_to_paper(Result& result, Details& from) {
  if (from.failure) {
    if (result.paper) refuse("record: failure: of a file that was measured");
    result.paper.emplace().document.failure = std::move(from.failure);
  }
  if (from.truncated.value_or(false)) {
    if (!result.paper) refuse("truncated: where nothing was read");
    result.paper->document.truncated = true;
  }
  auto* sections = result.paper ? &result.paper->measured.sections : nullptr;
  if (!fits(from.section_numbers, sections ? sections->size() : 0, "section_numbers")) return;
  for (std::size_t i = 0; i < sections->size(); ++i)
    (*sections)[i].number = std::move(from.section_numbers[i]);
}

void check_sense(const Result& result) {
  bool was_read = result.paper && !result.paper->document.failure;
  if (result.verdict != Verdict::unjudged && (!result.stopped.empty() || !was_read))
    refuse("verdict: of a file that was not read");
}

void read_judgement(Fields& fields, Result& result, std::optional<bool>& truncated) {
  fields.field("verdict", result.verdict, verdict);
  fields.field("findings", result.findings,
               [](const Json& all) { return list(all, kMostFindings, finding); });
  fields.field("checked", result.checked,
               [](const Json& all) { return list(all, kMostFindings, name); });
  fields.field("unchecked", result.unchecked,
               [](const Json& all) { return list(all, kMostFindings, unchecked); });
  fields.field("truncated", truncated, yes_no);
  if (!truncated) refuse("truncated: neither true nor false");
}

Result result(const Json& json) {
  Result it;
  std::string schema;
  std::optional<bool> truncated;
  std::optional<Details> extra;
  Fields fields(json);
  fields.field("schema", schema, name);
  if (schema != "deskcheck/1") refuse("schema: not deskcheck/1");
  fields.field("tool", it.version, tool);
  fields.field("pack", it.pack, pack);
  fields.field("file", it.file, file_facts);
  fields.field("measured", it.paper, measured);
  if (it.pack) read_judgement(fields, it, truncated);
  fields.field("record", extra, [&](const Json& record) { return details(record, it); });
  fields.finish();
  Details details = std::move(extra).value_or(Details{});
  if (it.pack && details.truncated) refuse("record: truncated: has a place of its own");
  if (it.survey && (it.pack || !it.paper)) refuse("record: survey: of a file not just inspected");
  if (it.pack) details.truncated = truncated;
  add_to_paper(it, details);
  add_to_findings(it, details);
  if (it.pack)
    it.pack->title = details.pack_title;
  else if (!details.pack_title.empty())
    refuse("record: pack_title: without a pack");
  check_sense(it);
  return it;
}

}  // namespace

util::Expected<Result> result_from_json(const Json& json) {
  try {
    return result(json);
  } catch (const Refused& problem) {
    return util::Error{problem.what()};
  }
}

util::Expected<Result> result_from_line(std::string_view line) {
  if (line.size() > kMostRecordBytes) return util::Error{"longer than any record"};
  auto json = util::parse(line);
  if (!json) return json.error();
  return result_from_json(*json);
}

}  // namespace model
