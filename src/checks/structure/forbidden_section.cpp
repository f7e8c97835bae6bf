#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/headings.hpp"
#include "checks/squeezed.hpp"
#include "checks/thanks.hpp"
#include "util/format.hpp"

namespace checks::structure {
namespace {

constexpr Param kParams[] = {
    {"class", ParamType::text, kRequired, "the kind of section", kSectionClasses},
    {"omitted", ParamType::texts, kOptional,
     "phrases by which a section says that it was left out, which is allowed"},
};

// Such a section that only says that it will come later.
bool is_left_out(const model::Paper& paper, const model::Params& with) {
  if (!with.has("omitted")) return false;
  const auto& phrases = with.texts("omitted");
  auto texts = section_texts(paper, with.text("class"));
  return !texts.empty() && std::all_of(texts.begin(), texts.end(), [&](const Passage& passage) {
    Squeezed letters(passage.text);
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const std::string& phrase) { return letters.has(phrase); });
  });
}

// A guide to writing has chapters on such sections, and its main text goes on behind them.
bool has_body_behind(const model::Measured& measured, const model::Section& section) {
  auto at = static_cast<std::size_t>(&section - measured.sections.data());
  return std::any_of(
      measured.sections.begin() + static_cast<std::ptrdiff_t>(at), measured.sections.end(),
      [](const model::Section& later) { return later.class_id == "body" && later.level == 1; });
}

Findings run(const model::Paper& paper, const model::Params& with) {
  constexpr std::string_view kWanted = "no such section at this stage";
  auto heads = section_heads(paper.measured, with.text("class"));
  if (heads.empty() && paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", std::string(kWanted))};
  if (heads.empty() && paper.measured.sections.size() < kFewestHeadings)
    return {undecided("The paper's headings could not be found.", std::string(kWanted))};
  if (heads.empty() || is_left_out(paper, with)) return {};
  const model::Section& first = *heads.front();
  auto finding = failed(
      fmt::format("The paper has the section \"{}\", which may not be there at this stage.",
                  name_of(first)),
      fmt::format("a heading on page {}", first.page), std::string(kWanted),
      "Take the section out of this version; what reviewers need of it goes into the main text or "
      "the supplement.");
  bool is_chapter = has_body_behind(paper.measured, first);
  finding.confidence = is_chapter ? model::Confidence::possible : model::Confidence::likely;
  if (is_chapter) finding.message += " The main text goes on behind it.";
  show_heading(finding, paper.measured, first);
  return {finding};
}

}  // namespace

extern constinit const Check forbidden_section{
    .id = "structure/forbidden-section",
    .summary = "a section that may not be in this version",
    .params = kParams,
    .run = run,
};

}  // namespace checks::structure
