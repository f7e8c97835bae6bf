#include "checks/plain_pattern.hpp"

#include <algorithm>
#include <cctype>

namespace checks {
namespace {

constexpr int kDeepest = 20;

class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  bool read_all() { return read_alternatives(0) && at_ == source_.size(); }

 private:
  bool is_at(std::string_view any) const {
    return at_ < source_.size() && any.find(source_[at_]) != any.npos;
  }
  bool take(char wanted) {
    if (at_ >= source_.size() || source_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool read_alternatives(int depth) {
    do {
      while (at_ < source_.size() && !is_at("|)"))
        if (!read_piece(depth)) return false;
    } while (take('|'));
    return true;
  }

  // What may be repeated, once; two repetitions in a row are refused or mean something else.
  bool read_piece(int depth) {
    if (is_at("^$")) {
      ++at_;
      return !is_at("*+?{");
    }
    if (!read_atom(depth)) return false;
    if (is_at("*+?")) {
      ++at_;
      take('?');
    }
    return !is_at("*+?{");
  }

  bool read_atom(int depth) {
    if (take('(')) return read_group(depth);
    if (take('[')) return read_class();
    if (take('\\')) return read_escape();
    const auto byte = static_cast<unsigned char>(source_[at_]);
    if (byte < 0x20 || byte >= 0x7f || is_at("*+?{}])")) return false;
    ++at_;
    return true;
  }

  bool read_group(int depth) {
    if (depth == kDeepest) return false;
    if (take('?') && !take(':')) return false;
    return read_alternatives(depth + 1) && take(')');
  }

  bool read_escape() {
    if (is_at("bB")) {
      ++at_;
      return !is_at("*+?{");
    }
    if (!is_at(".dswDSW()[]{}+*?|^$/\\-")) return false;
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
    for (; at_ < source_.size() && !is_at("]"); ++at_) {
      const auto byte = static_cast<unsigned char>(source_[at_]);
      if (byte < 0x20 || byte >= 0x7f || is_at("[\\&~")) return false;
      const bool is_edge = at_ == begin || (at_ + 1 < source_.size() && source_[at_ + 1] == ']');
      if (byte == '-' && !is_edge && !is_range(source_[at_ - 1], source_[at_ + 1])) return false;
    }
    return at_ > begin && take(']');
  }

  std::string_view source_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_plain_pattern(std::string_view source) {
  return Reader(source).read_all();
}

}  // namespace checks
