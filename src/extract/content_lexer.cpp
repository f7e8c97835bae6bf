#include "extract/content_lexer.hpp"

#include <algorithm>
#include <array>

#include "extract/limits.hpp"

namespace extract {
namespace {

enum Class : std::uint8_t { regular, space, delimiter, digit };  // digit: what numbers begin with

constexpr std::array<Class, 256> classify() {
  std::array<Class, 256> out{};
  for (const unsigned char each : {0, 9, 10, 12, 13, 32}) out[each] = space;
  for (const unsigned char each : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
    out[each] = delimiter;
  }
  for (const unsigned char each : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.'})
    out[each] = digit;
  return out;
}

constexpr std::array<Class, 256> kClasses = classify();

Class class_of(char letter) {
  return kClasses[static_cast<unsigned char>(letter)];
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

int hex_digit(char letter) {
  if (is_digit(letter)) return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

}  // namespace

bool is_pdf_space(char letter) {
  return class_of(letter) == space;
}

bool ends_word(char letter) {
  return class_of(letter) == space || class_of(letter) == delimiter;
}

bool ContentLexer::next() {
  operands_.clear();
  decoded_.clear();
  while (!is_at_end()) {
    const char letter = content_[at_];
    switch (class_of(letter)) {
      case space:
        ++at_;
        break;
      case digit:
        read_number();
        break;
      case regular:
        if (read_word()) return true;
        break;
      case delimiter:
        if (letter == '/') {
          read_name();
        } else if (letter == '(') {
          read_string();
        } else if (letter == '<') {
          read_angle();
        } else if (letter == '%') {
          skip_comment();
        } else {
          ++at_;
          if (letter == '[') push({Kind::open});
          if (letter == ']') push({Kind::close});
        }
    }
  }
  return false;
}

void ContentLexer::push(Operand operand) {
  if (operands_.size() < limits::kOperands) {
    operands_.push_back(operand);
  } else {
    was_cut_ = true;
  }
}

void ContentLexer::push_range(Kind kind, std::size_t begin, std::size_t end) {
  push({kind, false, static_cast<std::uint32_t>(end - begin), static_cast<std::uint32_t>(begin)});
}

// Signs in the middle are passed over, as Acrobat does; digits behind the ninth decimal too.
void ContentLexer::read_number() {
  constexpr double kTenth[] = {1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
  const bool is_negative = content_[at_] == '-';
  double whole = 0;
  const char *at = content_.data() + at_, *const end = content_.data() + content_.size();
  for (; at < end && (is_digit(*at) || *at == '-' || *at == '+'); ++at) {
    if (is_digit(*at)) whole = whole * 10 + (*at - '0');
  }
  if (at < end && *at == '.') {
    long part = 0;
    int places = 0;
    for (++at; at < end && (is_digit(*at) || *at == '-'); ++at) {
      if (!is_digit(*at) || places == 9) continue;
      part = part * 10 + (*at - '0');
      ++places;
    }
    whole += static_cast<double>(part) * kTenth[places];
  }
  at_ = static_cast<std::size_t>(at - content_.data());
  Operand operand;
  operand.number = is_negative ? -whole : whole;
  push(operand);
}

void ContentLexer::read_name() {
  const std::size_t begin = ++at_;
  while (!is_at_end() && !ends_word(content_[at_])) ++at_;
  push_range(Kind::name, begin, at_);
}

// Most strings stand in the content as they are.
void ContentLexer::read_string() {
  const std::size_t begin = ++at_;
  for (int depth = 1; !is_at_end(); ++at_) {
    const char letter = content_[at_];
    if (letter == '\\') return decode_string(begin);
    if (letter == '(') ++depth;
    if (letter == ')' && --depth == 0) break;
  }
  push_range(Kind::text, begin, at_);
  if (!is_at_end()) ++at_;
}

void ContentLexer::decode_string(std::size_t begin) {
  const std::size_t offset = decoded_.size();
  at_ = begin;
  for (int depth = 1; !is_at_end();) {
    const char letter = content_[at_++];
    if (letter == '\\') {
      decode_escape();
      continue;
    }
    if (letter == '(') ++depth;
    if (letter == ')' && --depth == 0) break;
    decoded_ += letter;
  }
  push({Kind::text, true, static_cast<std::uint32_t>(decoded_.size() - offset),
        static_cast<std::uint32_t>(offset)});
}

void ContentLexer::decode_escape() {
  if (is_at_end()) return;
  const char letter = content_[at_++];
  constexpr std::string_view kLetters = "nrtbf", kMeant = "\n\r\t\b\f";
  const auto found = kLetters.find(letter);
  if (found != std::string_view::npos) {
    decoded_ += kMeant[found];
  } else if (letter == '\r') {
    if (!is_at_end() && content_[at_] == '\n') ++at_;
  } else if (letter >= '0' && letter <= '7') {
    int code = letter - '0';
    for (int i = 0; i < 2 && !is_at_end() && content_[at_] >= '0' && content_[at_] <= '7'; ++i) {
      code = code * 8 + (content_[at_++] - '0');
    }
    decoded_ += static_cast<char>(code);
  } else if (letter != '\n') {
    decoded_ += letter;
  }
}

void ContentLexer::read_angle() {
  if (at_ + 1 < content_.size() && content_[at_ + 1] == '<') return read_dictionary();
  read_hex();
}

void ContentLexer::read_hex() {
  const std::size_t offset = decoded_.size();
  int high = -1;
  for (++at_; !is_at_end() && content_[at_] != '>'; ++at_) {
    const int value = hex_digit(content_[at_]);
    if (value < 0) continue;
    if (high < 0) {
      high = value;
    } else {
      decoded_ += static_cast<char>(high << 4 | value);
      high = -1;
    }
  }
  if (high >= 0) decoded_ += static_cast<char>(high << 4);
  if (!is_at_end()) ++at_;
  push({Kind::text, true, static_cast<std::uint32_t>(decoded_.size() - offset),
        static_cast<std::uint32_t>(offset)});
}

// The bytes between the outermost brackets.
void ContentLexer::read_dictionary() {
  const std::size_t begin = at_ + 2;
  int depth = 0;
  while (!is_at_end()) {
    const char letter = content_[at_];
    const bool is_twice = at_ + 1 < content_.size() && content_[at_ + 1] == letter;
    if (letter == '(') {
      skip_string();
    } else if ((letter == '<' || letter == '>') && is_twice) {
      at_ += 2;
      depth += letter == '<' ? 1 : -1;
      if (depth == 0) return push_range(Kind::dictionary, begin, at_ - 2);
    } else {
      ++at_;
    }
  }
  push_range(Kind::dictionary, std::min(begin, at_), at_);
}

void ContentLexer::skip_string() {
  int depth = 0;
  for (; !is_at_end(); ++at_) {
    const char letter = content_[at_];
    if (letter == '\\') {
      ++at_;
    } else if (letter == '(') {
      ++depth;
    } else if (letter == ')' && --depth == 0) {
      break;
    }
  }
  at_ = std::min(at_ + 1, content_.size());
}

void ContentLexer::skip_comment() {
  while (!is_at_end() && content_[at_] != '\n' && content_[at_] != '\r') ++at_;
}

// True for an operator.
bool ContentLexer::read_word() {
  const std::size_t begin = at_;
  while (!is_at_end() && !ends_word(content_[at_])) ++at_;
  const std::string_view word = content_.substr(begin, at_ - begin);
  if (word == "true" || word == "false" || word == "null") {
    push_range(Kind::other, begin, at_);
    return false;
  }
  keyword_ = keyword_of(word);
  return true;
}

std::string decode_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_escape = name[i] == '#' && i + 2 < name.size() && hex_digit(name[i + 1]) >= 0 &&
                           hex_digit(name[i + 2]) >= 0;
    if (is_escape) {
      out += static_cast<char>(hex_digit(name[i + 1]) << 4 | hex_digit(name[i + 2]));
      i += 2;
    } else {
      out += name[i];
    }
  }
  return out;
}

}  // namespace extract
