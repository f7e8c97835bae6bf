#include "hotcrp/unsafe.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "checks/registry.hpp"
#include "util/text.hpp"

namespace hotcrp {
namespace {

constexpr std::size_t kMostPages = 10;
constexpr std::string_view kPrograms[] = {".exe", ".bat", ".cmd", ".com",    ".scr",
                                          ".pif", ".msi", ".ps1", ".vbs",    ".js",
                                          ".jar", ".app", ".sh",  ".command"};

// "./proof.v:164" of \href{run:...}: a file beside the paper, at a line of it.
bool is_document_beside(std::string path) {
  std::transform(path.begin(), path.end(), path.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : c; });
  std::size_t colon = path.rfind(':');
  if (colon != std::string::npos &&
      path.find_first_not_of("0123456789", colon + 1) == std::string::npos)
    path.resize(colon);
  bool is_elsewhere =
      path.empty() || path[0] == '/' || path[0] == '\\' || path.find(':') != std::string::npos;
  if (is_elsewhere) return false;
  return std::none_of(std::begin(kPrograms), std::end(kPrograms),
                      [&](std::string_view end) { return path.ends_with(end); });
}

std::string_view category_of(const model::Action& action) {
  const std::string& kind = action.kind;
  const bool is_click = action.trigger == "link";
  if (kind == "JavaScript") return "javascript";
  if (kind == "Launch") return is_click && is_document_beside(action.text) ? "rellaunch" : "launch";
  if (kind == "SubmitForm" || kind == "ImportData") return "submitform";
  if (kind == "RichMediaExecute") return "richmedia";
  if (kind == "URI") return "autoaction";
  if (kind == "GoToR" || kind == "GoToE") return is_click ? "rellaunch" : "autoaction";
  if (kind == "Rendition" || kind == "Movie" || kind == "Sound") return "multimedia";
  return {};
}

std::string_view category_of(const model::Annotation& annotation) {
  if (annotation.type == "RichMedia") return "richmedia";
  if (annotation.type == "Movie" || annotation.type == "Sound" || annotation.type == "Screen")
    return "multimedia";
  return {};
}

using Found = std::map<std::string, std::set<int>>;

void add(Found& found, std::string_view category, int page) {
  if (!category.empty()) found[std::string(category)].insert(std::max(page, 1));
}

}  // namespace

std::map<std::string, std::vector<int>> find_unsafe(const model::Paper& paper,
                                                    const model::Pack& any_venue) {
  Found found;
  for (const model::Action& action : paper.document.actions)
    add(found, category_of(action), action.page);
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i)
    for (const model::Annotation& annotation : paper.document.pages[i].annotations)
      add(found, category_of(annotation), static_cast<int>(i) + 1);
  for (const model::Trace& trace : paper.document.traces)
    if (trace.kind == model::TraceKind::form_field && trace.key == "XFA") add(found, "xfa", 0);
  for (const model::Rule& rule : any_venue.rules) {
    const checks::Entry* entry = checks::find(rule.check);
    if (rule.check != "file/embedded-file" || !entry) continue;
    for (const model::Finding& finding : entry->check->run(paper, rule.with))
      if (model::is_proven(finding)) add(found, "multimedia", finding.page.value_or(0));
  }
  std::map<std::string, std::vector<int>> listed;
  for (const auto& [category, pages] : found) {
    auto& list = listed[category];
    list.assign(pages.begin(), pages.end());
    if (list.size() <= kMostPages) continue;
    list.resize(kMostPages);
    list.push_back(0);
  }
  return listed;
}

}  // namespace hotcrp
