#include "model/result_json.hpp"

#include <optional>
#include <string>
#include <vector>

#include "model/words.hpp"
#include "util/version.hpp"

namespace model {
namespace {

using util::Json;
using util::rounded;

Json text(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

template <class T>
Json value(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
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
  return {{"font", text(body->font)},
          {"family", text(body->family)},
          {"size", rounded(body->size)},
          {"leading", length(body->leading)},
          {"share", rounded(body->share)}};
}

Json sizes(const TypeSizes& sizes) {
  return {{"title", length(sizes.title)},       {"section", length(sizes.section)},
          {"caption", length(sizes.caption)},   {"references", length(sizes.references)},
          {"footnote", length(sizes.footnote)}, {"smallest", length(sizes.smallest)}};
}

Json main_end(const std::optional<MainEnd>& end) {
  if (!end) return {};
  return {{"page", end->page}, {"y", rounded(end->y)}, {"fill", rounded(end->fill)}};
}

Json references(const std::optional<References>& references) {
  if (!references) return {};
  return {{"page", references->page}, {"y", rounded(references->y)}, {"ends", references->ends}};
}

Json place(const std::optional<Place>& place) {
  if (!place) return {};
  return {{"page", place->page}, {"y", rounded(place->y)}};
}

Json sections(const std::vector<Section>& sections) {
  Json out = Json::array();
  for (const Section& section : sections)
    out.push_back({{"title", section.title},
                   {"level", section.level},
                   {"page", section.page},
                   {"y", rounded(section.y)},
                   {"class", section.class_id}});
  return out;
}

Json fonts(const std::vector<Font>& fonts) {
  Json out = Json::array();
  for (const Font& font : fonts)
    out.push_back({{"name", font.name},
                   {"type", font.type},
                   {"embedded", font.embedded},
                   {"subset", font.subset},
                   {"glyphs", font.glyphs}});
  return out;
}

Json measured(const std::optional<Paper>& paper) {
  if (!paper || paper->document.failure) return {};
  const Measured& it = paper->measured;
  return {{"pages", it.pages},
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
          {"words", it.words}};
}

Json pack(const PackFacts& pack) {
  return {{"id", pack.id},
          {"version", text(pack.version)},
          {"sha256", text(pack.sha256)},
          {"stage", text(pack.stage)},
          {"track", value(pack.track)},
          {"auto", pack.automatic}};
}

Json file(const FileFacts& file) {
  bool was_read = !file.sha256.empty();
  return {{"path", file.path},
          {"id", text(file.id)},
          {"sha256", text(file.sha256)},
          {"bytes", was_read ? Json(file.bytes) : Json()}};
}

Json cite(const std::optional<Cite>& cite) {
  if (!cite) return {};
  return {{"text", text(cite->text)}, {"url", text(cite->url)}};
}

Json finding(const Finding& it) {
  return {{"check", it.check},
          {"rule", it.rule},
          {"severity", word(it.severity)},
          {"outcome", word(it.outcome)},
          {"confidence", word(it.confidence)},
          {"message", it.message},
          {"page", value(it.page)},
          {"box", box(it.box)},
          {"measured", text(it.measured)},
          {"allowed", text(it.allowed)},
          {"evidence", text(it.evidence)},
          {"cite", cite(it.cite)},
          {"fix", text(it.fix)},
          {"source", nullptr},
          {"fingerprint", text(it.fingerprint)}};
}

Json findings(const std::vector<Finding>& findings) {
  Json out = Json::array();
  for (const Finding& it : findings) out.push_back(finding(it));
  return out;
}

Json unchecked(const std::vector<Unchecked>& unchecked) {
  Json out = Json::array();
  for (const Unchecked& it : unchecked) out.push_back({{"check", it.check}, {"why", it.why}});
  return out;
}

}  // namespace

Json to_json(const Result& result) {
  Json out;
  out["schema"] = "deskcheck/1";
  out["tool"] = {{"name", "deskcheck"}, {"version", util::version()}};
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

}  // namespace model
