#include "checks/font_faults.hpp"

#include "checks/findings.hpp"
#include "checks/font_use.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

// Why no use that was found does not mean that there is none; empty where it does.
std::string obstacle(const model::Paper& paper, const FontFault& fault, bool only_text) {
  if (paper.document.truncated)
    return "Parts of the file could not be read, and with them perhaps fonts.";
  if (only_text && is_wrapped_in_forms(paper) && !find_uses(paper, fault.has_fault, false).empty())
    return fmt::format(
        "A {} is {}, and whether in a figure or in the text cannot be told in this "
        "file.",
        fault.noun, fault.verdict);
  return "";
}

}  // namespace

Findings judge_fonts(const model::Paper& paper, const FontFault& fault, const std::string& where) {
  bool only_text = where == "body";
  auto uses = find_uses(paper, fault.has_fault, only_text);
  if (uses.empty()) {
    std::string why = obstacle(paper, fault, only_text);
    if (why.empty()) return {};
    return {undecided(why, fault.allowed)};
  }
  int number = static_cast<int>(uses.size());
  auto finding =
      failed(fmt::format("{} {}: {}.", are(number, fault.noun), fault.verdict, describe(uses)),
             fmt::format("{} {}", counted(number, fault.noun), fault.verdict), fault.allowed,
             uses.front().only_in_figures ? fault.fix_in_figure : fault.fix_in_text);
  show_at(finding, uses.front());
  return {finding};
}

}  // namespace checks
