#include <string>
#include <vector>

#include "checks/registry.hpp"
#include "cli/manuals.hpp"
#include "cli/troff.hpp"
#include "packs/values.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

constexpr std::string_view kIntroduction =
    "A check looks at one property of a paper. What a venue asks of it stands in a rule of a pack, "
    "which names the check and gives its limits by the names below; see deskcheck-packs(5). "
    "deskcheck explain prints one of these pages.";

// Lists of values without blanks have no place where a line could end.
std::string spaced(std::string_view list) {
  std::vector<std::string> values;
  for (const std::string& value : util::split(list, ',')) values.emplace_back(util::trim(value));
  return util::join(values, ", ");
}

std::string describe(const checks::Param& param) {
  std::string text = fmt::format("{}: {}", packs::name_of(param.type), param.meaning);
  if (param.fallback == checks::kRequired)
    text += "; required";
  else if (param.fallback != checks::kOptional && !param.fallback.empty())
    text += fmt::format("; default: {}", spaced(param.fallback));
  if (param.choices == checks::kSectionClasses)
    text += "; one of the pack's kinds of section";
  else if (!param.choices.empty())
    text += fmt::format("; one of: {}", util::join(util::split(param.choices, ' '), ", "));
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text + '.';
}

void write_check(std::ostream& out, const checks::Entry& entry) {
  out << ".SH \"" << troff(entry.check->id) << "\"\n";
  write_markdown(out, entry.page);
  if (entry.check->params.empty()) return;
  write_paragraph(out, "What a pack can set:");
  for (const checks::Param& param : entry.check->params)
    write_entry(out, param.name, "", describe(param));
}

}  // namespace

void write_manual_of_checks(std::ostream& out) {
  write_title(out, "DESKCHECK\\-CHECKS", 7, "What deskcheck looks at");
  write_section(out, "NAME",
                "deskcheck\\-checks \\- what each check measures and how to mend it\n");
  write_section(out, "DESCRIPTION", troff(kIntroduction) + "\n");
  for (const checks::Entry& entry : checks::all())
    write_entry(out, entry.check->id, "", entry.check->summary);
  for (const checks::Entry& entry : checks::all()) write_check(out, entry);
  write_section(out, "\"SEE ALSO\"", "\\fBdeskcheck\\fR(1), \\fBdeskcheck\\-packs\\fR(5)\n");
}

}  // namespace cli
