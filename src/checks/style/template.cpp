#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/prints.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::style {
namespace {

constexpr Param kParams[] = {
    {"text", ParamType::texts, kRequired, "what the style prints; one of them must occur"},
    {"place", ParamType::text, "anywhere", "where it must occur", "anywhere first-page every-page"},
    {"instead", ParamType::texts, kOptional,
     "templates of what another year's or stage's style prints there, which other rules speak of",
     "", 0, unless_templates},
};

std::vector<int> pages_without(const model::Paper& paper, const std::vector<std::string>& texts,
                               int last_page) {
  std::vector<int> without;
  for (int page = 1; page <= last_page; ++page)
    if (!page_says_any(paper, page, texts)) without.push_back(page);
  return without;
}

// One fault is said once: that the year or the stage is another says that this text is missing.
bool is_said_elsewhere(const model::Paper& paper, const model::Params& with) {
  if (!with.has("instead")) return false;
  auto find = [&](std::string_view name) {
    return find_prints(paper.measured, with.texts(name), Where::beside);
  };
  return !apart_from(find("instead"), find("text")).empty();
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
  if (is_said_elsewhere(paper, with)) return {};
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
