#include "model/result_json.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/identities_json.hpp"
#include "model/paper_json.hpp"
#include "model/survey_json.hpp"
#include "model/words.hpp"
#include "util/text.hpp"

namespace model {
namespace {

using util::Json;
using util::object;
using util::rounded;

// A letter has at most four bytes: of what follows these, nothing would be shown.
std::string at_most(std::size_t letters, std::string_view text) {
  text = text.substr(0, 4 * (letters + 1));
  if (!util::is_utf8(text)) return util::shortened(util::to_utf8(util::to_utf32(text)), letters);
  return text.size() <= letters ? std::string(text) : util::shortened(text, letters);
}

std::string sentence(const std::string& text) {
  return at_most(kMostLetters, text);
}

std::string name(const std::string& text) {
  return at_most(kMostOfAName, text);
}

Json sentence_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(sentence(text));
}

Json name_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(name(text));
}

template <class T>
std::span<const T> listed(const std::vector<T>& list) {
  return {list.data(), std::min(list.size(), kMostListed)};
}

template <class T>
Json value(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json value(const std::optional<std::string>& value) {
  return value ? Json(name(*value)) : Json();
}

Json length(std::optional<Points> length) {
  return length ? Json(rounded(*length)) : Json();
}

Json box(const std::optional<Box>& box) {
  if (!box) return {};
  return {rounded(box->left), rounded(box->top), rounded(box->right), rounded(box->bottom)};
}

Json size(const std::optional<Size>& size) {
  if (!size) return {};
  return {rounded(size->width), rounded(size->height)};
}

Json body(const std::optional<BodyType>& body) {
  if (!body) return {};
  return object({{"font", name_or_null(body->font)},
                 {"family", name_or_null(body->family)},
                 {"size", rounded(body->size)},
                 {"leading", length(body->leading)},
                 {"share", rounded(body->share)}});
}

Json sizes(const TypeSizes& sizes) {
  return object({{"title", length(sizes.title)},
                 {"section", length(sizes.section)},
                 {"caption", length(sizes.caption)},
                 {"references", length(sizes.references)},
                 {"footnote", length(sizes.footnote)},
                 {"smallest", length(sizes.smallest)}});
}

Json main_end(const std::optional<MainEnd>& end) {
  if (!end) return {};
  return object({{"page", end->page}, {"y", rounded(end->y)}, {"fill", rounded(end->fill)}});
}

Json references(const std::optional<References>& references) {
  if (!references) return {};
  return object(
      {{"page", references->page}, {"y", rounded(references->y)}, {"ends", references->ends}});
}

Json place(const std::optional<Place>& place) {
  if (!place) return {};
  return object({{"page", place->page}, {"y", rounded(place->y)}});
}

Json sections(const std::vector<Section>& sections) {
  Json out = Json::array();
  for (const Section& section : listed(sections))
    out.push_back(object({{"title", name(section.title)},
                          {"level", section.level},
                          {"page", section.page},
                          {"y", rounded(section.y)},
                          {"class", name(section.class_id)}}));
  return out;
}

Json fonts(const std::vector<Font>& fonts) {
  Json out = Json::array();
  for (const Font& font : listed(fonts))
    out.push_back(object({{"name", name(font.name)},
                          {"type", name(font.type)},
                          {"embedded", font.embedded},
                          {"subset", font.subset},
                          {"glyphs", font.glyphs}}));
  return out;
}

Json measured(const std::optional<Paper>& paper) {
  if (!paper || paper->document.failure) return {};
  const Measured& it = paper->measured;
  return object({{"pages", it.pages},
                 {"page_size", size(it.page_size)},
                 {"columns", value(it.columns)},
                 {"column_gap", length(it.column_gap)},
                 {"text_block", box(it.text_block)},
                 {"body", body(it.body)},
                 {"sizes", sizes(it.sizes)},
                 {"main_end", main_end(it.main_end)},
                 {"references", references(it.references)},
                 {"appendix", place(it.appendix)},
                 {"sections", sections(it.sections)},
                 {"line_numbers", value(it.line_numbers)},
                 {"page_numbers", value(it.page_numbers)},
                 {"stage", value(it.stage)},
                 {"fonts", fonts(paper->document.fonts)},
                 {"words", it.words}});
}

Json match(const PackMatch& match) {
  return object({{"confidence", match.confidence ? Json(word(*match.confidence)) : Json()},
                 {"why", sentence_or_null(match.why)},
                 {"runner_up", name_or_null(match.runner_up)}});
}

Json pack(const PackFacts& pack) {
  Json out = object({{"id", name(pack.id)},
                     {"version", name_or_null(pack.version)},
                     {"sha256", name_or_null(pack.sha256)},
                     {"stage", name_or_null(pack.stage)},
                     {"track", value(pack.track)},
                     {"auto", pack.automatic}});
  if (pack.match) out["match"] = match(*pack.match);
  return out;
}

Json file(const FileFacts& file) {
  bool was_read = !file.sha256.empty();
  Json out = object({{"path", in_record(file.path)},
                     {"id", file.id.empty() ? Json() : Json(in_record(file.id))},
                     {"sha256", name_or_null(file.sha256)},
                     {"bytes", was_read ? Json(file.bytes) : Json()}});
  if (const auto& beside = file.supplement)
    out["supplement"] = object({{"path", in_record(beside->path)},
                                {"sha256", name_or_null(beside->sha256)},
                                {"bytes", beside->bytes}});
  return out;
}

Json cite(const std::optional<Cite>& cite) {
  if (!cite) return {};
  return object({{"text", sentence_or_null(cite->text)}, {"url", sentence_or_null(cite->url)}});
}

Json source(const std::optional<SourceLine>& source) {
  if (!source) return {};
  return object({{"file", at_most(kMostOfAPath, source->file)}, {"line", source->line}});
}

Json ruling(const Ruling& it) {
  return object({{"reason", sentence_or_null(it.reason)},
                 {"by", name_or_null(it.by)},
                 {"until", name_or_null(it.until)}});
}

Json finding(const Finding& it) {
  Json out = object({{"check", name(it.check)},
                     {"rule", name(it.rule)},
                     {"severity", word(it.severity)},
                     {"outcome", word(it.outcome)},
                     {"confidence", word(it.confidence)},
                     {"message", sentence(it.message)},
                     {"page", value(it.page)},
                     {"box", box(it.box)},
                     {"measured", sentence_or_null(it.measured)},
                     {"allowed", sentence_or_null(it.allowed)},
                     {"evidence", sentence_or_null(it.evidence)},
                     {"cite", cite(it.cite)},
                     {"fix", sentence_or_null(it.fix)},
                     {"source", source(it.source)},
                     {"fingerprint", name_or_null(it.fingerprint)}});
  if (it.waived) out["waived"] = ruling(*it.waived);
  if (it.confirmed) out["confirmed"] = ruling(*it.confirmed);
  if (it.in_baseline) out["baseline"] = true;
  return out;
}

Json findings(const std::vector<Finding>& findings) {
  Json out = Json::array();
  for (const Finding& it : findings) out.push_back(finding(it));
  return out;
}

Json unchecked(const std::vector<Unchecked>& unchecked) {
  Json out = Json::array();
  for (const Unchecked& it : unchecked)
    out.push_back(object({{"check", name(it.check)}, {"why", sentence(it.why)}}));
  return out;
}

Json failure(const Failure& failure) {
  return object({{"kind", name_of(failure.kind)}, {"message", sentence(failure.message)}});
}

// What the published form leaves out of each finding and section, in their order.
void add_details(Json& record, const Result& result) {
  bool any_person = std::any_of(result.findings.begin(), result.findings.end(),
                                [](const Finding& it) { return it.for_person; });
  bool any_day = std::any_of(result.findings.begin(), result.findings.end(), [](const Finding& it) {
    return it.cite && !it.cite->read_on.empty();
  });
  for (const Finding& it : result.findings) {
    if (any_person) record["for_person"].push_back(it.for_person);
    if (any_day) record["read_on"].push_back(it.cite ? name_or_null(it.cite->read_on) : Json());
  }
  if (!result.paper || result.paper->document.failure) return;
  const auto& sections = result.paper->measured.sections;
  bool any_number = std::any_of(sections.begin(), sections.end(),
                                [](const Section& it) { return !it.number.empty(); });
  if (!any_number) return;
  for (const Section& it : listed(sections))
    record["section_numbers"].push_back(name_or_null(it.number));
}

Json record(const Result& result) {
  Json out = Json::object();
  if (!result.key.empty()) out["key"] = name(result.key);
  if (result.pack && !result.pack->title.empty()) out["pack_title"] = name(result.pack->title);
  if (!result.stopped.empty()) out["stopped"] = sentence(result.stopped);
  if (result.paper && result.paper->document.failure)
    out["failure"] = failure(*result.paper->document.failure);
  if (!result.pack && result.paper && result.paper->document.truncated) out["truncated"] = true;
  add_details(out, result);
  if (!result.identities.empty()) out["identities"] = identities_json(result.identities);
  if (result.sketch)
    out["sketch"] = object({{"shingles", result.sketch->shingles},
                            {"traces", result.sketch->traces},
                            {"authors", result.sketch->authors}});
  for (const std::string& line : result.printed) out["printed"].push_back(name(line));
  if (result.survey) out["survey"] = survey_json(*result.survey);
  return out;
}

}  // namespace

Json to_json(const Result& result) {
  Json out;
  out["schema"] = "deskcheck/1";
  out["tool"] = object({{"name", "deskcheck"}, {"version", name(result.version)}});
  if (result.pack) out["pack"] = pack(*result.pack);
  out["file"] = file(result.file);
  if (result.pack) out["verdict"] = word(result.verdict);
  out["measured"] = measured(result.paper);
  if (!result.pack) return out;
  out["findings"] = findings(result.findings);
  out["checked"] = result.checked;
  out["unchecked"] = unchecked(result.unchecked);
  out["truncated"] = result.paper && result.paper->document.truncated;
  return out;
}

std::string in_record(std::string_view path) {
  return at_most(kMostOfAPath, path);
}

Json to_record(const Result& result) {
  Json out = to_json(result);
  if (Json extra = record(result); !extra.empty()) out["record"] = std::move(extra);
  return out;
}

}  // namespace model
