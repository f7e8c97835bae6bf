#include "checks/addresses.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/patterns.hpp"
#include "checks/people.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;

constexpr Param kParams[] = {
    {"placeholders", ParamType::texts, "", "what a blind style prints instead of the authors"},
    {"allow", ParamType::texts, "", "patterns of e-mail addresses that name nobody", "", 0,
     unless_patterns},
    {"institutions", ParamType::texts,
     "Universi,Institut,Department,Dept,Faculty,College,Laborator,Labs,Academy,Hospital,"
     "Polytechnic,"
     "School of,Center,Centre,Research,Inc.,GmbH,Corporation",
     "beginnings of words that affiliations have"},
};

model::Finding about(const AuthorBlock& block, Confidence confidence, std::string message,
                     std::string measured, const std::string& evidence) {
  auto finding = failed(std::move(message), std::move(measured), "nothing that names an author",
                        "Compile with the style's anonymous option, or leave \\author empty.");
  finding.confidence = confidence;
  finding.page = 1;
  finding.box = block.box;
  finding.evidence = quoted_line(evidence);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  if (!has_text(paper, 1)) return {undecided("The first page has no text that can be read.")};
  AuthorBlock block = read_author_block(paper.measured);
  if (!block.has_title && block.left_over.empty())
    return {undecided("Neither a title nor authors were found on the first page.")};
  bool has_placeholder = blank_out(block.left_over, with.texts("placeholders"));
  Patterns allowed(with.texts("allow"));
  for (const Email& email : find_emails(block.left_over)) {
    if (!allowed.match_all(email.addresses))
      return {about(block, Confidence::certain, "The authors' e-mail addresses are on page 1.",
                    "an e-mail address below the title", email.text)};
    blank_out(block.left_over, email.span);
  }
  std::string rest = close_up(block.left_over);
  if (is_prose(rest))
    return {undecided("Where the authors end and the text begins could not be told.")};
  People people = find_people(block.left_over, with.texts("institutions"));
  if (people.authors || (people.names && people.institutions))
    return {about(block, Confidence::likely, "Names of authors are below the title.",
                  people.institutions ? "names and affiliations" : "names", rest)};
  if (people.names || people.institutions)
    return {about(block, Confidence::possible, "Names may be below the title.",
                  people.names ? "words in capitals, as names are" : "an affiliation", rest)};
  if (has_placeholder || !people.letters) return {};
  return {about(block, Confidence::possible,
                "What is below the title is not what an anonymous paper prints there.",
                "other text", rest)};
}

}  // namespace

extern constinit const Check author_block{
    .id = "anonymity/author-block",
    .summary = "names, affiliations and e-mail addresses below the title",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
