#include "checks/paths.hpp"

#include <algorithm>
#include <cctype>

#include "checks/traces.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

constexpr std::string_view kBeforePaths = " \t\n\"'`(<[{=,;|";

bool is_absolute(std::string_view path) {
  if (path.starts_with("file:")) return true;
  if (path.find("://") != std::string_view::npos) return false;
  const bool has_drive = path.size() > 2 && path[1] == ':' && path[2] == '/';
  return path.starts_with('/') || has_drive;
}

// The end of the folder that matches `pattern` at `at`, which begins with a slash; none where it
// does not.
std::optional<std::size_t> match_folder(std::string_view path, std::size_t at,
                                        std::string_view pattern) {
  while (!pattern.empty()) {
    if (pattern.front() == '*') {
      const auto end = path.find('/', at);
      if (end == std::string_view::npos || end == at) return std::nullopt;
      at = end;
    } else if (at < path.size() && path[at] == pattern.front()) {
      ++at;
    } else {
      return std::nullopt;
    }
    pattern.remove_prefix(1);
  }
  return at;
}

std::optional<std::string> user_at(std::string_view path, std::size_t at, std::string_view folder) {
  const auto begin = match_folder(path, at, folder);
  if (!begin) return std::nullopt;
  const auto end = path.find('/', *begin);
  if (end == std::string_view::npos || end == *begin || end + 1 == path.size()) return std::nullopt;
  const auto before = path.substr(0, at).find_last_of(kBeforePaths);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  if (!is_absolute(path.substr(start))) return std::nullopt;
  return std::string(path.substr(*begin, end - *begin));
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool is_letter = std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
    if (is_letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string capitals(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return word;
}

// Whether a paper writes a word small, or all in capitals as abbreviations are; names it does not.
bool is_used(const model::Paper& paper, const std::string& word) {
  const std::string abbreviation = capitals(word);
  const auto& lines = paper.measured.lines;
  return std::any_of(lines.begin(), lines.end(), [&](const model::Line& line) {
    return line.text.find(word) != std::string::npos ||
           line.text.find(abbreviation) != std::string::npos;
  });
}

}  // namespace

std::optional<std::string> find_user(std::string_view text,
                                     const std::vector<std::string>& folders) {
  if (text.find_first_of("/\\") == std::string_view::npos) return std::nullopt;
  std::string path = util::fold(text);
  std::replace(path.begin(), path.end(), '\\', '/');
  // Some programs write each backslash twice.
  for (auto at = path.find("//", 8); at != std::string::npos; at = path.find("//", at))
    path.erase(at, 1);
  for (auto at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1))
    for (const std::string& folder : folders)
      if (auto user = user_at(path, at, folder)) return user;
  return std::nullopt;
}

std::vector<UserPath> find_user_paths(const model::Paper& paper,
                                      const std::vector<std::string>& folders,
                                      const Patterns& nobody) {
  std::vector<UserPath> found;
  for (const model::Trace& trace : all_traces(paper)) {
    if (trace.kind == model::TraceKind::destination) continue;
    const auto user = find_user(trace.text, folders);
    if (!user || nobody.match(*user)) continue;
    auto known = std::find_if(found.begin(), found.end(),
                              [&](const UserPath& each) { return each.user == *user; });
    if (known == found.end()) known = found.insert(known, {*user, &trace, 0});
    ++known->count;
  }
  return found;
}

std::vector<std::string> words_of_file(const model::Paper& paper, std::string_view text,
                                       const std::vector<std::string>& endings,
                                       const std::vector<std::string>& plain) {
  text = util::trim(text);
  const auto dash = text.find(" - ");
  if (dash != std::string_view::npos) text = text.substr(dash + 3);
  const std::string name = util::fold(text.substr(text.find_last_of("/\\") + 1));
  const auto dot = name.rfind('.');
  if (dot == std::string::npos ||
      std::find(endings.begin(), endings.end(), name.substr(dot + 1)) == endings.end())
    return {};
  constexpr std::size_t kShortest = 3;  // letters of a name
  std::vector<std::string> found;
  for (std::string& word : words_in(std::string_view(name).substr(0, dot))) {
    const bool is_plain = std::find(plain.begin(), plain.end(), word) != plain.end();
    if (word.size() >= kShortest && !is_plain && !is_used(paper, word))
      found.push_back(std::move(word));
  }
  return found;
}

}  // namespace checks
