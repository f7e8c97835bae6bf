#include "report/markup.hpp"

#include <charconv>
#include <cstdint>
#include <vector>

#include "util/sha256.hpp"
#include "util/text.hpp"

namespace report {
namespace {

// Takes lines and gives the elements that they make up.
class MarkupWriter {
 public:
  std::string write(std::string_view page) {
    for (const std::string& line : util::split(util::trim(page), '\n')) add(line);
    end();
    end_list();
    return std::move(out_);
  }

 private:
  enum class Kind { none, paragraph, item, indented, fenced };

  void add(const std::string& line) {
    bool is_fence = line.starts_with("```");
    if (kind_ == Kind::fenced || is_fence) return add_fenced(line, is_fence);
    if (line.starts_with("# ")) return;
    bool is_indented = line.starts_with("    ") && kind_ != Kind::paragraph && kind_ != Kind::item;
    if (line.empty() && kind_ != Kind::indented) return end();
    if (is_indented || line.empty()) return add_code(line.empty() ? line : line.substr(4));
    if (line.starts_with("- ")) return begin(Kind::item, line.substr(2));
    if (kind_ == Kind::paragraph || kind_ == Kind::item)
      text_ += " " + std::string(util::trim(line));
    else
      begin(Kind::paragraph, line);
  }

  void add_fenced(const std::string& line, bool is_fence) {
    if (!is_fence)
      text_ += line + "\n";
    else if (kind_ == Kind::fenced)
      end();
    else
      begin(Kind::fenced, "");
  }

  void add_code(const std::string& line) {
    if (kind_ != Kind::indented) begin(Kind::indented, "");
    text_ += line + "\n";
  }

  void begin(Kind kind, const std::string& text) {
    end();
    kind_ = kind;
    text_ = text;
    if (kind == Kind::item && !is_list_) out_ += "<ul>\n";
    if (kind != Kind::item) end_list();
    is_list_ = kind == Kind::item;
  }

  void end() {
    if (kind_ == Kind::paragraph) out_ += "<p>" + marked(text_) + "</p>\n";
    if (kind_ == Kind::item) out_ += "<li>" + marked(text_) + "</li>\n";
    if (kind_ == Kind::indented || kind_ == Kind::fenced)
      out_ += "<pre>" + quoted_markup(util::trim(text_)) + "</pre>\n";
    kind_ = Kind::none;
  }

  void end_list() {
    if (is_list_) out_ += "</ul>\n";
    is_list_ = false;
  }

  // **strong** and `code`; between ticks, stars are stars.
  static std::string marked(std::string_view text) {
    std::string out;
    bool is_strong = false;
    auto pieces = util::split(text, '`');
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      std::string piece = quoted_markup(pieces[i]);
      if (i % 2 == 1 && i + 1 < pieces.size()) {
        out += "<code>" + piece + "</code>";
        continue;
      }
      for (auto star = piece.find("**"); star != piece.npos; star = piece.find("**", star)) {
        piece.replace(star, 2, is_strong ? "</strong>" : "<strong>");
        is_strong = !is_strong;
      }
      out += piece;
    }
    return is_strong ? out + "</strong>" : out;
  }

  std::string out_, text_;
  Kind kind_ = Kind::none;
  bool is_list_ = false;
};

}  // namespace

std::string quoted_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string quoted_json(std::string_view json) {
  std::string out = quoted_markup(json);
  constexpr std::string_view kMark = "&quot;";
  std::string shorter = "'";
  // Whatever else begins with an ampersand is written as one.
  for (std::size_t at = 0; at < out.size();) {
    const bool is_mark = out.compare(at, kMark.size(), kMark) == 0;
    shorter += is_mark ? '"' : out[at];
    at += is_mark ? kMark.size() : 1;
  }
  return shorter + "'";
}

std::string escaped(std::string_view text) {
  return quoted_markup(util::printable(text));
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    auto some = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = bits << 8 | (i < some.size() ? static_cast<unsigned char>(some[i]) : 0);
    for (std::size_t i = 0; i < 4; ++i)
      out += i <= some.size() ? kDigits[bits >> (18 - 6 * i) & 63] : '=';
  }
  return out;
}

std::string content_hash(std::string_view text) {
  std::string digits = util::sha256(text), bytes;
  for (std::size_t at = 0; at < digits.size(); at += 2) {
    unsigned value = 0;
    std::from_chars(digits.data() + at, digits.data() + at + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  return "sha256-" + base64(bytes);
}

std::string markup_of_page(std::string_view markdown) {
  return MarkupWriter().write(markdown);
}

}  // namespace report
