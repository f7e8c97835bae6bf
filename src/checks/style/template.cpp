#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/squeezed.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::style {
namespace {

constexpr Param kParams[] = {
    {"text", ParamType::texts, kRequired, "what the style prints; one of them must occur"},
    {"place", ParamType::text, "anywhere", "where it must occur", "anywhere first-page every-page"},
};

// As measured; then also in the order painted, where lines were put together wrong. A page without
// letters lacks nothing.
bool says_any(const model::Paper& paper, int page, const std::vector<std::string>& texts) {
  std::string text;
  for (const model::Line& line : lines_on(paper.measured, page))
    if (line.visible) text += line.text + "\n";
  auto has_one = [&](const Squeezed& letters) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& wanted) { return letters.has(wanted); });
  };
  if (has_one(Squeezed(text))) return true;
  auto index = static_cast<std::size_t>(page - 1);
  if (index < paper.document.pages.size()) text += util::to_utf8(paper.document.pages[index].text);
  Squeezed all(text);
  return all.empty() || has_one(all);
}

std::vector<int> pages_without(const model::Paper& paper, const std::vector<std::string>& texts,
                               int last_page) {
  std::vector<int> without;
  for (int page = 1; page <= last_page; ++page)
    if (!says_any(paper, page, texts)) without.push_back(page);
  return without;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const auto& texts = with.texts("text");
  const std::string& place = with.text("place");
  std::string wanted = fmt::format("\"{}\"", util::join(texts, "\" or \""));
  if (!has_text(paper, 1))
    return {undecided("The first page has no text that can be read.", wanted)};
  int last_page = place == "first-page" ? 1 : paper.measured.pages;
  std::vector<int> without = pages_without(paper, texts, last_page);
  bool found_once = static_cast<int>(without.size()) < last_page;
  if (without.empty() || (place == "anywhere" && found_once)) return {};
  if (paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", wanted)};
  auto finding = failed(fmt::format("The style's text for this stage is missing: \"{}\".",
                                    util::shortened(texts.front(), 100)),
                        fmt::format("not on {}", page_list(without)), wanted,
                        "Use the venue's own style file, of this year and with the option for this "
                        "stage; a newer fancyhdr or a changed \\pagestyle can remove its header.");
  finding.confidence = model::Confidence::likely;
  finding.page = without.front();
  return {finding};
}

}  // namespace

extern constinit const Check template_{
    .id = "style/template",
    .summary = "the notice, header or placeholder that the style prints",
    .params = kParams,
    .run = run,
};

}  // namespace checks::style
