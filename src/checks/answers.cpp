#include "checks/answers.hpp"

#include <algorithm>
#include <cctype>

#include "checks/findings.hpp"
#include "checks/lines.hpp"
#include "checks/main_part.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

// "[TODO]" and "[Yes]" are told from words by their brackets, so all but blanks stays.
std::string without_blanks(std::string_view text) {
  std::string plain;
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain),
               [](char c) { return !std::isspace(static_cast<unsigned char>(c)); });
  return plain;
}

struct Occurrences {
  int number = 0;
  Lines lines;
};

Occurrences find(const Lines& lines, const std::vector<std::string>& texts) {
  Occurrences found;
  for (const model::Line* line : lines) {
    std::string plain = without_blanks(line->text);
    int before = found.number;
    for (const std::string& text : texts) {
      std::string wanted = without_blanks(text);
      if (wanted.empty()) continue;
      for (auto at = plain.find(wanted); at != std::string::npos;
           at = plain.find(wanted, at + wanted.size()))
        ++found.number;
    }
    if (found.number > before) found.lines.push_back(line);
  }
  return found;
}

Lines lines_of_class(const model::Measured& measured, const std::string& class_id) {
  Lines lines;
  for (const model::Line& line : measured.lines)
    if (is_content(line) && class_of(line, measured) == class_id) lines.push_back(&line);
  return lines;
}

model::Finding unfilled(const Occurrences& left) {
  auto finding = failed(
      fmt::format("The section is not filled in: \"{}\".", quoted_line(left.lines.front()->text)),
      fmt::format("{} open, on {}", left.number, page_list(pages_of(left.lines))),
      "every question answered",
      "Replace each placeholder by an answer in the form that the venue gives, and by its "
      "justification.");
  finding.confidence = model::Confidence::certain;
  show_at(finding, *left.lines.front());
  return finding;
}

model::Finding too_few(const Lines& lines, int number, int fewest) {
  auto finding = failed(fmt::format("The section has {} where it asks {} at least.",
                                    counted(number, "answer"), counted(fewest, "question")),
                        counted(number, "answer"), fmt::format("at least {}", fewest),
                        "Keep every question of the venue's checklist and answer each in the form "
                        "that it gives.");
  finding.confidence = model::Confidence::possible;
  show_at(finding, *lines.front());
  return finding;
}

}  // namespace

Findings judge_answers(const model::Paper& paper, const model::Params& with) {
  if (!with.has("class")) return {};
  Lines lines = lines_of_class(paper.measured, with.text("class"));
  if (lines.empty()) return {};
  if (with.has("unfilled"))
    if (auto left = find(lines, with.texts("unfilled")); left.number > 0) return {unfilled(left)};
  if (!with.has("answers")) return {};
  int number = find(lines, with.texts("answers")).number;
  int fewest = with.integer("fewest_answers");
  if (number >= fewest) return {};
  if (paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", counted(fewest, "answer"))};
  return {too_few(lines, number, fewest)};
}

}  // namespace checks
