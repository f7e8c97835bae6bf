#include <cctype>
#include <cstring>

#include "supplement/looks.hpp"

namespace supplement {
namespace {

constexpr std::size_t kLongestUser = 64, kFarthestBack = 80;

constexpr std::string_view kHomes[] = {"/home/", "/Users/", "\\Users\\"};

bool ends_word(char c) {
  return static_cast<unsigned char>(c) <= ' ' || std::strchr("\"'`<>|=,;()[]{}", c);
}

// Windows has names of users with blanks in them.
bool is_of_name(char c, bool may_be_blank) {
  if (c == ' ') return may_be_blank;
  return std::isalnum(static_cast<unsigned char>(c)) || (c != '\0' && std::strchr("._-+@", c));
}

bool is_separator(char c) {
  return c == '/' || c == '\\';
}

// Where the word begins that the path is in.
std::size_t begin_of_word(std::string_view bytes, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kFarthestBack && !ends_word(bytes[begin - 1])) --begin;
  return begin;
}

// A path from the root, and no part of a web address or of a project's own folders.
bool is_from_root(std::string_view before, std::string_view home) {
  if (before.empty() || before.ends_with("file://") || before.ends_with("file:")) return true;
  if (before.find("://") != std::string_view::npos) return false;
  if (home[0] == '\\')  // C:\Users, in texts of programs with two strokes
    return before.find(':') != std::string_view::npos;
  return before[0] == '/' || before.ends_with(':') ||
         (before.size() > 2 && before[before.size() - 2] == ':');
}

class Finder {
 public:
  Finder(const File& file, Gathering& out) : file_(file), out_(out) {}

  void find(std::string_view home) {
    std::size_t at = 0, line_begin = 0;
    int line = 1;
    for (;;) {
      const void* hit =
          memmem(file_.bytes.data() + at, file_.bytes.size() - at, home.data(), home.size());
      if (!hit) return;
      at = static_cast<std::size_t>(static_cast<const char*>(hit) - file_.bytes.data());
      if (file_.is_text) line += count_lines(line_begin, at);
      line_begin = at;
      take(home, at, file_.is_text ? line : 0);
      at += home.size();
    }
  }

 private:
  int count_lines(std::size_t from, std::size_t to) const {
    int lines = 0;
    for (std::size_t i = from; i < to; ++i) lines += file_.bytes[i] == '\n' ? 1 : 0;
    return lines;
  }

  void take(std::string_view home, std::size_t at, int line) {
    const auto& bytes = file_.bytes;
    std::size_t begin = begin_of_word(bytes, at);
    // Programs keep a letter or two in front of each text: its type and length.
    constexpr std::size_t kTag = 2;
    if (!file_.is_text && at - begin <= kTag) begin = at;
    if (!is_from_root(bytes.substr(begin, at - begin), home)) return;
    std::size_t user = at + home.size();
    while (user < bytes.size() && is_separator(bytes[user])) ++user;
    std::size_t end = user;
    while (end < bytes.size() && end - user < kLongestUser &&
           is_of_name(bytes[end], home[0] == '\\'))
      ++end;
    // What has nothing below it may be a page of a program as well as a folder.
    if (end == user || end == bytes.size() || !is_separator(bytes[end])) return;
    std::string_view who = bytes.substr(user, end - user);
    out_.tell("path", file_.name, line, bytes.substr(at, end + 1 - at), who);
  }

  const File& file_;
  Gathering& out_;
};

// "events.out.tfevents.1693492345.host.1234.0"
std::string_view host_of_log(std::string_view base) {
  constexpr std::string_view kLog = "events.out.tfevents.";
  if (!base.starts_with(kLog)) return {};
  std::string_view rest = base.substr(kLog.size());
  auto dot = rest.find('.');
  if (dot == std::string_view::npos) return {};
  rest.remove_prefix(dot + 1);
  auto is_number = [](std::string_view part) {
    return part.find_first_not_of("0123456789") == std::string_view::npos || part == "v2";
  };
  for (auto last = rest.rfind('.');
       last != std::string_view::npos && is_number(rest.substr(last + 1)); last = rest.rfind('.'))
    rest = rest.substr(0, last);
  return is_number(rest) ? std::string_view() : rest;
}

}  // namespace

void look_for_paths(const File& file, Gathering& out) {
  for (std::string_view home : kHomes) Finder(file, out).find(home);
}

void look_at_name(std::string_view name, Gathering& out) {
  std::string rooted = name.starts_with('/') ? std::string(name) : '/' + std::string(name);
  for (std::string_view home : {"/home/", "/Users/"}) {
    auto end = rooted.find('/', home.size());
    if (rooted.starts_with(home) && end != std::string::npos && end > home.size())
      out.tell("path", name, 0, rooted.substr(0, end + 1),
               rooted.substr(home.size(), end - home.size()));
  }
  std::string_view base = name.substr(name.find_last_of('/') + 1);
  if (std::string_view host = host_of_log(base); !host.empty())
    out.tell("host", name, 0, host, host);
}

}  // namespace supplement
