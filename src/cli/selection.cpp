#include "cli/selection.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "checks/registry.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

// "layout" means the group "layout/".
std::string beginning_of(const std::string& word) {
  for (const checks::Entry& entry : checks::all())
    if (entry.check->id.starts_with(word + '/')) return word + '/';
  return word;
}

bool is_known(const std::string& beginning) {
  auto all = checks::all();
  return std::any_of(all.begin(), all.end(), [&](const checks::Entry& entry) {
    return entry.check->id.starts_with(beginning);
  });
}

std::vector<std::string> ids_and_groups() {
  std::set<std::string> names;
  for (const checks::Entry& entry : checks::all()) {
    names.emplace(entry.check->id);
    names.emplace(entry.check->id.substr(0, entry.check->id.find('/')));
  }
  return {names.begin(), names.end()};
}

util::Expected<std::vector<std::string>> beginnings(const Request& request,
                                                    std::string_view option) {
  std::set<std::string> all;
  for (const std::string& value : request.values(option)) {
    if (!value.empty() && value.find_first_not_of(", ") == std::string::npos)
      return util::Error{fmt::format("{} {}: it names no check", request.named(option), value)};
    for (const std::string& each : util::split(value, ',')) {
      std::string word(util::trim(each));
      if (word.empty()) continue;
      std::string beginning = beginning_of(word);
      if (!is_known(beginning))
        return util::Error{fmt::format("{} {}: no check's id begins so{}", request.named(option),
                                       word, suggestion(word, ids_and_groups()))};
      all.insert(std::move(beginning));
    }
  }
  return std::vector<std::string>(all.begin(), all.end());
}

}  // namespace

util::Expected<judge::Selection> selection_of(const Request& request) {
  auto select = beginnings(request, "--select");
  if (!select) return select.error();
  auto ignore = beginnings(request, "--ignore");
  if (!ignore) return ignore.error();
  return judge::Selection{std::move(*select), std::move(*ignore)};
}

std::vector<std::string> deciding(const judge::Selection& selection) {
  std::vector<std::string> all;
  if (!selection.select.empty()) all.push_back("select=" + util::join(selection.select, ","));
  if (!selection.ignore.empty()) all.push_back("ignore=" + util::join(selection.ignore, ","));
  return all;
}

util::Expected<model::Pack> selected(model::Pack pack, const judge::Selection& selection) {
  pack = judge::selected(std::move(pack), selection);
  if (pack.rules.empty())
    return util::Error{
        fmt::format("--select and --ignore leave nothing of the pack {} to judge by", pack.id)};
  return pack;
}

}  // namespace cli
