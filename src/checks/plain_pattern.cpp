#include "checks/plain_pattern.hpp"

#include <array>
#include <cctype>
#include <cstddef>

namespace checks {
namespace {

constexpr int kDeepest = 20;

// What a byte may be; of one that is never asked for alone, nothing.
enum Kind : unsigned char {
  kRepeats = 1,   // "*+?{"
  kEnds = 2,      // "|)"
  kEdge = 4,      // "^$"
  kEscaped = 8,   // with a backslash before it, a letter, a sign or a class
  kUnusual = 16,  // no letter by itself outside a class
  kUnset = 32,    // the same within one
};

constexpr std::array<unsigned char, 256> kKinds = [] {
  std::array<unsigned char, 256> kinds{};
  const auto mark = [&](std::string_view bytes, unsigned char kind) {
    for (const char byte : bytes) kinds[static_cast<unsigned char>(byte)] |= kind;
  };
  for (std::size_t byte = 0; byte < kinds.size(); ++byte)
    if (byte < 0x20 || byte >= 0x7f) kinds[byte] = kUnusual | kUnset;
  mark("*+?{", kRepeats);
  mark("|)", kEnds);
  mark("^$", kEdge);
  mark(".dswDSW()[]{}+*?|^$/\\-", kEscaped);
  mark("*+?{}])", kUnusual);
  mark("[\\&~", kUnset);
  return kinds;
}();

class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  bool read_all() { return read_alternatives(0) && at_ == source_.size(); }

 private:
  bool is_at(Kind kind) const {
    return at_ < source_.size() && (kKinds[static_cast<unsigned char>(source_[at_])] & kind);
  }
  bool take(char wanted) {
    if (at_ >= source_.size() || source_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool read_alternatives(int depth) {
    do {
      while (at_ < source_.size() && !is_at(kEnds))
        if (!read_piece(depth)) return false;
    } while (take('|'));
    return true;
  }

  // What may be repeated, once; two repetitions in a row are refused or mean something else.
  bool read_piece(int depth) {
    if (is_at(kEdge)) {
      ++at_;
      return !is_at(kRepeats);
    }
    if (!read_atom(depth)) return false;
    if (take('{')) {
      if (!read_count()) return false;
    } else if (is_at(kRepeats)) {
      ++at_;
      take('?');
    }
    return !is_at(kRepeats);
  }

  // "{2}", "{2,}" or "{2,4}". Of one digit, so that a pattern stays as small as it looks, and not
  // of groups, which may hold counts themselves.
  bool read_count() {
    if (source_[at_ - 2] == ')') return false;
    const char least = read_digit();
    if (!least) return false;
    if (take(',') && !is_at_end_of_count() && read_digit() < least) return false;
    return take('}');
  }
  bool is_at_end_of_count() const { return at_ < source_.size() && source_[at_] == '}'; }
  char read_digit() {
    const bool is_digit = at_ < source_.size() && source_[at_] >= '0' && source_[at_] <= '9';
    return is_digit ? source_[at_++] : '\0';
  }

  bool read_atom(int depth) {
    if (take('(')) return read_group(depth);
    if (take('[')) return read_class();
    if (take('\\')) return read_escape();
    if (is_at(kUnusual)) return false;
    ++at_;
    return true;
  }

  bool read_group(int depth) {
    if (depth == kDeepest) return false;
    if (take('?') && !take(':')) return false;
    return read_alternatives(depth + 1) && take(')');
  }

  bool read_escape() {
    if (take('b') || take('B')) return !is_at(kRepeats);
    if (!is_at(kEscaped)) return false;
    ++at_;
    return true;
  }

  static bool is_range(char from, char to) {
    const auto both = [&](auto is) {
      return is(static_cast<unsigned char>(from)) && is(static_cast<unsigned char>(to));
    };
    return from <= to && (both(isdigit) || both(islower) || both(isupper));
  }

  bool read_class() {
    take('^');
    const std::size_t begin = at_;
    for (; at_ < source_.size() && source_[at_] != ']'; ++at_) {
      if (is_at(kUnset)) return false;
      const bool is_last = at_ + 1 >= source_.size() || source_[at_ + 1] == ']';
      const bool is_edge = at_ == begin || is_last;
      if (source_[at_] == '-' && !is_edge && !is_range(source_[at_ - 1], source_[at_ + 1]))
        return false;
    }
    return at_ > begin && take(']');
  }

  std::string_view source_;
  std::size_t at_ = 0;
};

// The end of the group, class or escape that begins at `at`, or of the letter there.
std::size_t end_of_atom(std::string_view source, std::size_t at) {
  const char first = source[at++];
  if (first == '\\') return at + 1;
  if (first == '[') {
    if (source[at] == '^') ++at;
    return source.find(']', at) + 1;
  }
  if (first != '(') return at;
  while (source[at] != ')') at = end_of_atom(source, at);
  return at + 1;
}

// What the atom at the beginning stands for where that is one letter or sign; else 0.
char letter_of(std::string_view atom) {
  const char last = atom.back();
  const bool is_escape = atom.front() == '\\';
  const bool is_sign = is_escape && !isalpha(static_cast<unsigned char>(last));
  const bool is_itself =
      atom.size() == 1 && std::string_view("^$.").find(last) == std::string::npos;
  return is_sign || is_itself ? static_cast<char>(tolower(static_cast<unsigned char>(last))) : '\0';
}

}  // namespace

bool is_plain_pattern(std::string_view source) {
  return Reader(source).read_all();
}

std::string letters_needed(std::string_view source) {
  std::string longest, run;
  for (std::size_t at = 0; at < source.size();) {
    if (source[at] == '|') return "";
    const std::size_t end = end_of_atom(source, at);
    const char letter = letter_of(source.substr(at, end - at));
    const bool is_repeated =
        end < source.size() && std::string_view("*+?{").find(source[end]) != std::string_view::npos;
    if (letter && !is_repeated)
      run += letter;
    else
      run.clear();
    if (run.size() > longest.size()) longest = run;
    at = end;
    if (is_repeated) at = source[end] == '{' ? source.find('}', end) + 1 : end + 1;
    if (is_repeated && at < source.size() && source[at] == '?') ++at;
  }
  return longest;
}

}  // namespace checks
