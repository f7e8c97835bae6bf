#include "packs/schema.hpp"

#include <vector>

#include "checks/params.hpp"
#include "checks/registry.hpp"
#include "packs/fields.hpp"
#include "packs/identity.hpp"
#include "packs/language.hpp"
#include "packs/values.hpp"
#include "packs/vocabulary.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

using checks::ParamType;
using util::Json;

Json reference(std::string_view definition) {
  return {{"$ref", fmt::format("#/definitions/{}", definition)}};
}

Json list_of(Json items) {
  Json list = {{"type", "array"}};
  list["items"] = std::move(items);
  return list;
}

// A table whose keys are names that the author gives.
Json table_of(Json values) {
  Json table = {{"type", "object"}};
  table["propertyNames"] = reference("name");
  table["additionalProperties"] = std::move(values);
  return table;
}

Json by_stage(Json values) {
  Json table = {{"type", "object"}};
  for (const std::string& stage : all_stages()) table["properties"][stage] = values;
  table["additionalProperties"] = false;
  return table;
}

// The slash of an id would be a step of the path.
Json limits_by_id(std::string_view id) {
  Json limits = reference(fmt::format("limits of {}", id));
  auto& target = limits["$ref"].get_ref<std::string&>();
  target.replace(target.rfind('/'), 1, "~1");
  return limits;
}

Json layout() {
  Json table = {{"type", "object"}};
  for (std::string_view id : layout_checks())
    table["properties"][std::string(id)] = limits_by_id(id);
  table["additionalProperties"] = false;
  return table;
}

Json type_of(KeyType type) {
  switch (type) {
    case KeyType::text:
      return reference("text");
    case KeyType::name:
      return reference("name");
    case KeyType::names:
      return list_of(reference("name"));
    case KeyType::packs: {
      Json either;
      either["anyOf"] = {reference("name"), list_of(reference("name"))};
      return either;
    }
    case KeyType::date:
      return {{"type", "string"}, {"format", "date"}};
    case KeyType::url:
      return {{"type", "string"}, {"pattern", "^https?://[^ \"<>]+$"}};
    case KeyType::flag:
      return {{"type", "boolean"}};
    case KeyType::texts:
      return list_of(reference("text"));
    case KeyType::stage_list:
      return list_of(reference("stage"));
    case KeyType::severity:
      return {{"enum", {"error", "warning", "note"}}};
    case KeyType::check:
      return reference("check");
    case KeyType::limits:
      return reference("limits");
    case KeyType::cite:
      return reference("cite");
    case KeyType::sections:
      return table_of(reference("section"));
    case KeyType::marks:
      return by_stage(list_of(reference("text")));
    case KeyType::rules:
      return table_of(reference("rule"));
    case KeyType::by_stage:
      return by_stage(reference("in a stage"));
    case KeyType::by_track:
      return table_of(reference("in a track"));
    case KeyType::gaps:
      return list_of(reference("gap"));
    case KeyType::identity:
      return reference("identify");
    case KeyType::info:
      return {{"type", "object"}, {"additionalProperties", list_of(reference("text"))}};
    case KeyType::title:
      return {{"enum", {"left", "centred"}}};
    case KeyType::layouts:
      return list_of(layout());
  }
  return {};
}

// Beside "$ref" draft 7 reads nothing else, so that a description needs a list of one.
Json described(Json type, std::string_view text) {
  Json out = {{"description", text}};
  if (type.contains("$ref"))
    out["allOf"] = Json::array({std::move(type)});
  else
    out.update(type);
  return out;
}

Json table(std::span<const Key> keys, const std::vector<std::string>& required = {}) {
  Json out = {{"type", "object"}};
  for (const Key& key : keys)
    out["properties"][std::string(key.name)] =
        described(type_of(key.type), fmt::format("{} For example: {}", key.meaning, key.example));
  if (!required.empty()) out["required"] = required;
  out["additionalProperties"] = false;
  return out;
}

// A number and a unit; blanks do no harm.
std::string length_pattern() {
  std::vector<std::string> units;
  for (std::string_view unit : checks::units()) units.emplace_back(unit);
  return fmt::format("^ *([0-9]+\\.?[0-9]*|\\.[0-9]+) *({}) *$|^ *0 *$", util::join(units, "|"));
}

Json number(const checks::Param& param, std::string_view type) {
  Json out = {{"type", type}};
  // As for the reader: what may be below nothing says so by its own value.
  if (!param.fallback.starts_with('-')) out["minimum"] = 0;
  return out;
}

