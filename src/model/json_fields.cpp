#include "model/json_fields.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "model/paper_json.hpp"
#include "model/result_json.hpp"
#include "util/text.hpp"

namespace model {
namespace {

using util::Json;

// Above all that extraction lets through: 2,000 pages, coordinates of 1e8 points.
constexpr int kMostPages = 100'000;
constexpr double kFarthest = 1e9;

constexpr std::size_t kQuoted = 60;

template <std::size_t N>
std::array<double, N> numbers(const Json& json) {
  if (!json.is_array() || json.size() != N) refuse("not a list of " + std::to_string(N));
  std::array<double, N> values;
  for (std::size_t i = 0; i < N; ++i) values[i] = number(json[i]);
  return values;
}

}  // namespace

void refuse(const std::string& why) {
  throw Refused(why);
}

void refuse_word(const std::string& word) {
  refuse("unknown word " + util::shortened(word, kQuoted));
}

bool yes_no(const Json& json) {
  if (!json.is_boolean()) refuse("neither true nor false");
  return json.get<bool>();
}

double number(const Json& json) {
  if (!json.is_number()) refuse("not a number");
  double value = json.get<double>();
  if (!std::isfinite(value) || std::abs(value) > kFarthest) refuse("out of range");
  return value;
}

std::uint64_t whole(const Json& json, std::uint64_t least, std::uint64_t most) {
  bool is_negative = !json.is_number_unsigned() && json.is_number_integer() && json < 0;
  if (!json.is_number_integer() || is_negative) refuse("not a whole number from 0");
  auto value = json.get<std::uint64_t>();
  if (value < least || value > most) refuse("out of range");
  return value;
}

int count(const Json& json) {
  return static_cast<int>(whole(json, 0, std::numeric_limits<int>::max()));
}

int page(const Json& json) {
  return static_cast<int>(whole(json, 1, kMostPages));
}

std::string text(const Json& json, std::size_t letters) {
  if (!json.is_string()) refuse("not a text");
  const auto& text = json.get_ref<const std::string&>();
  if (!util::is_utf8(text)) refuse("not valid UTF-8");
  if (text.size() > letters && util::to_utf32(text).size() > letters) refuse("too long");
  return text;
}

std::string name(const Json& json) {
  return text(json, kMostOfAName);
}

std::string name_or_null(const Json& json) {
  return json.is_null() ? "" : name(json);
}

std::string sentence(const Json& json) {
  return text(json, kMostLetters);
}

std::string sentence_or_null(const Json& json) {
  return json.is_null() ? "" : sentence(json);
}

std::string path(const Json& json) {
  return text(json, kMostOfAPath);
}

std::string path_or_null(const Json& json) {
  return json.is_null() ? "" : path(json);
}

std::string sha256_or_null(const Json& json) {
  std::string digits = name_or_null(json);
  bool is_hex = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!digits.empty() && (!is_hex || digits.size() != 64)) refuse("not a SHA-256");
  return digits;
}

Size size(const Json& json) {
  auto [width, height] = numbers<2>(json);
  if (width < 0 || height < 0) refuse("a negative size");
  return {width, height};
}

Box box(const Json& json) {
  auto [left, top, right, bottom] = numbers<4>(json);
  if (left > right || top > bottom) refuse("a box whose sides have changed places");
  return {left, top, right, bottom};
}

Fields::Fields(const Json& json) : json_(json) {
  if (!json.is_object()) refuse("not an object");
}

const Json& Fields::find(const char* key) {
  static const Json kNull;
  auto found = json_.find(key);
  if (found == json_.end()) return kNull;
  known_.push_back(key);
  return *found;
}

void Fields::finish() const {
  if (known_.size() == json_.size()) return;
  for (const auto& [key, value] : json_.items())
    if (std::find(known_.begin(), known_.end(), key) == known_.end())
      refuse("unknown key " + util::shortened(key, kQuoted));
}

Json to_json(const Box& box) {
  return Json::array({util::rounded(box.left), util::rounded(box.top), util::rounded(box.right),
                      util::rounded(box.bottom)});
}

}  // namespace model
