#include "fix/rewriter/text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace fix {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

bool is_regular(unsigned char c) {
  return c > ' ' && c < 0x7f &&
         std::string_view("()<>[]{}/%#").find(static_cast<char>(c)) == std::string_view::npos;
}

}  // namespace

Text::Text(WriteReference write_reference) : write_reference_(std::move(write_reference)) {}

std::string Text::of(const Value& value) {
  out_.clear();
  add(value);
  return out_;
}

void Text::add(const Value& value) {
  if (value.IsBool())
    out_ += value.GetBool() ? "true" : "false";
  else if (value.IsNumber())
    out_ += std::to_string(value.GetNumber());
  else if (value.IsReal())
    add_real(value.GetReal());
  else if (value.IsName())
    add_name(value.GetName().GetName());
  else if (value.IsString() || value.IsHexString())
    add_string(value.GetString());
  else if (value.IsReference())
    out_ += write_reference_(value.GetReference());
  else if (value.IsArray()) {
    out_ += '[';
    for (const Value& item : value.GetArray()) {
      if (out_.back() != '[') out_ += ' ';
      add(item);
    }
    out_ += ']';
  } else if (value.IsDictionary()) {
    out_ += "<<";
    for (const auto& [key, entry] : value.GetDictionary().GetKeys()) {
      add_name(key.GetName());
      out_ += ' ';
      add(*entry);
    }
    out_ += ">>";
  } else {
    out_ += "null";
  }
}

void Text::add_name(const std::string& name) {
  out_ += '/';
  for (unsigned char c : name) {
    if (is_regular(c)) {
      out_ += static_cast<char>(c);
    } else {
      out_ += '#';
      out_ += kHex[c >> 4];
      out_ += kHex[c & 15];
    }
  }
}

// Plain characters as they are, so that a reader of the file can read them.
void Text::add_string(const PoDoFo::PdfString& string) {
  std::string bytes = bytes_of(string);
  bool is_plain = true;
  for (unsigned char c : bytes) is_plain = is_plain && c >= ' ' && c < 0x7f;
  out_ += is_plain ? '(' : '<';
  for (unsigned char c : bytes) {
    if (!is_plain) {
      out_ += kHex[c >> 4];
      out_ += kHex[c & 15];
      continue;
    }
    if (c == '(' || c == ')' || c == '\\') out_ += '\\';
    out_ += static_cast<char>(c);
  }
  out_ += is_plain ? ')' : '>';
}

// Every digit that it has: the library's own writer keeps six.
void Text::add_real(double number) {
  std::array<char, 400> digits;
  if (!std::isfinite(number)) number = 0;
  auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  out_.append(digits.data(), end);
}

}  // namespace fix
