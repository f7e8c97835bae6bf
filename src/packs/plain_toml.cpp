#include "packs/plain_toml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <string>
#include <vector>

#include "util/text.hpp"

namespace packs {
namespace {

// Well below the bounds of nesting.cpp, which the library needs and this must not widen.
constexpr int kDeepest = 12;
constexpr int kMostDots = 60;            // on one line
constexpr std::size_t kUsual = 6;        // keys of a table
constexpr std::ptrdiff_t kLongest = 15;  // of a number, whose digits then fit its type

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_of_key(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

// In texts and comments; tabs may stand there.
bool is_control(char c) {
  return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
}

// Of a letter that takes several bytes, all but the first.
bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

int days_of(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Each function that reads says whether what it met is plain; where it is not, all is given up.
class PlainReader {
 public:
  PlainReader(std::string_view text, int file)
      : at_(text.data()), end_(text.data() + text.size()), line_begin_(at_), file_(file) {}

  bool read(Node& root) {
    root.place = here();
    Node* table = &root;
    while (true) {
      if (!skip_space()) return false;
      if (at_ == end_) return true;
      bool is_plain = *at_ == '[' ? read_header(root, table) : read_entry(*table, 0);
      if (!is_plain || !skip_rest_of_line()) return false;
    }
  }

 private:
  struct Word {
    std::string_view text;
    Place place;
  };

  Place here() const {
    return {file_, line_, static_cast<int>(at_ - line_begin_) - continuations_ + 1};
  }
  bool is_at(char c) const { return at_ != end_ && *at_ == c; }
  bool take(char c) {
    if (!is_at(c)) return false;
    ++at_;
    return true;
  }
  void skip_blanks() {
    while (is_at(' ') || is_at('\t')) ++at_;
  }

  bool skip_comment();
  bool skip_rest_of_line();
  bool skip_space();
  bool read_key(Word& key);
  bool read_header(Node& root, Node*& table);
  bool open_table(Node& parent, const Word& key, const Place& place, Node*& table);
  bool open_item(Node& parent, const Word& key, const Place& place, Node*& table);
  bool read_entry(Node& table, int depth);
  bool read_value(Node& value, int depth);
  bool read_list(Node& list, int depth);
  bool read_braces(Node& table, int depth);
  void skip_letters(char quote);
  bool read_quoted(std::string& text);
  bool read_literal(std::string& text);
  bool read_word(Node& value);
  bool read_number(Node& value, std::string_view word);

  const char* at_;
  const char* end_;
  const char* line_begin_;
  int continuations_ = 0;  // bytes of this line that begin no letter
  int line_ = 1;
  int dots_ = 0;  // of this line, outside texts
  int file_;
};

bool PlainReader::skip_comment() {
  if (!is_at('#')) return true;
  while (at_ != end_ && !is_control(*at_)) ++at_;
  return at_ == end_ || *at_ == '\n';
}

bool PlainReader::skip_rest_of_line() {
  skip_blanks();
  return skip_comment() && (at_ == end_ || *at_ == '\n');
}

// With comments and the ends of lines.
bool PlainReader::skip_space() {
  while (true) {
    if (!skip_rest_of_line()) return at_ != end_ && !is_control(*at_);
    if (at_ == end_) return true;
    line_begin_ = ++at_;
    ++line_;
    continuations_ = dots_ = 0;
  }
}

bool PlainReader::read_key(Word& key) {
  key.place = here();
  bool is_quoted = take('"');
  const char* begin = at_;
  if (is_quoted)
    while (at_ != end_ && *at_ >= ' ' && *at_ < '\x7f' && *at_ != '"' && *at_ != '\\') ++at_;
  else
    while (at_ != end_ && is_of_key(*at_)) ++at_;
  key.text = {begin, static_cast<std::size_t>(at_ - begin)};
  return !key.text.empty() && (!is_quoted || take('"'));
}

// The entry of a key that the table has not; null where it has it.
Entry* add(Node& table, std::string_view key, const Place& place) {
  auto& entries = table.entries;
  if (entries.empty()) entries.reserve(kUsual);
  auto at = entries.end();
  if (!entries.empty() && !(entries.back().key < key)) {
    at = std::lower_bound(entries.begin(), entries.end(), key,
                          [](const Entry& entry, std::string_view it) { return entry.key < it; });
    if (at->key == key) return nullptr;
  }
  return &*entries.insert(at, {std::string(key), place, {}});
}

// By a header, and not in braces, behind which nothing may be added: a header's table begins at its
// bracket, before its name.
bool is_opened_by_header(const Entry& entry) {
  return entry.value.place < entry.place;
}

bool PlainReader::open_table(Node& parent, const Word& key, const Place& place, Node*& table) {
  Entry* entry = add(parent, key.text, key.place);
  if (!entry) return false;
  entry->value.place = place;
  table = &entry->value;
  return true;
}

bool PlainReader::open_item(Node& parent, const Word& key, const Place& place, Node*& table) {
  Entry* list = parent.find(key.text);
  if (list && (!list->value.is(Node::Kind::list) || !is_opened_by_header(*list))) return false;
  if (!list) {
    list = add(parent, key.text, key.place);
    list->value.kind = Node::Kind::list;
    list->value.place = place;
  }
  table = &list->value.items.emplace_back();
  table->place = place;
  return true;
}

bool PlainReader::read_header(Node& root, Node*& table) {
  Place place = here();
  take('[');
  bool is_item = take('[');
  Word key;
  Node* parent = &root;
  for (int depth = 0; depth < kDeepest && read_key(key); ++depth) {
    if (!take('.')) {
      if (!take(']') || (is_item && !take(']'))) return false;
      return is_item ? open_item(*parent, key, place, table)
                     : open_table(*parent, key, place, table);
    }
    ++dots_;
    Entry* known = parent->find(key.text);
    if (known && (!known->value.is(Node::Kind::table) || !is_opened_by_header(*known)))
      return false;
    if (known)
      parent = &known->value;
    else if (!open_table(*parent, key, place, parent))
      return false;
  }
  return false;
}

bool PlainReader::read_entry(Node& table, int depth) {
  Word key;
  if (!read_key(key)) return false;
  skip_blanks();
  if (!take('=')) return false;
  skip_blanks();
  Entry* entry = add(table, key.text, key.place);
  return entry && read_value(entry->value, depth + 1);
}

bool PlainReader::read_value(Node& value, int depth) {
  if (at_ == end_ || depth > kDeepest) return false;
  value.place = here();
  switch (*at_) {
    case '"':
      value.kind = Node::Kind::text;
      return read_quoted(value.text);
    case '\'':
      value.kind = Node::Kind::text;
      return read_literal(value.text);
    case '[':
      value.kind = Node::Kind::list;
      return read_list(value, depth);
    case '{':
      return read_braces(value, depth);
    default:
      return read_word(value);
  }
}

bool PlainReader::read_list(Node& list, int depth) {
  ++at_;
  while (skip_space()) {
    if (take(']')) return true;
    if (!read_value(list.items.emplace_back(), depth + 1) || !skip_space()) return false;
    if (!take(',') && !is_at(']')) return false;
  }
  return false;
}

bool PlainReader::read_braces(Node& table, int depth) {
  ++at_;
  skip_blanks();
  if (take('}')) return true;
  do {
    skip_blanks();
    if (!read_entry(table, depth)) return false;
    skip_blanks();
  } while (take(','));
  return take('}');
}

// What ends a text, or is to be looked at.
constexpr std::array<bool, 256> kStops = [] {
  std::array<bool, 256> stops{};
  for (std::size_t byte = 0; byte < stops.size(); ++byte)
    stops[byte] = (byte < 0x20 && byte != '\t') || byte >= 0x7f;
  stops['"'] = stops['\''] = stops['\\'] = true;
  return stops;
}();

// Up to a quote of the kind, or what ends no text; a backslash is one byte like others where quotes
// are single.
void PlainReader::skip_letters(char quote) {
  while (true) {
    while (at_ != end_ && !kStops[static_cast<unsigned char>(*at_)]) ++at_;
    if (at_ == end_ || *at_ == quote || is_control(*at_) || (*at_ == '\\' && quote == '"')) return;
    continuations_ += is_continuation(*at_++);
  }
}

bool PlainReader::read_quoted(std::string& text) {
  ++at_;
  if (take('"')) return at_ != end_ && *at_ != '"';
  while (true) {
    const char* begin = at_;
    skip_letters('"');
    text.append(begin, at_);
    if (take('"')) return true;
    if (!take('\\') || !(is_at('"') || is_at('\\'))) return false;
    text += *at_++;
  }
}

bool PlainReader::read_literal(std::string& text) {
  const char* begin = ++at_;
  skip_letters('\'');
  text.assign(begin, at_);
  return !text.empty() && take('\'');
}

bool is_date(std::string_view word) {
  if (word.size() != 10) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i == 4 || i == 7 ? word[i] != '-' : !is_digit(word[i])) return false;
  auto number = [&](std::size_t begin, std::size_t end) {
    int out = 0;
    for (std::size_t i = begin; i < end; ++i) out = out * 10 + (word[i] - '0');
    return out;
  };
  int month = number(5, 7), day = number(8, 10);
  return month >= 1 && month <= 12 && day >= 1 && day <= days_of(number(0, 4), month);
}

bool PlainReader::read_number(Node& value, std::string_view word) {
  const char* first = word.data() + (word.front() == '-');
  const char* last = word.data() + word.size();
  const char* whole = std::find_if_not(first, last, is_digit);
  if (whole == first || (*first == '0' && whole - first > 1) || last - first > kLongest)
    return false;
  if (whole == last) {
    value.kind = Node::Kind::integer;
    return std::from_chars(word.data(), last, value.integer).ptr == last;
  }
  const char* fraction = whole + 1;
  if (*whole != '.' || fraction == last || std::find_if_not(fraction, last, is_digit) != last)
    return false;
  value.kind = Node::Kind::number;
  return ++dots_ <= kMostDots && std::from_chars(word.data(), last, value.number).ptr == last;
}

// A flag, a number or a date.
bool PlainReader::read_word(Node& value) {
  const char* begin = at_;
  while (at_ != end_ && (is_of_key(*at_) || *at_ == '.')) ++at_;
  std::string_view word(begin, static_cast<std::size_t>(at_ - begin));
  if (word.empty() || (at_ != end_ && !std::strchr(" \t\n,]}#", *at_))) return false;
  if (word == "true" || word == "false") {
    value.kind = Node::Kind::flag;
    value.flag = word == "true";
    return true;
  }
  if (!is_date(word)) return read_number(value, word);
  value.kind = Node::Kind::date;
  value.text = word;
  // A time may follow.
  return end_ - at_ < 2 || at_[0] != ' ' || !is_digit(at_[1]);
}

}  // namespace

std::optional<Node> read_plain_toml(std::string_view text, int file) {
  Node root;
  if (!util::is_utf8(text) || !PlainReader(text, file).read(root)) return std::nullopt;
  return root;
}

}  // namespace packs
