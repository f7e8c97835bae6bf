#include "checks/patterns.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "checks/plain_pattern.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

// Enough for lists of alternatives; counted repetitions of repetitions are refused.
constexpr std::int64_t kMostBytesOfAPattern = 1 << 20;

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kMostBytesOfAPattern);
  return options;
}

// Of 400 bytes the worst of two dozen kinds, \W two hundred times, took 5,400 instructions of the
// 16,000 that the limit allows (re2 20220601). Classes of Unicode are not among them; a repetition
// counts as nine of the worst.
bool is_surely_small(std::string_view source) {
  constexpr std::ptrdiff_t kRepeated = 18;
  return static_cast<std::ptrdiff_t>(source.size()) +
                 kRepeated * std::count(source.begin(), source.end(), '{') <=
             400 &&
         source.find("\\p") == std::string_view::npos &&
         source.find("\\P") == std::string_view::npos;
}

// Whether RE2 need not be asked what it thinks of it.
bool is_known(std::string_view source) {
  return is_surely_small(source) && is_plain_pattern(source);
}

// Beyond ASCII, a letter is the same as another in more ways than lower case tells.
std::optional<std::string> in_lower_case(std::string_view text) {
  std::string lower(text);
  bool is_ascii = true;
  for (char& c : lower) {
    is_ascii &= static_cast<unsigned char>(c) < 0x80;
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  return is_ascii ? std::optional(std::move(lower)) : std::nullopt;
}

}  // namespace

// Most papers need none of a pack's expressions, and more than half of making one is compiling what
// was parsed: a text without the letters that it needs is not shown to it.
class Pattern {
 public:
  explicit Pattern(std::string source) : source_(std::move(source)) {}

  bool may_match(const std::optional<std::string>& lower) const {
    std::call_once(looked_at_, [&] {
      if (is_known(source_)) needed_ = letters_needed(source_);
    });
    return !lower || lower->find(needed_) != std::string::npos;
  }

  const re2::RE2& compiled() const {
    std::call_once(once_, [&] { compiled_.emplace(source_, options()); });
    return *compiled_;
  }

 private:
  std::string source_;
  mutable std::once_flag looked_at_;
  mutable std::string needed_;
  mutable std::once_flag once_;
  mutable std::optional<re2::RE2> compiled_;
};

namespace {

// A pack's expressions serve every paper that is read after it.
class Kept {
 public:
  std::shared_ptr<const Pattern> find(const std::string& source) {
    constexpr std::size_t kMost = 1000;
    std::lock_guard lock(guard_);
    if (auto known = all_.find(source); known != all_.end()) return known->second;
    if (all_.size() == kMost) all_.clear();
    return all_[source] = std::make_shared<const Pattern>(source);
  }
  void compile() {
    std::lock_guard lock(guard_);
    for (const auto& [source, pattern] : all_)
      if (pattern->may_match("")) pattern->compiled();
  }

 private:
  std::mutex guard_;
  std::map<std::string, std::shared_ptr<const Pattern>> all_;
};

Kept& kept() {
  static Kept all;
  return all;
}

}  // namespace

Patterns::Patterns(const std::vector<std::string>& sources) {
  for (const std::string& source : sources) all_.push_back(kept().find(source));
}

Patterns::~Patterns() = default;

bool Patterns::match(std::string_view text) const {
  text = util::trim(text);
  re2::StringPiece piece(text.data(), text.size());
  const auto lower = in_lower_case(text);
  return std::any_of(all_.begin(), all_.end(), [&](const auto& pattern) {
    if (!pattern->may_match(lower)) return false;
    const re2::RE2& expression = pattern->compiled();
    return expression.ok() && re2::RE2::FullMatch(piece, expression);
  });
}

bool Patterns::match_all(const std::vector<std::string>& texts) const {
  return std::all_of(texts.begin(), texts.end(), [&](const auto& text) { return match(text); });
}

std::optional<Span> Patterns::find(std::string_view text) const {
  re2::StringPiece piece(text.data(), text.size()), found;
  const auto lower = in_lower_case(text);
  for (const auto& pattern : all_) {
    if (!pattern->may_match(lower)) continue;
    const re2::RE2& expression = pattern->compiled();
    if (!expression.ok()) continue;
    if (!expression.Match(piece, 0, text.size(), re2::RE2::UNANCHORED, &found, 1)) continue;
    auto begin = static_cast<std::size_t>(found.data() - text.data());
    return Span{begin, begin + found.size()};
  }
  return std::nullopt;
}

std::vector<Span> Patterns::find_all(std::string_view text) const {
  std::vector<Span> all;
  re2::StringPiece piece(text.data(), text.size()), found;
  const auto lower = in_lower_case(text);
  for (const auto& pattern : all_) {
    if (!pattern->may_match(lower)) continue;
    const re2::RE2& expression = pattern->compiled();
    if (!expression.ok()) continue;
    for (std::size_t at = 0; at < text.size();) {
      if (!expression.Match(piece, at, text.size(), re2::RE2::UNANCHORED, &found, 1)) break;
      auto begin = static_cast<std::size_t>(found.data() - text.data());
      if (!found.empty()) all.push_back({begin, begin + found.size()});
      at = begin + std::max<std::size_t>(found.size(), 1);
    }
  }
  std::sort(all.begin(), all.end(), [](const Span& a, const Span& b) {
    return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);
  });
  std::vector<Span> apart;
  for (const Span& span : all)
    if (apart.empty() || span.begin >= apart.back().end) apart.push_back(span);
  return apart;
}

std::vector<std::string> without_blanks(std::vector<std::string> sources) {
  for (std::string& source : sources) std::erase(source, ' ');
  return sources;
}

std::string unless_patterns(const model::Value& value) {
  const auto* sources = std::get_if<std::vector<std::string>>(&value);
  if (!sources) return "";
  std::optional<re2::RE2::Set> parsed;
  for (const std::string& source : *sources) {
    if (is_known(source)) continue;
    if (!parsed) parsed.emplace(options(), re2::RE2::ANCHOR_BOTH);
    if (is_surely_small(source) && parsed->Add(source, nullptr) >= 0) continue;
    auto pattern = kept().find(source);
    if (!pattern->compiled().ok())
      return fmt::format("\"{}\" is not a regular expression: {}", source,
                         pattern->compiled().error());
  }
  return "";
}

void compile_patterns() {
  kept().compile();
}

}  // namespace checks
