#include "checks/check.hpp"
#include "checks/findings.hpp"

namespace checks::file {
namespace {

bool is_in_xml(const model::Trace& trace) {
  return trace.kind == model::TraceKind::form_field && trace.key == "XFA";
}

Findings run(const model::Paper& paper, const model::Params&) {
  int fields = 0;
  std::optional<int> page;
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i)
    for (const model::Annotation& each : paper.document.pages[i].annotations) {
      if (each.type != "Widget") continue;
      if (!page) page = static_cast<int>(i) + 1;
      ++fields;
    }
  bool has_xml = false;
  for (const model::Trace& trace : paper.document.traces) has_xml = has_xml || is_in_xml(trace);
  if (fields == 0 && !has_xml) return {};
  auto finding = failed(has_xml ? "The file is a form in XML, which few viewers show."
                                : "The file has fields of a form, which readers can fill in.",
                        has_xml ? "an XFA form" : counted(fields, "field"), "no form",
                        "Print the file to a new PDF, or draw the boxes: $\\square$ in place of "
                        "\\CheckBox.");
  finding.page = page;
  return {finding};
}

}  // namespace

extern constinit const Check form{
    .id = "file/form",
    .summary = "fields of a form",
    .params = {},
    .run = run,
};

}  // namespace checks::file
