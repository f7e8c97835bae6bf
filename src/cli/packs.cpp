#include "packs/packs.hpp"

#include "checks/registry.hpp"
#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/surroundings.hpp"
#include "model/words.hpp"
#include "report/layout.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

using report::Layout;
using report::shown;
using report::Tone;

constexpr std::size_t kMostOfASentence = 1000;

std::string list_of(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  for (const std::string& word : words) quoted.push_back('"' + word + '"');
  return util::join(quoted, ", ");
}

std::string list_of(const std::vector<double>& lengths) {
  std::vector<std::string> texts;
  for (double length : lengths) texts.push_back(report::points(length) + " pt");
  return util::join(texts, ", ");
}

struct ValueText {
  bool is_length = false;

  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(long long value) const { return fmt::format("{}", value); }
  std::string operator()(double value) const {
    return is_length ? report::points(value) + " pt" : fmt::format("{}", value);
  }
  std::string operator()(const std::string& value) const { return '"' + value + '"'; }
  template <class T>
  std::string operator()(const std::vector<T>& values) const {
    return list_of(values);
  }
};

bool is_length(const std::string& check, const std::string& param) {
  const checks::Entry* entry = checks::find(check);
  if (!entry) return false;
  for (const checks::Param& it : entry->check->params)
    if (it.name == param) return it.type == checks::ParamType::length;
  return false;
}

void write_rule(Layout& layout, const model::Rule& rule) {
  layout.blank();
  layout.lead(shown(rule.id), Tone::strong,
              fmt::format("{}, {}{}", shown(rule.check), model::word(rule.severity),
                          rule.for_person ? ", for a person to judge" : ""));
  for (const auto& [name, value] : rule.with.values())
    layout.field(
        name, shown(std::visit(ValueText{is_length(rule.check, name)}, value), kMostOfASentence));
  if (rule.cite) {
    layout.field("Venue", shown(rule.cite->text, kMostOfASentence));
    layout.field("Source", shown(rule.cite->url, kMostOfASentence));
    layout.field("Read on", shown(rule.cite->read_on));
  }
  layout.field("Fix", shown(rule.fix, kMostOfASentence));
  layout.field("Stands in", shown(rule.origin, kMostOfASentence));
}

void write_vocabulary(Layout& layout, const model::Vocabulary& vocabulary) {
  layout.blank();
  layout.paragraph("Sections", Tone::strong);
  for (const model::SectionClass& section : vocabulary.sections)
    layout.row(shown(section.id),
               fmt::format("{}{}", section.counted ? "" : "(not counted) ",
                           shown(util::join(section.words, ", "), kMostOfASentence)),
               20);
  if (vocabulary.stages.empty()) return;
  layout.blank();
  layout.paragraph("Text that shows a stage", Tone::strong);
  for (const model::StageMarks& marks : vocabulary.stages)
    layout.row(shown(marks.stage), shown(util::join(marks.words, ", "), kMostOfASentence), 20);
}

// "submission (of: submission, camera-ready)"
std::string chosen(const std::string& one, const std::vector<std::string>& all) {
  return all.size() < 2 ? shown(one)
                        : fmt::format("{} (of: {})", shown(one), shown(util::join(all, ", ")));
}

void write_pack(Layout& layout, const model::Pack& pack) {
  layout.paragraph(fmt::format("{}: {}", shown(pack.id), shown(pack.title)), Tone::strong);
  layout.field("Version", shown(pack.version));
  layout.field("Guideline", shown(pack.url, kMostOfASentence));
  layout.field("Read on", shown(pack.read_on));
  layout.field("SHA-256", shown(pack.sha256));
  layout.field("Stage", chosen(pack.stage, pack.stages));
  if (pack.track) layout.field("Track", chosen(*pack.track, pack.tracks));
  for (const model::Rule& rule : pack.rules) write_rule(layout, rule);
  if (!pack.gaps.empty()) {
    layout.blank();
    layout.paragraph("Cannot be judged", Tone::strong);
  }
  for (const model::Gap& gap : pack.gaps)
    layout.row(shown(gap.check), shown(gap.why, kMostOfASentence), 24);
  write_vocabulary(layout, pack.vocabulary);
}

}  // namespace

int run_packs_list(const Request& request, const Streams& streams) {
  auto style = style_of(request, streams);
  Layout layout(streams.out, style);
  auto folders = pack_folders(request);
  auto listings = packs::list(folders);
  for (const packs::Listing& listing : listings)
    layout.row(shown(listing.id), shown(listing.title), 24);
  if (!listings.empty()) return kClean;
  std::vector<std::string> names;
  for (const auto& folder : folders) names.push_back(folder.string());
  return refuse(streams, fmt::format("no packs in {}", util::join(names, ", ")));
}

int run_packs_show(const Request& request, const Streams& streams) {
  auto pack =
      packs::load(request.arguments.front(), {request.value("--stage"), request.value("--track")},
                  pack_folders(request));
  if (!pack) return refuse(streams, pack.error().message);
  auto style = style_of(request, streams);
  Layout layout(streams.out, style);
  write_pack(layout, *pack);
  return kClean;
}

int run_packs_check(const Request& request, const Streams& streams) {
  int code = kClean;
  auto folders = pack_folders(request);
  for (const std::string& file : request.arguments) {
    auto mistakes = packs::validate(file, folders);
    for (const util::Error& mistake : mistakes) complain(streams, mistake.message);
    if (!mistakes.empty())
      code = kUsage;
    else
      streams.out << shown(file, kMostOfASentence) << ": no mistakes\n";
  }
  return code;
}

}  // namespace cli
