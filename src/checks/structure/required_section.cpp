#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/headings.hpp"
#include "checks/passages.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::structure {
namespace {

using model::Confidence;

// With one heading alone it is likelier that the others were not seen than that there are none.
constexpr std::size_t kFewestHeadings = 2;

constexpr Param kParams[] = {
    {"class", ParamType::text, kOptional, "the kind of section; this or `title`", kSectionClasses},
    {"title", ParamType::texts, kOptional, "headings of which one must occur; this or `class`"},
    {"exact", ParamType::flag, "false", "whether a heading must be the title and nothing else"},
};

std::vector<std::string> titles_of(const model::Params& with) {
  if (with.has("title")) return with.texts("title");
  return {with.has("class") ? with.text("class") : std::string()};
}

// Why the mention that was found is not the section; how sure that is goes with it.
void explain(model::Finding& finding, const TitleMention& mention) {
  constexpr std::string_view kWhy[] = {"only mentions it", "has it as a run-in head, not a section",
                                       "has it among other words in a heading"};
  finding.message +=
      fmt::format(" Page {} {}.", mention.line->page, kWhy[static_cast<std::size_t>(mention.kind)]);
  bool is_heading = mention.kind == MentionKind::heading;
  finding.confidence = is_heading ? Confidence::possible : Confidence::likely;
  show_at(finding, *mention.line);
}

Findings run(const model::Paper& paper, const model::Params& with) {
  std::vector<std::string> titles = titles_of(with);
  bool exact = with.flag("exact");
  bool by_class = with.has("class") && !(exact && with.has("title"));
  if (has_section(paper, by_class ? with.text("class") : "", titles, exact)) return {};
  std::string wanted = fmt::format("a section \"{}\"", util::join(titles, "\" or \""));
  auto mention = find_mention(paper.measured, titles);
  if (mention && mention->kind == MentionKind::line) return {};
  if (paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", wanted)};
  if (paper.measured.sections.size() < kFewestHeadings)
    return {undecided("The paper's headings could not be found.", wanted)};
  std::string title = util::shortened(titles.front(), 60);
  auto finding =
      failed(fmt::format("The paper has no section \"{}\".", title), "no such heading", wanted,
             fmt::format("Write \\section*{{{}}} at the place the venue asks for.", title));
  if (mention) explain(finding, *mention);
  return {finding};
}

}  // namespace

extern constinit const Check required_section{
    .id = "structure/required-section",
    .summary = "a section that the venue asks for",
    .params = kParams,
    .run = run,
};

}  // namespace checks::structure
