#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Attachment;
using model::Confidence;
using model::Trace;

constexpr Param kParams[] = {
    {"allow_addresses", ParamType::texts, "", "patterns of e-mail addresses that name nobody", "",
     0, unless_patterns},
    {"allow_names", ParamType::texts, "", "patterns of names of files that programs attach", "", 0,
     unless_patterns},
};

model::Finding about(const Attachment& attachment, std::string message) {
  auto finding = failed(std::move(message), "1 attached file", "nothing that names an author",
                        "Leave out \\attachfile, \\embedfile and \\includepdf of files with "
                        "attachments; put material into the supplement.");
  if (attachment.page > 0) finding.page = attachment.page;
  return finding;
}

std::vector<std::string> addresses_of(const model::Paper& paper, const Attachment& attachment,
                                      const Patterns& allowed) {
  std::vector<std::string> all;
  for (const Trace& trace : paper.document.traces)
    if (trace.kind == model::TraceKind::attachment && trace.place == attachment.name)
      for (std::string& each : addresses_in(trace.text, allowed)) all.push_back(std::move(each));
  return all;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  const Patterns addresses(with.texts("allow_addresses")), names(with.texts("allow_names"));
  for (const Attachment& attachment : paper.document.attachments) {
    if (names.match(attachment.name)) continue;
    const auto found = addresses_of(paper, attachment, addresses);
    if (!found.empty()) {
      findings.push_back(about(attachment, fmt::format("The attached file {} holds an e-mail "
                                                       "address.",
                                                       attachment.name)));
      findings.back().confidence = Confidence::likely;
      findings.back().evidence = name_list(found);
    } else if (!attachment.is_text) {
      findings.push_back(
          undecided(fmt::format("The attached file {} is no text: whom it names is "
                                "not looked for.",
                                attachment.name)));
    }
  }
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace

extern constinit const Check attachment{
    .id = "anonymity/attachment",
    .summary = "addresses in attached files",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
