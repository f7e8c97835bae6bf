#include "util/xmp.hpp"

#include <cctype>
#include <charconv>

#include "util/text.hpp"

namespace util {
namespace {

constexpr std::size_t kMostBytes = 4'096;
constexpr std::size_t kMostDepth = 100;
constexpr std::string_view kBlanks = " \t\r\n";

// The character that "&amp;" and the like stand for; the sign itself where it stands for none.
char32_t entity(std::string_view name) {
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  if (name == "apos") return '\'';
  if (!name.starts_with('#')) return 0;
  const bool is_hexadecimal = name.starts_with("#x");
  const std::string_view digits = name.substr(is_hexadecimal ? 2 : 1);
  unsigned code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hexadecimal ? 16 : 10);
  return error == std::errc() && end == digits.data() + digits.size() ? code : 0;
}

std::string unescaped(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  text = trim(text.substr(0, kMostBytes));
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto end = text[at] == '&' ? text.substr(at, kLongest).find(';') : std::string_view::npos;
    const char32_t c = end == std::string_view::npos ? 0 : entity(text.substr(at + 1, end - 1));
    if (c == 0) {
      out += text[at];
    } else {
      append(out, c);
      at += end;
    }
  }
  return to_utf8(to_utf32(out));
}

// Names of the frame, not of what it holds.
bool is_frame(std::string_view name) {
  return name.starts_with("rdf:") || name.starts_with("xmlns") || name.starts_with("xml:") ||
         name.starts_with("x:");
}

class Scanner {
 public:
  Scanner(std::string_view packet, std::size_t most) : left_(packet), most_(most) {}

  std::vector<XmpProperty> scan() {
    while (!left_.empty() && out_.size() < most_) {
      const auto tag = left_.find('<');
      add(property(), left_.substr(0, tag));
      if (tag == std::string_view::npos) break;
      left_.remove_prefix(tag);
      read_tag();
    }
    return std::move(out_);
  }

 private:
  void read_tag();
  void read_attributes(std::string_view text, std::string_view element);
  // Of what stands here.
  std::string_view property() const {
    for (auto each = open_.rbegin(); each != open_.rend(); ++each)
      if (!is_frame(*each)) return *each;
    return {};
  }
  void add(std::string_view name, std::string_view text) {
    // Pictures are written as text.
    if (name.ends_with("GImg:image")) return;
    if (name.empty() || !std::isalpha(static_cast<unsigned char>(name.front()))) return;
    if (trim(text).empty() || out_.size() >= most_) return;
    out_.push_back({std::string(name.substr(0, kMostBytes)), unescaped(text)});
  }
  // Past `end`, or all where it is not there.
  std::string_view take_until(std::string_view end) {
    const auto found = left_.find(end);
    const std::string_view taken = left_.substr(0, found);
    left_.remove_prefix(found == std::string_view::npos ? left_.size() : found + end.size());
    return taken;
  }

  std::string_view left_;
  std::size_t most_;
  std::vector<std::string_view> open_;  // elements
  std::vector<XmpProperty> out_;
};

void Scanner::read_attributes(std::string_view text, std::string_view element) {
  for (auto sign = text.find('='); sign != std::string_view::npos; sign = text.find('=')) {
    const std::string_view name = trim(text.substr(0, sign));
    text.remove_prefix(sign + 1);
    const auto begin = text.find_first_of("\"'");
    if (begin == std::string_view::npos) return;
    const auto end = text.find(text[begin], begin + 1);
    if (end == std::string_view::npos) return;
    const std::string_view value = text.substr(begin + 1, end - begin - 1);
    if (name == "rdf:resource") add(is_frame(element) ? property() : element, value);
    if (!is_frame(name)) add(name, value);
    text.remove_prefix(end + 1);
  }
}

void Scanner::read_tag() {
  if (left_.starts_with("<!--")) return void(take_until("-->"));
  std::string_view tag = take_until(">").substr(1);
  if (tag.empty() || tag.front() == '?' || tag.front() == '!') return;
  if (tag.front() == '/') {
    if (!open_.empty()) open_.pop_back();
    return;
  }
  const bool is_closed = tag.back() == '/';
  if (is_closed) tag.remove_suffix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(kBlanks));
  read_attributes(tag.substr(name.size()), name);
  if (!is_closed && open_.size() < kMostDepth) open_.push_back(name);
}

}  // namespace

std::vector<XmpProperty> read_xmp(std::string_view packet, std::size_t most) {
  return Scanner(packet, most).scan();
}

}  // namespace util
