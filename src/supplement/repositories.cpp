#include <algorithm>
#include <optional>
#include <string>

#include "supplement/looks.hpp"
#include "util/text.hpp"

namespace supplement {
namespace {

struct System {
  std::string_view name;
  std::string_view folder;
  // Files below it, of which each shows that versions are kept there.
  std::string_view histories[4];
};
constexpr System kSystems[] = {
    {"git", ".git", {"objects/", "packed-refs", "logs/", "ORIG_HEAD"}},
    {"Mercurial", ".hg", {"store/", "00changelog.i", "dirstate", "branch"}},
    {"Subversion", ".svn", {"wc.db", "entries", "pristine/", "text-base/"}},
};

struct Place {
  const System* system;
  std::string_view folder;  // with all above it
  std::string_view below;   // what lies in it
};

std::optional<Place> find_place(std::string_view name) {
  for (std::size_t begin = 0; begin < name.size();) {
    auto end = name.find('/', begin);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view part = name.substr(begin, end - begin);
    for (const System& system : kSystems)
      if (part == system.folder) return Place{&system, name.substr(0, end), name.substr(end + 1)};
    begin = end + 1;
  }
  return std::nullopt;
}

std::string_view next_line(std::string_view& rest) {
  auto end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return util::trim(line);
}

void add_once(std::vector<std::string>& list, std::string_view text) {
  std::string shown = quotable(text);
  bool is_new = !shown.empty() && std::find(list.begin(), list.end(), shown) == list.end();
  if (is_new && list.size() < limits::kPeople) list.push_back(std::move(shown));
}

// "old new Jane Doe <jane@uni.edu> 1693492345 +0200	commit: first"
std::string_view person_of_log(std::string_view line) {
  auto begin = line.find(' ');
  begin = begin == std::string_view::npos ? begin : line.find(' ', begin + 1);
  auto end = line.find("> ");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return line.substr(begin + 1, end - begin);
}

// "[user]", "name = Jane Doe": what settings of git and Mercurial have in common.
void look_at_settings(std::string_view text, model::Repository& out) {
  std::string section, name, address;
  while (!text.empty()) {
    std::string_view line = next_line(text);
    if (line.starts_with('[')) section = line.substr(1, line.find_first_of(" \"]") - 1);
    auto equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    std::string_view key = util::trim(line.substr(0, equals));
    std::string_view value = util::trim(line.substr(equals + 1));
    if (section == "user" && key == "name") name = value;
    if (section == "user" && key == "email") address = value;
    if (section == "ui" && key == "username") add_once(out.people, value);
    if (section == "remote" && (key == "url" || key == "pushurl")) add_once(out.remotes, value);
    if (section == "paths") add_once(out.remotes, value);
  }
  if (!address.empty()) name += (name.empty() ? "<" : " <") + address + ">";
  add_once(out.people, name);
}

}  // namespace

bool is_of_repository(std::string_view name) {
  return find_place(name).has_value();
}

bool tells_of_history(std::string_view name) {
  auto place = find_place(name);
  if (!place) return false;
  std::string_view below = place->below;
  return below == "config" || below == "hgrc" || below.starts_with("logs/");
}

void note_repository(std::string_view name, Gathering& out) {
  auto place = find_place(name);
  model::Repository* repository =
      place ? out.repository(place->system->name, place->folder) : nullptr;
  if (!repository || name.ends_with('/')) return;
  for (std::string_view history : place->system->histories)
    if (place->below.starts_with(history)) repository->has_history = true;
}

void look_at_history(const File& file, Gathering& out) {
  auto place = find_place(file.name);
  model::Repository* repository =
      place ? out.repository(place->system->name, place->folder) : nullptr;
  if (!repository) return;
  if (!place->below.starts_with("logs/")) return look_at_settings(file.bytes, *repository);
  for (std::string_view rest = file.bytes; !rest.empty();)
    add_once(repository->people, person_of_log(next_line(rest)));
}

}  // namespace supplement
