#include <algorithm>

#include "checks/registry.hpp"
#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/surroundings.hpp"
#include "report/layout.hpp"
#include "report/page_text.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

using report::Layout;
using report::Tone;

void list_checks(Layout& layout) {
  for (const checks::Entry& entry : checks::all())
    layout.row(entry.check->id, entry.check->summary, 30);
}

std::string describe(const checks::Param& param) {
  std::string text(param.meaning);
  if (param.fallback == checks::kRequired)
    text += "; required";
  else if (param.fallback != checks::kOptional && !param.fallback.empty())
    text += fmt::format("; default {}", param.fallback);
  if (!param.choices.empty()) text += fmt::format("; one of {}", param.choices);
  return text;
}

void write_params(Layout& layout, const checks::Check& check) {
  if (check.params.empty()) return;
  layout.blank();
  layout.paragraph("What a pack can set:", Tone::strong);
  for (const checks::Param& param : check.params) layout.row(param.name, describe(param), 20);
}

// Also the id whose last part is the word, "margins" for layout/margins, and those of a group.
std::string suggest_check(const std::string& word) {
  std::vector<std::string> ids, in_group;
  std::string group = word.ends_with('/') ? word : word + '/';
  for (const checks::Entry& entry : checks::all()) {
    ids.emplace_back(entry.check->id);
    if (ids.back().ends_with('/' + word)) return fmt::format("; did you mean {}?", ids.back());
    if (ids.back().starts_with(group)) in_group.push_back(ids.back());
  }
  if (!in_group.empty()) return fmt::format("; there are {}", util::join(in_group, ", "));
  return suggestion(word, ids);
}

}  // namespace

int run_explain(const Request& request, const Streams& streams) {
  auto style = style_of(request, streams);
  Layout layout(streams.out, style);
  if (request.arguments.empty()) {
    list_checks(layout);
    return kClean;
  }
  const std::string& id = request.arguments.front();
  const checks::Entry* entry = checks::find(id);
  if (!entry) return refuse(streams, fmt::format("no check is called {}{}", id, suggest_check(id)));
  report::write_page(layout, entry->page);
  write_params(layout, *entry->check);
  return kClean;
}

}  // namespace cli
