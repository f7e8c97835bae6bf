#include "checks/patterns.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

// Enough for lists of alternatives; counted repetitions of repetitions are refused.
constexpr std::int64_t kMostBytesOfAPattern = 1 << 20;

using Compiled = std::shared_ptr<const re2::RE2>;

Compiled compile_anew(const std::string& source) {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kMostBytesOfAPattern);
  return std::make_shared<re2::RE2>(source, options);
}

// A pack's expressions are compiled when it is read and serve every paper after that.
Compiled compile(const std::string& source) {
  constexpr std::size_t kMostKept = 1000;
  static std::mutex guard;
  static std::map<std::string, Compiled> kept;
  std::lock_guard lock(guard);
  if (auto known = kept.find(source); known != kept.end()) return known->second;
  if (kept.size() == kMostKept) kept.clear();
  return kept[source] = compile_anew(source);
}

}  // namespace

Patterns::Patterns(const std::vector<std::string>& sources) {
  for (const std::string& source : sources) {
    auto pattern = compile(source);
    if (pattern->ok()) compiled_.push_back(std::move(pattern));
  }
}

Patterns::~Patterns() = default;

bool Patterns::match(std::string_view text) const {
  text = util::trim(text);
  re2::StringPiece piece(text.data(), text.size());
  return std::any_of(compiled_.begin(), compiled_.end(),
                     [&](const auto& pattern) { return re2::RE2::FullMatch(piece, *pattern); });
}

bool Patterns::match_all(const std::vector<std::string>& texts) const {
  return std::all_of(texts.begin(), texts.end(), [&](const auto& text) { return match(text); });
}

std::string unless_patterns(const model::Value& value) {
  const auto* sources = std::get_if<std::vector<std::string>>(&value);
  if (!sources) return "";
  for (const std::string& source : *sources) {
    auto pattern = compile(source);
    if (!pattern->ok())
      return fmt::format("\"{}\" is not a regular expression: {}", source, pattern->error());
  }
  return "";
}

}  // namespace checks
