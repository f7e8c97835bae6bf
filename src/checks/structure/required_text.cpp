#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/prints.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::structure {
namespace {

constexpr Param kParams[] = {
    {"text", ParamType::texts, kRequired, "what the authors must write; one of them must occur"},
    {"place", ParamType::text, "anywhere", "where it must occur",
     "anywhere first-page title-start title-end"},
};

std::string title_of(const model::Measured& measured) {
  std::string title;
  for (const model::Line& line : measured.lines)
    if (line.role == model::Role::title && line.visible) title += line.text + " ";
  return squeezed(title);
}

bool says_any(const model::Paper& paper, int last_page, const std::vector<std::string>& texts) {
  for (int page = 1; page <= last_page; ++page)
    if (page_says_any(paper, page, texts)) return true;
  return false;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const auto& texts = with.texts("text");
  const std::string& place = with.text("place");
  std::string wanted = fmt::format("\"{}\"", util::join(texts, "\" or \""));
  bool is_title = place.starts_with("title");
  std::string title = title_of(paper.measured);
  if (is_title && title.empty()) return {undecided("The title could not be found.", wanted)};
  if (!is_title && !has_text(paper, 1))
    return {undecided("The first page has no text that can be read.", wanted)};
  bool is_there =
      is_title ? std::any_of(texts.begin(), texts.end(),
                             [&](const std::string& text) {
                               return place == "title-start" ? title.starts_with(squeezed(text))
                                                             : title.ends_with(squeezed(text));
                             })
               : says_any(paper, place == "first-page" ? 1 : paper.measured.pages, texts);
  if (is_there) return {};
  if (paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", wanted)};
  std::string text = util::shortened(texts.front(), 100);
  constexpr std::string_view kTitle = "the title";
  auto finding =
      failed(fmt::format("A text that the venue asks for is missing: \"{}\".", text),
             fmt::format("not in {}", is_title                ? kTitle
                                      : place == "first-page" ? "page 1"
                                                              : "the paper"),
             wanted,
             is_title ? fmt::format("Write it in \\title{{...}}: \"{}\".", text)
                      : "Write the text as the venue words it, in the place that it names.");
  finding.confidence = model::Confidence::likely;
  finding.page = 1;
  return {finding};
}

}  // namespace

extern constinit const Check required_text{
    .id = "structure/required-text",
    .summary = "a passage that the venue asks authors to write",
    .params = kParams,
    .run = run,
};

}  // namespace checks::structure
