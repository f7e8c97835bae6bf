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

// Markdown as the pages of checks use it: paragraphs and list items are wrapped anew, code stands.
class PageWriter {
 public:
  explicit PageWriter(Layout& layout) : layout_(layout) {}
  ~PageWriter() { end_paragraph(); }
  PageWriter(const PageWriter&) = delete;
  PageWriter& operator=(const PageWriter&) = delete;

  void add(const std::string& line) {
    bool is_fence = line.starts_with("```");
    bool is_item = line.starts_with("- ");
    bool is_indented = line.starts_with("    ") && paragraph_.empty();
    bool is_set_off = is_fence || is_code_ || is_indented;
    if (is_set_off || is_item || line.empty() || line.starts_with("# ")) end_paragraph();
    if (is_fence)
      is_code_ = !is_code_;
    else if (is_code_)
      layout_.verbatim("    " + line);
    else if (is_set_off)
      layout_.verbatim(line);
    else if (line.empty())
      layout_.blank();
    else if (line.starts_with("# "))
      layout_.paragraph(line.substr(2), Tone::strong);
    else
      continue_paragraph(line, is_item);
  }

 private:
  void continue_paragraph(const std::string& line, bool is_item) {
    if (paragraph_.empty())
      indent_ = is_item ? 2 : 0;
    else
      paragraph_ += ' ';
    paragraph_ += line;
  }

  void end_paragraph() {
    if (!paragraph_.empty()) layout_.rich_paragraph(paragraph_, indent_);
    paragraph_.clear();
  }

  Layout& layout_;
  std::string paragraph_;
  int indent_ = 0;
  bool is_code_ = false;
};

void write_page(Layout& layout, std::string_view page) {
  PageWriter writer(layout);
  for (const std::string& line : util::split(util::trim(page), '\n')) writer.add(line);
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
  write_page(layout, entry->page);
  write_params(layout, *entry->check);
  return kClean;
}

}  // namespace cli
