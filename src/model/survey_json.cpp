#include "model/survey_json.hpp"

#include <algorithm>
#include <span>

#include "model/json_fields.hpp"
#include "model/paper_json.hpp"
#include "model/result_json.hpp"
#include "util/text.hpp"

namespace model {
namespace {

using util::Json;
using util::object;
using util::rounded;

// A page has a handful of columns, a paper some dozens of sizes and kinds of gaps.
constexpr std::size_t kMostColumns = 20;
constexpr std::size_t kMostKinds = 200;

template <class T, class Write>
Json write_list(const std::vector<T>& list, Write write, std::size_t most = kMostListed) {
  Json out = Json::array();
  for (const T& item : std::span(list).first(std::min(list.size(), most)))
    out.push_back(write(item));
  return out;
}

Json length(std::optional<Points> length) {
  return length ? Json(rounded(*length)) : Json();
}

Json short_text(const std::string& text) {
  return util::shortened(text, kMostOfAName);
}

Json write_page(const SurveyedPage& page) {
  Json roles = Json::object();
  for (const RoleCount& it : page.roles) roles[std::string(name_of(it.role))] = it.lines;
  return object({{"size", {rounded(page.size.width), rounded(page.size.height)}},
                 {"columns", page.columns},
                 {"text_block", page.text_block ? to_json(*page.text_block) : Json()},
                 {"column_lines",
                  write_list(
                      page.column_lines, [](int lines) { return Json(lines); }, kMostColumns)},
                 {"body_size", length(page.body_size)},
                 {"leading", length(page.leading)},
                 {"distances", page.distances},
                 {"roles", std::move(roles)},
                 {"edges", page.edges ? to_json(*page.edges) : Json()}});
}

Json write_gap(const GapSample& gap) {
  return object({{"kind", name_of(gap.kind)},
                 {"level", gap.level},
                 {"median", rounded(gap.median)},
                 {"least", rounded(gap.least)},
                 {"low", rounded(gap.low)},
                 {"most", rounded(gap.most)},
                 {"count", gap.count}});
}

Json write_size(const SizeInUse& it) {
  return object({{"size", rounded(it.size)},
                 {"family", short_text(it.family)},
                 {"share", rounded(it.share)}});
}

Json write_font(const FontUse& font) {
  return object({{"pages", font.pages},
                 {"first_page", font.first_page},
                 {"last_page", font.last_page},
                 {"in_form", font.in_form},
                 {"role", font.role ? Json(name_of(*font.role)) : Json()}});
}

Json write_spaces(const std::optional<WordSpaces>& it) {
  if (!it) return {};
  return object({{"middle", rounded(it->middle)}, {"low", rounded(it->low)}, {"lines", it->lines}});
}

WordSpaces read_spaces(const Json& json) {
  WordSpaces it;
  Fields fields(json);
  fields.field("middle", it.middle, number);
  fields.field("low", it.low, number);
  fields.field("lines", it.lines, count);
  fields.finish();
  return it;
}

Json write_mark(const PageMark& it) {
  return object({{"role", name_of(it.role)},
                 {"text", short_text(it.text)},
                 {"at_top", it.at_top},
                 {"first_page", it.first_page},
                 {"pages", it.pages}});
}

Json write_words(const StageWords& it) {
  return object({{"stage", short_text(it.stage)}, {"words", short_text(it.words)}});
}

StageWords read_words(const Json& json) {
  StageWords it;
  Fields fields(json);
  fields.field("stage", it.stage, name);
  fields.field("words", it.words, name);
  fields.finish();
  return it;
}

Role role(const Json& json) {
  const std::string word = name(json);
  if (auto found = role_named(word)) return *found;
  refuse_word(word);
}

SpacingKind spacing(const Json& json) {
  using enum SpacingKind;
  return one_of(json,
                {heading_above, heading_below, caption_above, caption_below, float_above,
                 float_below, display_above, display_below, paragraph, list_item},
                name_of);
}

std::vector<RoleCount> role_counts(const Json& json) {
  if (!json.is_object()) refuse("not an object");
  std::vector<RoleCount> all;
  for (const auto& [key, lines] : json.items()) all.push_back({role(key), count(lines)});
  std::sort(all.begin(), all.end(),
            [](const RoleCount& a, const RoleCount& b) { return a.role < b.role; });
  return all;
}

SurveyedPage read_page(const Json& json) {
  SurveyedPage it;
  Fields fields(json);
  fields.field("size", it.size, size);
  fields.field("columns", it.columns, count);
  fields.field("text_block", it.text_block, box);
  fields.field("column_lines", it.column_lines,
               [](const Json& all) { return list(all, kMostColumns, count); });
  fields.field("body_size", it.body_size, number);
  fields.field("leading", it.leading, number);
  fields.field("distances", it.distances, count);
  fields.field("roles", it.roles, role_counts);
  fields.field("edges", it.edges, box);
  fields.finish();
  return it;
}

GapSample read_gap(const Json& json) {
  GapSample it;
  Fields fields(json);
  fields.field("kind", it.kind, spacing);
  fields.field("level", it.level, count);
  fields.field("median", it.median, number);
  fields.field("least", it.least, number);
  fields.field("low", it.low, number);
  fields.field("most", it.most, number);
  fields.field("count", it.count, count);
  fields.finish();
  return it;
}

SizeInUse read_size(const Json& json) {
  SizeInUse it;
  Fields fields(json);
  fields.field("size", it.size, number);
  fields.field("family", it.family, name);
  fields.field("share", it.share, number);
  fields.finish();
  return it;
}

FontUse read_font(const Json& json) {
  FontUse it;
  Fields fields(json);
  fields.field("pages", it.pages, count);
  fields.field("first_page", it.first_page, count);
  fields.field("last_page", it.last_page, count);
  fields.field("in_form", it.in_form, count);
  fields.field("role", it.role, role);
  fields.finish();
  return it;
}

PageMark read_mark(const Json& json) {
  PageMark it;
  Fields fields(json);
  fields.field("role", it.role, role);
  fields.field("text", it.text, name);
  fields.field("at_top", it.at_top, yes_no);
  fields.field("first_page", it.first_page, count);
  fields.field("pages", it.pages, count);
  fields.finish();
  return it;
}

auto names(const Json& json) {
  return list(json, kMostListed, name);
}

}  // namespace

Json survey_json(const Survey& it) {
  return object({{"pages", write_list(it.pages, write_page)},
                 {"leading_distances", it.leading_distances},
                 {"word_spaces", write_spaces(it.word_spaces)},
                 {"gaps", write_list(it.gaps, write_gap, kMostKinds)},
                 {"sizes", write_list(it.sizes, write_size, kMostKinds)},
                 {"fonts", write_list(it.fonts, write_font)},
                 {"headings", write_list(it.headings, short_text)},
                 {"heading_sizes",
                  write_list(it.heading_sizes, [](Points size) { return Json(rounded(size)); })},
                 {"marks", write_list(it.marks, write_mark, kMostKinds)},
                 {"title", short_text(it.title)},
                 {"stage_words", write_list(it.stage_words, write_words)},
                 {"shortcomings", write_list(it.shortcomings, short_text)}});
}

Survey survey_from(const Json& json) {
  Survey it;
  Fields fields(json);
  fields.field("pages", it.pages,
               [](const Json& all) { return list(all, kMostListed, read_page); });
  fields.field("leading_distances", it.leading_distances, count);
  fields.field("word_spaces", it.word_spaces, read_spaces);
  fields.field("gaps", it.gaps, [](const Json& all) { return list(all, kMostKinds, read_gap); });
  fields.field("sizes", it.sizes, [](const Json& all) { return list(all, kMostKinds, read_size); });
  fields.field("fonts", it.fonts,
               [](const Json& all) { return list(all, kMostListed, read_font); });
  fields.field("headings", it.headings, names);
  fields.field("heading_sizes", it.heading_sizes,
               [](const Json& all) { return list(all, kMostListed, number); });
  fields.field("marks", it.marks, [](const Json& all) { return list(all, kMostKinds, read_mark); });
  fields.field("title", it.title, name);
  fields.field("stage_words", it.stage_words,
               [](const Json& all) { return list(all, kMostListed, read_words); });
  fields.field("shortcomings", it.shortcomings, names);
  fields.finish();
  return it;
}

}  // namespace model