Json words(const checks::Param& param) {
  if (param.choices.empty()) return reference("text");
  if (param.choices == checks::kSectionClasses) return reference("name");
  return {{"enum", util::split(param.choices, ' ')}};
}

Json list(const checks::Param& param, Json items) {
  Json out = list_of(std::move(items));
  if (param.count > 0) out["minItems"] = out["maxItems"] = param.count;
  if (param.count == 0 && param.fallback == checks::kRequired) out["minItems"] = 1;
  return out;
}

Json type_of(const checks::Param& param) {
  switch (param.type) {
    case ParamType::flag:
      return {{"type", "boolean"}};
    case ParamType::integer:
      return number(param, "integer");
    case ParamType::number:
      return number(param, "number");
    case ParamType::length:
      return reference("length");
    case ParamType::text:
      return words(param);
    case ParamType::texts:
      return list(param, words(param));
    case ParamType::lengths:
      return list(param, reference("length"));
  }
  return {};
}

std::string describe(const checks::Param& param) {
  std::string text = fmt::format("{}: {}", name_of(param.type), param.meaning);
  if (param.fallback == checks::kRequired) return text + "; required";
  bool has_default = param.fallback != checks::kOptional && !param.fallback.empty();
  return has_default ? fmt::format("{}; default: {}", text, param.fallback) : text;
}

Json limits_of(const checks::Check& check) {
  Json out = {{"description", fmt::format("{}: {}", check.id, check.summary)},
              {"type", "object"},
              {"properties", Json::object()}};
  for (const checks::Param& param : check.params)
    out["properties"][std::string(param.name)] = described(type_of(param), describe(param));
  out["additionalProperties"] = false;
  return out;
}

// Of a rule that inherits its check: whatever any check knows.
Json limits_of_any() {
  Json out = {{"type", "object"}};
  for (const checks::Entry& entry : checks::all())
    for (const checks::Param& param : entry.check->params) {
      Json& known = out["properties"][std::string(param.name)]["anyOf"];
      Json one = described(type_of(param), fmt::format("{}: {}", entry.check->id, describe(param)));
      known.push_back(std::move(one));
    }
  out["additionalProperties"] = false;
  return out;
}

// If a rule names this check, its limits are those of the check, in every stage and track.
Json when_named(std::string_view id) {
  Json with = {{"properties", {{"with", limits_by_id(id)}}}};
  Json stages = {{"additionalProperties", with}};
  Json in_track = with;
  in_track["properties"]["stage"] = stages;
  Json then = with;
  then["properties"]["stage"] = stages;
  then["properties"]["track"]["additionalProperties"] = in_track;
  Json out;
  out["if"] = {{"properties", {{"check", {{"const", id}}}}}, {"required", Json::array({"check"})}};
  out["then"] = then;
  return out;
}

Json check_ids() {
  Json out;
  for (const checks::Entry& entry : checks::all()) {
    Json one = {{"const", entry.check->id}, {"description", entry.check->summary}};
    out["anyOf"].push_back(std::move(one));
  }
  return out;
}

Json definitions() {
  Json out;
  out["text"] = {{"type", "string"}, {"pattern", "\\S"}};
  out["name"] = {{"type", "string"}, {"pattern", "^[a-z0-9][a-z0-9.-]{0,79}$"}};
  out["length"] = {{"type", "string"}, {"pattern", length_pattern()}};
  out["stage"] = {{"enum", all_stages()}};
  out["check"] = check_ids();
  out["section"] = table(section_keys());
  out["cite"] = table(cite_keys(), {"text"});
  out["gap"] = table(gap_keys(), {"check", "why"});
  out["identify"] = table(identity_keys());
  out["in a stage"] = table(stage_keys());
  out["in a track"] = table(track_keys());
  out["rule"] = table(rule_keys());
  for (const checks::Entry& entry : checks::all())
    out["rule"]["allOf"].push_back(when_named(entry.check->id));
  out["limits"] = limits_of_any();
  for (const checks::Entry& entry : checks::all())
    out[fmt::format("limits of {}", entry.check->id)] = limits_of(*entry.check);
  return out;
}

}  // namespace

std::string schema() {
  Json out = {{"$schema", "http://json-schema.org/draft-07/schema#"},
              {"title", "A rule pack of deskcheck"},
              {"description", "Made by deskcheck packs schema."}};
  out.update(table(pack_keys(), {"id"}));
  out["definitions"] = definitions();
  return util::dump(out, 1) + "\n";
}

}  // namespace packs
