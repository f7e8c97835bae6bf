#include "checks/answers.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/headings.hpp"
#include "checks/passages.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::structure {
namespace {

constexpr Param kParams[] = {
    {"class", ParamType::text, kOptional, "the kind of section; this or `title`", kSectionClasses},
    {"title", ParamType::texts, kOptional, "headings of which one must occur; this or `class`"},
    {"exact", ParamType::flag, "false", "whether a heading must be the title and nothing else"},
    {"if_present", ParamType::flag, "false",
     "whether it may be missing, and only what is in it counts"},
    {"unfilled", ParamType::texts, kOptional, "what stands in it where an answer is missing"},
    {"answers", ParamType::texts, kOptional, "the answers that may be given in it"},
    {"fewest_answers", ParamType::integer, "0", "how many it must have at least"},
};

std::vector<std::string> titles_of(const model::Params& with) {
  if (with.has("title")) return with.texts("title");
  return {with.has("class") ? with.text("class") : std::string()};
}

Findings missing(const model::Paper& paper, const std::vector<std::string>& titles) {
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

Findings run(const model::Paper& paper, const model::Params& with) {
  std::vector<std::string> titles = titles_of(with);
  bool exact = with.flag("exact");
  bool by_class = with.has("class") && !(exact && with.has("title"));
  std::string kind = by_class ? with.text("class") : "";
  if (has_section(paper, kind, titles, exact)) return judge_answers(paper, with);
  return with.flag("if_present") ? Findings() : missing(paper, titles);
}

}  // namespace

extern constinit const Check required_section{
    .id = "structure/required-section",
    .summary = "a section that the venue asks for, and whether its questions are answered",
    .params = kParams,
    .run = run,
    .one_of = "class title",
};

}  // namespace checks::structure
