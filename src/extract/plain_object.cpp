#include "extract/plain_object.hpp"

#include <Array.h>
#include <Dict.h>
#include <goo/GooString.h>

#include <array>
#include <string>
#include <utility>

#include "extract/content_lexer.hpp"

namespace extract {
namespace {

constexpr int kDeepest = 50;              // the library goes ten times as deep
constexpr std::size_t kLongestName = 100;  // it complains of more than 127
constexpr std::size_t kMostDigits = 9;     // of a number that fits into 32 bits

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Plain {
 public:
  Plain(std::string_view text, XRef& table) : left_(text), table_(table) {}

  std::optional<Object> read_all() {
    std::optional<Object> object = read(0);
    skip_space();
    return left_.empty() ? std::move(object) : std::nullopt;
  }

 private:
  std::optional<Object> read(int depth);
  std::optional<Object> read_number();
  std::optional<Object> read_fraction(double number, bool is_negative);
  std::optional<Object> read_reference(int number);
  std::optional<Object> read_string();
  std::optional<Object> read_hex();
  std::optional<Object> read_word();
  std::optional<Object> read_array(int depth);
  std::optional<Object> read_dictionary(int depth);
  std::optional<int> take_digits(std::string_view& from) const;
  bool take_name();  // into name_

  void skip_space() {
    while (!left_.empty() && is_pdf_space(left_.front())) left_.remove_prefix(1);
  }
  bool take(char c) {
    if (left_.empty() || left_.front() != c) return false;
    left_.remove_prefix(1);
    return true;
  }
  static bool is_cut(std::string_view text) { return text.empty() || ends_word(text.front()); }

  std::string_view left_;
  XRef& table_;
  std::array<char, kLongestName + 1> name_{};
};

std::optional<int> Plain::take_digits(std::string_view& from) const {
  std::size_t size = 0;
  int number = 0;
  for (; size < from.size() && size <= kMostDigits && is_digit(from[size]); ++size)
    number = size < kMostDigits ? number * 10 + (from[size] - '0') : number;
  if (size == 0 || size > kMostDigits) return std::nullopt;
  from.remove_prefix(size);
  return number;
}

// As the library adds up decimals, to the last bit.
std::optional<Object> Plain::read_fraction(double number, bool is_negative) {
  double scale = 0.1;
  for (; !left_.empty() && is_digit(left_.front()); left_.remove_prefix(1)) {
    number += scale * (left_.front() - '0');
    scale *= 0.1;
  }
  if (!is_cut(left_)) return std::nullopt;
  return Object(is_negative ? -number : number);
}

// Behind a number; none of it is taken where no reference stands there.
std::optional<Object> Plain::read_reference(int number) {
  std::string_view ahead = left_;
  auto skip = [&] {
    while (!ahead.empty() && is_pdf_space(ahead.front())) ahead.remove_prefix(1);
  };
  skip();
  const auto generation = take_digits(ahead);
  if (!generation) return std::nullopt;
  skip();
  if (!ahead.starts_with('R') || !is_cut(ahead.substr(1))) return std::nullopt;
  left_ = ahead.substr(1);
  return Object(Ref{number, *generation});
}

std::optional<Object> Plain::read_number() {
  const bool is_negative = take('-');
  // ".5" is rare, "5" alone is not.
  const auto digits = take_digits(left_);
  if (!digits) return std::nullopt;
  if (take('.')) return read_fraction(*digits, is_negative);
  if (!is_cut(left_)) return std::nullopt;
  if (!is_negative && *digits > 0)
    if (auto reference = read_reference(*digits)) return reference;
  return Object(is_negative ? -*digits : *digits);
}

std::optional<Object> Plain::read_string() {
  const std::size_t end = left_.find_first_of(std::string_view("()\\\r\n\0", 6));
  if (end == left_.npos || left_[end] != ')') return std::nullopt;
  Object string(new GooString(left_.data(), static_cast<int>(end)));
  left_.remove_prefix(end + 1);
  return string;
}

std::optional<Object> Plain::read_hex() {
  auto value = [](char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string bytes;
  for (; left_.size() >= 2 && left_.front() != '>'; left_.remove_prefix(2)) {
    const int high = value(left_[0]), low = value(left_[1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high << 4 | low);
  }
  if (!take('>')) return std::nullopt;
  return Object(new GooString(bytes));
}

std::optional<Object> Plain::read_word() {
  std::size_t size = 0;
  while (size < left_.size() && !ends_word(left_[size])) ++size;
  const std::string_view word = left_.substr(0, size);
  left_.remove_prefix(size);
  if (word == "true") return Object(true);
  if (word == "false") return Object(false);
  if (word == "null") return Object(objNull);
  return std::nullopt;
}

bool Plain::take_name() {
  if (!take('/')) return false;
  std::size_t size = 0;
  for (; size < left_.size() && !ends_word(left_[size]); ++size) {
    const auto letter = static_cast<unsigned char>(left_[size]);
    if (size == kLongestName || letter == '#' || letter < 0x20 || letter > 0x7e) return false;
    name_[size] = left_[size];
  }
  name_[size] = '\0';
  left_.remove_prefix(size);
  return size > 0;
}

std::optional<Object> Plain::read_array(int depth) {
  Object array(new Array(&table_));
  for (skip_space(); !take(']'); skip_space()) {
    auto item = read(depth + 1);
    if (!item) return std::nullopt;
    array.arrayAdd(std::move(*item));
  }
  return array;
}

std::optional<Object> Plain::read_dictionary(int depth) {
  Object dictionary(new Dict(&table_));
  for (skip_space(); !take('>'); skip_space()) {
    if (!take_name()) return std::nullopt;
    const std::string key = name_.data();
    auto value = read(depth + 1);
    if (!value) return std::nullopt;
    dictionary.dictAdd(key.c_str(), std::move(*value));
  }
  if (!take('>')) return std::nullopt;
  return dictionary;
}

std::optional<Object> Plain::read(int depth) {
  skip_space();
  if (left_.empty() || depth > kDeepest) return std::nullopt;
  const char first = left_.front();
  if (is_digit(first) || first == '-') return read_number();
  if (first == '/') return take_name() ? std::optional(Object(objName, name_.data())) : std::nullopt;
  if (first == '(') return left_.remove_prefix(1), read_string();
  if (first == '[') return left_.remove_prefix(1), read_array(depth);
  if (first != '<') return read_word();
  left_.remove_prefix(1);
  return take('<') ? read_dictionary(depth) : read_hex();
}

}  // namespace

std::optional<Object> read_plain_object(std::string_view text, XRef& table) {
  return Plain(text, table).read_all();
}

}  // namespace extract
