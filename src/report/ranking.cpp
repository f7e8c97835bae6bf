#include "report/ranking.hpp"

#include <vector>

#include "report/layout.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

// What the numbers of sites fit into.
constexpr std::size_t kMostDigits = 9;

}  // namespace

const model::Finding* worst(const model::Result& result) {
  const model::Finding* found = nullptr;
  for (const model::Finding& finding : result.findings)
    if (!found || group_of(finding) < group_of(*found)) found = &finding;
  return found;
}

std::string reason_unjudged(const model::Result& result) {
  if (result.pack && result.verdict != model::Verdict::unjudged) return "";
  std::string why = result.stopped;
  bool is_known = result.paper && result.paper->document.failure;
  if (why.empty() && is_known) why = result.paper->document.failure->message;
  if (why.empty() && !result.findings.empty()) why = result.findings.front().message;
  // Many begin with the path; the same reason of other papers is to read the same.
  if (why.starts_with(result.file.path + ": ")) why.erase(0, result.file.path.size() + 2);
  if (why.ends_with('.')) why.pop_back();
  if (why.empty()) why = result.pack ? "it could not be read" : "it was inspected, by no rules";
  return shown(why);
}

bool is_paper_number(const std::string& id) {
  return !id.empty() && id.size() <= kMostDigits && id.front() != '0' &&
         id.find_first_not_of("0123456789") == std::string::npos;
}

std::string placed_message(const model::Finding& finding) {
  std::string message = shown(finding.message, kMostOfASentence);
  if (std::string said = settled(finding); !said.empty()) message += fmt::format(" ({})", said);
  return finding.page ? fmt::format("p. {}: {}", *finding.page, message) : message;
}

std::vector<std::string> details(const model::Finding& finding) {
  std::vector<std::string> lines;
  auto add = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) lines.push_back(fmt::format("{}: {}", label, shown(text, kMostOfASentence)));
  };
  add("In the source", source_of(finding));
  add("Measured", finding.measured);
  add("Allowed", finding.allowed);
  add("Evidence", finding.evidence);
  if (finding.cite) {
    add("The rules say", finding.cite->text);
    add("Source", finding.cite->url);
  }
  add("Fix", finding.fix);
  return lines;
}

}  // namespace report
