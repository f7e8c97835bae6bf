#include "packs/nesting.hpp"

#include <algorithm>

namespace packs {
namespace {

// A rule's deepest value lies in track.stage.with, a list: six levels.
constexpr int kMostBrackets = 32;
constexpr int kMostDots = 64;  // outside strings, on one line: keys cannot be broken across lines

// Exact up to the first place that is no TOML, where parsing stops too: nesting cannot hide in it.
// The position after the string that opens at `begin`, or the end of the text.
std::size_t skip_string(std::string_view toml, std::size_t begin) {
  char quote = toml[begin];
  bool is_long = toml.substr(begin, 3) == std::string(3, quote);
  std::size_t at = begin + (is_long ? 3 : 1);
  while (at < toml.size()) {
    if (toml[at] == '\\' && quote == '"') {
      at += 2;
    } else if (!is_long && (toml[at] == quote || toml[at] == '\n')) {
      return at + (toml[at] == quote ? 1 : 0);
    } else if (is_long && toml.substr(at, 3) == std::string(3, quote)) {
      // Up to two quotes may stand just inside the closing three.
      at += 3;
      for (int more = 0; more < 2 && at < toml.size() && toml[at] == quote; ++more) ++at;
      return at;
    } else {
      ++at;
    }
  }
  return toml.size();
}

}  // namespace

std::optional<Place> find_deep_nesting(std::string_view toml) {
  int line = 1;
  int brackets = 0;
  int dots = 0;
  for (std::size_t at = 0; at < toml.size();) {
    char c = toml[at];
    if (c == '"' || c == '\'') {
      std::size_t end = skip_string(toml, at);
      line += static_cast<int>(std::count(toml.begin() + at, toml.begin() + end, '\n'));
      at = end;
      continue;
    }
    if (c == '#') {
      at = std::min(toml.find('\n', at), toml.size());
      continue;
    }
    if (c == '\n') ++line, dots = 0;
    if (c == '.') ++dots;
    if (c == '[' || c == '{') ++brackets;
    if (c == ']' || c == '}') --brackets;
    if (brackets > kMostBrackets || dots > kMostDots) return Place{0, line, 1};
    ++at;
  }
  return std::nullopt;
}

}  // namespace packs
