#include "learn/toml.hpp"

#include <algorithm>
#include <cmath>

#include "util/format.hpp"
#include "util/text.hpp"

namespace learn {
namespace {

constexpr double kTexPoint = 72 / 72.27;
// What size10.clo to size12.clo and the classes beside them set.
constexpr double kTexSizes[] = {5,     6,  7,     7.5, 8,    8.5,   9,    9.5,  10,   10.5,
                                10.95, 11, 11.5,  12,  12.5, 13,    13.6, 14,   14.4, 15,
                                16,    17, 17.28, 18,  20,   20.74, 24,   24.88};
constexpr double kRounding = 0.011;
constexpr std::size_t kWidth = 100;

}  // namespace

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (char c : util::printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string list_of(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const std::string& text : texts) all.push_back(toml_text(text));
  return "[" + util::join(all, ", ") + "]";
}

std::string type_length(model::Points length) {
  for (double size : kTexSizes)
    if (std::abs(size * kTexPoint - length) < kRounding) return fmt::format("{:g}tpt", size);
  return fmt::format("{:g}pt", std::round(length * 100) / 100);
}

std::string type_lengths(std::vector<model::Points> lengths) {
  std::sort(lengths.begin(), lengths.end());
  std::vector<std::string> all;
  for (model::Points length : lengths)
    if (std::string text = type_length(length); all.empty() || all.back() != text)
      all.push_back(std::move(text));
  return list_of(all);
}

std::string page_length(model::Points length) {
  return fmt::format("{:g}pt", std::round(length * 10) / 10);
}

std::string comment(std::string_view text) {
  std::string out, line = "#";
  for (const std::string& word : util::split(util::printable(text), ' ')) {
    if (word.empty()) continue;
    if (line.size() + 1 + word.size() > kWidth && line.size() > 1) {
      out += line + '\n';
      line = "#";
    }
    line += ' ' + word;
  }
  return out + line + '\n';
}

}  // namespace learn
