#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/patterns.hpp"
#include "util/format.hpp"

namespace checks::file {
namespace {

constexpr Param kParams[] = {
    {"allow_names", ParamType::texts, "", "patterns of names of files that programs attach", "", 0,
     unless_patterns},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  const Patterns allowed(with.texts("allow_names"));
  std::vector<std::string> names;
  int page = 0;
  for (const model::Attachment& each : paper.document.attachments) {
    if (allowed.match(each.name)) continue;
    if (names.empty()) page = each.page;
    names.push_back(each.name.empty() ? "without a name" : each.name);
  }
  if (!names.empty()) {
    const int count = static_cast<int>(names.size());
    findings.push_back(
        failed(count == 1 ? "A file is attached to the paper." : "Files are attached to the paper.",
               counted(count, "attached file"), "none",
               "Leave out \\attachfile and \\embedfile, and upload the files as "
               "supplementary material."));
    if (page > 0) findings.back().page = page;
    findings.back().evidence = quoted_line(name_list(names));
  }
  if (paper.document.traces_truncated)
    findings.push_back(undecided("The file holds more beside its pages than is searched."));
  return findings;
}

}  // namespace

extern constinit const Check embedded_file{
    .id = "file/embedded-file",
    .summary = "files attached to the paper",
    .params = kParams,
    .run = run,
};

}  // namespace checks::file
