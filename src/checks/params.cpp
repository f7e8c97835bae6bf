#include "checks/params.hpp"

#include <charconv>
#include <utility>

#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

constexpr std::pair<std::string_view, model::Points> kUnits[] = {
    {"tpt", 72 / 72.27}, {"pt", 1}, {"in", 72}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54},
};

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<std::string> parse_list(std::string_view text) {
  std::vector<std::string> parts;
  if (util::trim(text).empty()) return parts;
  for (const std::string& part : util::split(text, ',')) parts.emplace_back(util::trim(part));
  return parts;
}

util::Expected<model::Value> parse_lengths(std::string_view text) {
  std::vector<model::Points> lengths;
  for (const std::string& part : parse_list(text)) {
    auto length = parse_length(part);
    if (!length) return length.error();
    lengths.push_back(*length);
  }
  return model::Value(lengths);
}

}  // namespace

std::vector<std::string_view> units() {
  std::vector<std::string_view> names;
  for (auto [unit, points] : kUnits) names.push_back(unit);
  return names;
}

util::Expected<model::Points> parse_length(std::string_view text) {
  text = util::trim(text);
  if (text == "0") return 0.0;
  for (auto [unit, points] : kUnits) {
    if (!text.ends_with(unit)) continue;
    if (auto number = parse_number(util::trim(text.substr(0, text.size() - unit.size()))))
      return *number * points;
  }
  return util::Error{fmt::format(
      "\"{}\" is not a length; write a number with pt, tpt (TeX points), in, mm or cm", text)};
}

util::Expected<model::Value> parse_fallback(const Param& param) {
  std::string_view text = param.fallback;
  switch (param.type) {
    case ParamType::flag:
      return model::Value(text == "true");
    case ParamType::text:
      return model::Value(std::string(text));
    case ParamType::texts:
      return model::Value(parse_list(text));
    case ParamType::lengths:
      return parse_lengths(text);
    case ParamType::length: {
      auto length = parse_length(text);
      if (!length) return length.error();
      return model::Value(*length);
    }
    case ParamType::integer:
    case ParamType::number: {
      auto number = parse_number(text);
      if (!number) return util::Error{fmt::format("\"{}\" is not a number", text)};
      if (param.type == ParamType::number) return model::Value(*number);
      return model::Value(static_cast<long long>(*number));
    }
  }
  return util::Error{"unknown type of parameter"};
}

model::Params fallbacks(const Check& check) {
  model::Params params;
  for (const Param& param : check.params) {
    if (param.fallback == kRequired || param.fallback == kOptional) continue;
    if (auto value = parse_fallback(param)) params.set(std::string(param.name), *value);
  }
  return params;
}

}  // namespace checks
