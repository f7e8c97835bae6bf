#include <algorithm>

#include "checks/registry.hpp"
#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/surroundings.hpp"
#include "report/layout.hpp"
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

std::string join_lines(const std::vector<std::string>& lines) {
  return util::join(lines, " ");
}

bool is_set_off(const std::string& line) {
  return line.starts_with("    ") || line.starts_with("- ") || line.starts_with("* ");
}

// A page is Markdown of paragraphs, lists and code. Paragraphs are wrapped anew; the rest stands.
void write_page(Layout& layout, std::string_view page) {
  std::vector<std::string> paragraph;
  bool is_code = false;
  auto flush = [&] {
    if (!paragraph.empty()) layout.rich_paragraph(join_lines(paragraph));
    paragraph.clear();
  };
  for (const std::string& line : util::split(util::trim(page), '\n')) {
    bool is_fence = line.starts_with("```");
    if (is_fence) is_code = !is_code;
    if (is_fence || is_code || line.empty() || is_set_off(line) || line.starts_with('#')) flush();
    if (is_fence) continue;
    if (is_code)
      layout.verbatim("    " + line);
    else if (line.empty())
      layout.blank();
    else if (line.starts_with("# "))
      layout.paragraph(line.substr(2), Tone::strong);
    else if (line.starts_with("    "))
      layout.verbatim(line);
    else
      paragraph.push_back(line);
  }
  flush();
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

// Also the id whose last part is the word: "margins" means layout/margins.
std::string suggest_check(const std::string& word) {
  std::vector<std::string> ids;
  for (const checks::Entry& entry : checks::all()) {
    ids.emplace_back(entry.check->id);
    if (ids.back().ends_with('/' + word)) return fmt::format("; did you mean {}?", ids.back());
  }
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
  write_page(layout, entry->page);
  write_params(layout, *entry->check);
  return kClean;
}

}  // namespace cli
