#include "checks/traces.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "checks/addresses.hpp"
#include "checks/findings.hpp"
#include "checks/squeezed.hpp"
#include "util/format.hpp"
#include "util/text.hpp"
#include "util/xmp.hpp"

namespace checks {
namespace {

using model::Confidence;
using model::Trace;
using model::TraceKind;

struct Traces {
  std::vector<Trace> all;

  void add(TraceKind kind, int page, std::string key, const std::string& text) {
    if (!text.empty()) all.push_back({kind, "", page, std::move(key), text});
  }
  void add_page(const model::Page& page, int number) {
    for (const model::Annotation& each : page.annotations) {
      // The name of a form's field, not of a person.
      if (each.type != "Widget") add(TraceKind::annotation, number, "T", each.author);
      add(TraceKind::annotation, number, "Contents", each.contents);
      add(TraceKind::annotation, number, "RC", each.rich_text);
      add(TraceKind::annotation, number, "Subj", each.subject);
    }
    for (const model::Link& each : page.links) add(TraceKind::link, number, "URI", each.uri);
  }
};

Traces put_together(const model::Document& document) {
  Traces traces;
  for (const auto& [key, value] : document.info) traces.add(TraceKind::info, 0, key, value);
  for (const util::XmpProperty& each : util::read_xmp(document.xmp))
    traces.add(TraceKind::xmp, 0, each.name, each.text);
  for (const std::string& file : document.figure_files)
    traces.all.push_back({TraceKind::figure_file, file, 0, "PTEX.FileName", file});
  for (const model::OutlineEntry& each : document.outline)
    traces.add(TraceKind::outline, each.page, "Title", each.title);
  for (std::size_t i = 0; i < document.pages.size(); ++i)
    traces.add_page(document.pages[i], static_cast<int>(i) + 1);
  for (const model::Destination& each : document.destinations)
    traces.add(TraceKind::destination, each.page, "name", each.name);
  traces.all.insert(traces.all.end(), document.traces.begin(), document.traces.end());
  return traces;
}

bool is_title(const model::Paper& paper, const std::string& value) {
  const std::string letters = squeezed(value);
  std::string title;
  for (const model::Line& line : paper.measured.lines)
    if (line.role == model::Role::title) title += line.text + " ";
  if (letters == squeezed(title)) return true;
  const auto& info = paper.document.info;
  return std::any_of(info.begin(), info.end(), [&](const auto& entry) {
    return entry.first == "Title" && squeezed(entry.second) == letters;
  });
}

}  // namespace

const std::vector<Trace>& all_traces(const model::Paper& paper) {
  return paper.workings.get<Traces>([&] { return put_together(paper.document); }).all;
}

std::string holder_of(const Trace& trace) {
  const std::string figure = trace.place.empty() ? "a figure" : "the figure " + trace.place;
  switch (trace.kind) {
    case TraceKind::info:
      return "the metadata";
    case TraceKind::xmp:
      return "the XMP metadata";
    case TraceKind::figure_file:
    case TraceKind::figure_info:
      return figure;
    case TraceKind::figure_xmp:
      return "the XMP metadata of " + figure;
    case TraceKind::private_data:
      return "what a drawing program keeps for itself";
    case TraceKind::image:
      return "a JPEG image";
    case TraceKind::annotation:
      return "an annotation";
    case TraceKind::attachment:
      return "the attachment " + trace.place;
    case TraceKind::outline:
      return "the outline";
    case TraceKind::page_label:
      return "a page's label";
    case TraceKind::layer:
      return "a layer's name";
    case TraceKind::form_field:
      return "a form's field";
    case TraceKind::structure:
      return "the tree of tags";
    case TraceKind::link:
      return "a link";
    case TraceKind::destination:
      return "a destination's name";
    case TraceKind::revision:
      return "an older state of the file";
  }
  return "";
}

std::optional<Confidence> naming(const model::Paper& paper, const std::string& value,
                                 const Patterns& allowed) {
  if (squeezed(value).empty() || allowed.match(value) || is_title(paper, value))
    return std::nullopt;
  const bool is_one_word = util::trim(value).find_first_of(" @,;") == std::string_view::npos;
  return is_one_word ? Confidence::possible : Confidence::certain;
}

Findings group_traces(const model::Paper& paper,
                      const std::function<std::optional<Confidence>(const Trace&)>& judge,
                      const std::function<model::Finding(const Trace&, int)>& describe) {
  struct Group {
    const Trace* first = nullptr;
    Confidence confidence = Confidence::possible;
    int count = 0;
  };
  std::vector<Group> groups;
  std::map<std::string, std::size_t> known;
  for (const Trace& trace : all_traces(paper)) {
    const auto confidence = judge(trace);
    if (!confidence) continue;
    const auto [at, is_new] = known.emplace(trace.key + '\n' + squeezed(trace.text), groups.size());
    if (is_new) groups.push_back({&trace, *confidence, 0});
    ++groups[at->second].count;
  }
  Findings findings;
  for (const Group& group : groups) {
    model::Finding finding = describe(*group.first, group.count);
    finding.confidence = group.confidence;
    if (group.first->page > 0) finding.page = group.first->page;
    if (finding.evidence.empty()) finding.evidence = quoted_line(group.first->text);
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<std::string> addresses_in(const std::string& text, const Patterns& allowed) {
  std::vector<std::string> found;
  if (text.find('@') == std::string::npos) return found;
  for (const Email& email : find_emails(text))
    if (!allowed.match_all(email.addresses)) found.push_back(email.text);
  return found;
}

void add_unread_traces(const model::Paper& paper, Findings& findings) {
  if (paper.document.traces_truncated)
    findings.push_back(undecided("The file holds more beside its pages than is searched."));
}

bool is_among(const std::vector<std::string>& keys, std::string_view key) {
  const std::string folded = util::fold(key);
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& each) { return util::fold(each) == folded; });
}

}  // namespace checks
