#include <algorithm>
#include <array>

#include "model/words.hpp"
#include "report/layout.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;
using util::Json;

// A question of the form. Lists are separated by spaces.
struct Question {
  const char* name;
  std::string_view groups;  // of checks that answer it
  std::string_view least;   // of these checks one must have looked, else silence is no answer
  std::string_view whole;   // of these none may have been left out
  std::string_view quiet;   // where nothing was found
};

constexpr std::array<Question, 4> kQuestions = {
    {{"formatting", "layout font style figure file text",
      "layout/page-size layout/text-block font/body-size style/template",
      "layout/page-size layout/text-block font/body-size", "No fault of the format was found."},
     {"length", "length",
      "length/main-pages length/total-pages length/references-only length/words",
      "length/main-pages length/total-pages length/references-only length/words",
      "It keeps to the limits."},
     {"anonymity", "anonymity supplement", "anonymity/author-block anonymity/known-author",
      "anonymity/author-block", "Nothing that names an author was found."},
     {"limitations", "structure", "structure/required-section", "structure/required-section",
      "No section that the rules ask for is missing."}}};

bool is_listed(std::string_view list, std::string_view word) {
  auto words = util::split(list, ' ');
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool answers(const Question& question, std::string_view check) {
  return is_listed(question.groups, check.substr(0, check.find('/')));
}

// Of sections only the one that the form asks for, by the rule's name or the sentence.
bool is_about(const Question& question, const Finding& finding) {
  if (!answers(question, finding.check)) return false;
  if (question.name != std::string_view("limitations")) return true;
  return util::contains_folded(finding.rule + ' ' + finding.message, question.name);
}

struct Answer {
  Json word;  // "Yes", "No", or null where nobody can tell without looking
  std::string justification;
};

std::string sentences(const std::vector<const Finding*>& findings) {
  std::vector<std::string> all(findings.size());
  std::transform(findings.begin(), findings.end(), all.begin(),
                 [](const Finding* finding) { return placed_message(*finding); });
  return util::join(all, " ");
}

std::string not_checked(const Result& result, const Question& question) {
  std::vector<std::string> all;
  for (const model::Unchecked& it : result.unchecked)
    if (answers(question, it.check))
      all.push_back(fmt::format("{} ({})", shown(it.check), shown(it.why)));
  return all.empty() ? "" : fmt::format(" Not checked: {}.", util::join(all, ", "));
}

// What is not wrong by what was checked; null where some of what matters was not: a rule that found
// nothing says little beside one that could not look.
Answer in_order(const Result& result, const Question& question, const std::string& said) {
  bool is_whole =
      std::none_of(result.unchecked.begin(), result.unchecked.end(),
                   [&](const model::Unchecked& it) { return is_listed(question.whole, it.check); });
  return {is_whole ? Json("Yes") : Json(), said + not_checked(result, question)};
}

Answer quiet_answer(const Result& result, const Question& question) {
  auto looked = [&](const std::string& check) { return is_listed(question.least, check); };
  bool is_checked = std::any_of(result.checked.begin(), result.checked.end(), looked) ||
                    std::any_of(result.findings.begin(), result.findings.end(),
                                [&](const Finding& finding) { return looked(finding.check); });
  std::string rest = not_checked(result, question);
  if (result.paper && result.paper->document.truncated)
    return {Json(), "Only a part of the file was read." + rest};
  if (!is_checked) return {Json(), "No rule asks for it." + rest};
  return in_order(result, question, std::string(question.quiet));
}

Answer answer(const Result& result, const Question& question) {
  if (std::string why = reason_unjudged(result); !why.empty())
    return {Json(), fmt::format("Not judged: {}.", why)};
  std::array<std::vector<const Finding*>, 6> found;
  for (const Finding& finding : result.findings)
    if (is_about(question, finding))
      found[static_cast<std::size_t>(group_of(finding))].push_back(&finding);
  auto& [problems, looks, warnings, notes, settled, known] = found;
  settled.insert(settled.end(), known.begin(), known.end());
  if (!problems.empty()) return {"No", sentences(problems)};
  if (!looks.empty()) return {Json(), "To be looked at: " + sentences(looks)};
  if (!warnings.empty()) return in_order(result, question, "No error, but: " + sentences(warnings));
  if (!notes.empty()) return in_order(result, question, sentences(notes));
  if (!settled.empty()) return in_order(result, question, sentences(settled));
  return quiet_answer(result, question);
}

Json number(const std::string& id) {
  return is_paper_number(id) ? Json(std::stoul(id)) : Json();
}

}  // namespace

// The names are those of the form that chairs of a rolling review fill in.
void openreview(std::ostream& out, Results& results, const Style&) {
  while (const Result* result = results.next()) {
    Json line = util::object({{"number", number(result->file.id)},
                              {"id", util::printable(result->file.id)},
                              {"path", util::printable(result->file.path)},
                              {"verdict", word(result->verdict)}});
    for (const Question& question : kQuestions) {
      Answer said = answer(*result, question);
      line[question.name] = said.word;
      line[std::string(question.name) + "_justification"] = said.justification;
    }
    out << util::dump(line) << '\n';
  }
}

}  // namespace report
