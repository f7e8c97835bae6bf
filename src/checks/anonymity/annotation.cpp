#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Annotation;
using model::Confidence;

constexpr Param kParams[] = {
    {"allow", ParamType::texts, "", "patterns of authors' names that name nobody", "", 0,
     unless_patterns},
    {"tools", ParamType::texts, "", "patterns of names under which styles and programs annotate",
     "", 0, unless_patterns},
};

// What people write into papers; links, fields and what programs add are others.
bool is_comment(const Annotation& annotation) {
  constexpr std::string_view kTypes =
      " Text FreeText Highlight Underline Squiggly StrikeOut Stamp Caret Ink Line Square Circle "
      "Polygon PolyLine Popup FileAttachment Sound Redact ";
  return kTypes.find(" " + annotation.type + " ") != std::string_view::npos;
}

// Rich text is XML.
std::string words_of(const Annotation& annotation) {
  if (!annotation.contents.empty()) return annotation.contents;
  std::string words;
  bool is_tag = false;
  for (const char c : annotation.rich_text) {
    is_tag = c == '<' || (is_tag && c != '>');
    if (!is_tag && c != '>') words += c;
  }
  return words;
}

model::Finding about(const Annotation& annotation, int page, std::string message) {
  auto finding =
      failed(std::move(message), "a " + annotation.type + " annotation", "no annotations by people",
             "Delete the comments in the viewer that made them, or compile again without the "
             "package that writes them (pdfcomment, pdfmarginpar), and upload that file.");
  finding.page = page;
  finding.box = annotation.box;
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  const Patterns allowed(with.texts("allow")), tools(with.texts("tools"));
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i) {
    for (const Annotation& annotation : paper.document.pages[i].annotations) {
      if (!is_comment(annotation) || tools.match(annotation.author)) continue;
      const std::string words = words_of(annotation);
      const auto confidence = naming(paper, annotation.author, allowed);
      if (!confidence && words.empty()) continue;
      auto finding = about(annotation, static_cast<int>(i) + 1,
                           confidence ? "An annotation carries the name of who made it."
                                      : "A comment was left in the file.");
      finding.confidence = confidence.value_or(Confidence::possible);
      finding.evidence =
          quoted_line(confidence ? annotation.author + (words.empty() ? "" : ": ") + words : words);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace

extern constinit const Check annotation{
    .id = "anonymity/annotation",
    .summary = "comments in the file, and who made them",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
