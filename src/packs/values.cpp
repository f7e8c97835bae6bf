#include "packs/values.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "checks/params.hpp"
#include "packs/fields.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

using checks::ParamType;

// The longest list that ships has 60; comparing and compiling take time in proportion.
constexpr std::size_t kMostValues = 1000;
constexpr double kMost = 1e9;  // of any number: what is larger would overflow the checks' integers

// One parameter of one rule; every way to be wrong is said at the value, or the item of its list.
class ValueReader {
 public:
  ValueReader(const checks::Param& param, const Entry& entry, std::span<const std::string> classes,
              Problems& problems)
      : param_(param), entry_(entry), classes_(classes), problems_(problems) {}

  std::optional<model::Value> read() const {
    auto value = read_type();
    if (!value || !param_.objection) return value;
    std::string objection = param_.objection(*value);
    if (objection.empty()) return value;
    refuse(entry_.value, objection);
    return std::nullopt;
  }

 private:
  std::optional<model::Value> read_type() const;
  std::optional<double> number(const Node& node) const;
  std::optional<double> length(const Node& node) const;
  std::optional<std::string> text(const Node& node) const;
  bool is_allowed(const std::string& word, const Node& node) const;
  bool has_right_count() const;

  template <class T>
  std::optional<model::Value> list(std::optional<T> (ValueReader::*read_item)(const Node&)
                                       const) const;

  void refuse(const Node& node, std::string_view why) const {
    problems_.add(node.place, fmt::format("{}: {}", in_quotes(entry_.key), why));
  }
  void refuse_type(const Node& node, std::string_view wanted) const {
    problems_.add(node.place, fmt::format("{} must be {}, not {}", in_quotes(entry_.key), wanted,
                                          name_of(node.kind)));
  }

  const checks::Param& param_;
  const Entry& entry_;
  std::span<const std::string> classes_;
  Problems& problems_;
};

std::optional<model::Value> ValueReader::read_type() const {
  const Node& node = entry_.value;
  switch (param_.type) {
    case ParamType::texts:
      return list(&ValueReader::text);
    case ParamType::lengths:
      return list(&ValueReader::length);
    case ParamType::flag:
      if (node.is(Node::Kind::flag)) return model::Value(node.flag);
      break;
    case ParamType::text:
      if (auto word = text(node)) return model::Value(*word);
      return std::nullopt;
    case ParamType::length:
      if (auto points = length(node)) return model::Value(*points);
      return std::nullopt;
    case ParamType::integer:
      if (!node.is(Node::Kind::integer)) break;
      if (auto whole = number(node)) return model::Value(static_cast<long long>(*whole));
      return std::nullopt;
    case ParamType::number:
      if (auto any = number(node)) return model::Value(*any);
      return std::nullopt;
  }
  refuse_type(node, name_of(param_.type));
  return std::nullopt;
}

std::optional<double> ValueReader::number(const Node& node) const {
  if (!node.is(Node::Kind::integer) && !node.is(Node::Kind::number)) {
    refuse_type(node, name_of(ParamType::number));
    return std::nullopt;
  }
  double value = node.is(Node::Kind::integer) ? static_cast<double>(node.integer) : node.number;
  // A parameter whose own value is below nothing may be given one that is.
  bool may_be_negative = param_.fallback.starts_with('-');
  if ((value >= 0 || may_be_negative) && std::abs(value) <= kMost) return value;
  refuse(node, may_be_negative ? "out of range" : "out of range: 0 to 1000000000");
  return std::nullopt;
}

std::optional<double> ValueReader::length(const Node& node) const {
  if (!node.is(Node::Kind::text)) {
    refuse_type(node, name_of(ParamType::length));
    return std::nullopt;
  }
  auto points = checks::parse_length(node.text);
  if (!points)
    refuse(node, fmt::format("{} is not a length; write a number with pt, tpt (TeX "
                             "points), in, mm or cm",
                             in_quotes(node.text)));
  else if (*points >= 0 && *points <= kMost)
    return *points;
  else
    refuse(node, fmt::format("{} is out of range", in_quotes(node.text)));
  return std::nullopt;
}

std::optional<std::string> ValueReader::text(const Node& node) const {
  if (!node.is(Node::Kind::text))
    refuse_type(node, name_of(ParamType::text));
  else if (util::trim(node.text).empty())
    refuse(node, "empty text");
  else if (is_allowed(node.text, node))
    return node.text;
  return std::nullopt;
}

bool ValueReader::is_allowed(const std::string& word, const Node& node) const {
  std::vector<std::string> choices;
  if (param_.choices == checks::kSectionClasses) {
    // A pack without a vocabulary judges papers whose sections are classed already; "body" is what
    // measuring calls sections of no class.
    choices.assign(classes_.begin(), classes_.end());
    return choices.empty() || word == "body" ||
           expect_one_of(word, choices, "section class", node.place, problems_);
  }
  if (param_.choices.empty()) return true;
  return expect_one_of(word, util::split(param_.choices, ' '), entry_.key, node.place, problems_);
}

bool ValueReader::has_right_count() const {
  std::size_t count = entry_.value.items.size();
  if (param_.count != 0 && count != param_.count)
    refuse(entry_.value,
           fmt::format("{} values, where {} are needed: {}", count, param_.count, param_.meaning));
  else if (count == 0 && param_.fallback == checks::kRequired)
    refuse(entry_.value, "an empty list, where at least one value is needed");
  else
    return true;
  return false;
}

template <class T>
std::optional<model::Value> ValueReader::list(
    std::optional<T> (ValueReader::*read_item)(const Node&) const) const {
  if (!entry_.value.is(Node::Kind::list)) {
    refuse_type(entry_.value, name_of(param_.type));
    return std::nullopt;
  }
  if (entry_.value.items.size() > kMostValues) {
    refuse(entry_.value, fmt::format("more than {} values", kMostValues));
    return std::nullopt;
  }
  std::vector<T> values;
  for (const Node& item : entry_.value.items) {
    auto value = (this->*read_item)(item);
    if (!value) continue;
    // Lengths are what they are by their place: a square has the same twice.
    if constexpr (std::is_same_v<T, std::string>)
      if (std::find(values.begin(), values.end(), *value) != values.end())
        refuse(item, fmt::format("{} stands twice in the list", in_quotes(*value)));
    values.push_back(std::move(*value));
  }
  if (values.size() < entry_.value.items.size() || !has_right_count()) return std::nullopt;
  return model::Value(std::move(values));
}

}  // namespace

std::optional<model::Value> read_value(const checks::Param& param, const Entry& entry,
                                       std::span<const std::string> classes, Problems& problems) {
  return ValueReader(param, entry, classes, problems).read();
}

std::string_view name_of(ParamType type) {
  switch (type) {
    case ParamType::flag:
      return "true or false";
    case ParamType::integer:
      return "a whole number";
    case ParamType::number:
      return "a number";
    case ParamType::length:
      return "a length in quotes, such as \"10pt\" or \"1in\"";
    case ParamType::text:
      return "text";
    case ParamType::texts:
      return "a list of texts";
    case ParamType::lengths:
      return "a list of lengths, such as [\"10pt\", \"1in\"]";
  }
  return "";
}

}  // namespace packs
