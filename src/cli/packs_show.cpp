#include "checks/registry.hpp"
#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/surroundings.hpp"
#include "model/words.hpp"
#include "packs/packs.hpp"
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

// "https://example.org/call, read on 2026-11-21", or the one that is known.
std::string where_read(const std::string& url, const std::string& read_on) {
  if (read_on.empty()) return shown(url, kMostOfASentence);
  std::string_view comma = url.empty() ? "" : ", ";
  return fmt::format("{}{}read on {}", shown(url, kMostOfASentence), comma, shown(read_on));
}

// A pack as a manual: each value is followed by the file and line that set it.
class PackWriter {
 public:
  PackWriter(Layout& layout, const model::Pack& pack) : layout_(layout), pack_(pack) {}

  void write() const {
    layout_.paragraph(fmt::format("{}: {}", shown(pack_.id), shown(pack_.title)), Tone::strong);
    write_header();
    write_sources();
    for (const model::Rule& rule : pack_.rules) write_rule(rule);
    write_gaps();
    write_vocabulary();
  }

 private:
  // " [base:12]"; nothing for what no file says.
  std::string mark(const model::Origin& origin) const {
    if (origin.source < 0) return "";
    const model::Source& source = pack_.sources[static_cast<std::size_t>(origin.source)];
    return fmt::format(" [{}:{}]", shown(source.id), origin.line);
  }
  template <class Origins>
  std::string mark(const Origins& origins, std::string_view key) const {
    auto found = origins.find(key);
    return found == origins.end() ? "" : mark(found->second);
  }

  // "submission (of: submission, camera-ready) [base:6]"
  std::string chosen(const std::string& one, const std::vector<std::string>& all,
                     std::string_view key) const {
    std::string text = shown(one);
    if (all.size() > 1) text += fmt::format(" (of: {})", shown(util::join(all, ", ")));
    return text + mark(pack_.origins, key);
  }

  void write_field(std::string_view label, const std::string& text, const std::string& mark) const {
    if (!text.empty()) layout_.field(label, shown(text, kMostOfASentence) + mark);
  }

  void write_header() const {
    layout_.field("Version", shown(pack_.version));
    write_field("Guideline", pack_.url, mark(pack_.origins, "url"));
    write_field("Read on", pack_.read_on, mark(pack_.origins, "read_on"));
    layout_.field("Stage", chosen(pack_.stage, pack_.stages, "stages"));
    if (pack_.track) layout_.field("Track", chosen(*pack_.track, pack_.tracks, "tracks"));
    layout_.field("SHA-256", shown(pack_.sha256));
    layout_.field("", "of all files below; each result carries it");
  }

  void write_sources() const {
    layout_.blank();
    layout_.paragraph("Files", Tone::strong);
    layout_.paragraph(
        "Each stands over those above it. Behind a value, [ID:LINE] is where it was "
        "set; a value without is the check's own.");
    for (const model::Source& source : pack_.sources) write_source(source);
  }

  void write_source(const model::Source& source) const {
    std::string file = shown(source.file, kMostOfASentence);
    if (!source.title.empty()) file += fmt::format(": {}", shown(source.title));
    layout_.item(shown(source.id), file, kSourceColumn);
    std::string read = where_read(source.url, source.read_on);
    if (!read.empty()) layout_.item("", read, kSourceColumn);
  }

  void write_rule(const model::Rule& rule) const {
    layout_.blank();
    layout_.lead(shown(rule.id), Tone::strong, shown(rule.check) + mark(rule.origins, "check"));
    std::string severity(model::word(rule.severity));
    severity += mark(rule.origins, "severity");
    if (rule.for_person) severity += ", for a person to judge" + mark(rule.origins, "person");
    layout_.field("Severity", severity);
    for (const auto& [name, value] : rule.with.values())
      write_field(name, std::visit(ValueText{is_length(rule.check, name)}, value),
                  mark(rule.origins, "with." + name));
    if (rule.cite) {
      write_field("Venue says", rule.cite->text, mark(rule.origins, "cite"));
      layout_.field("Source", where_read(rule.cite->url, rule.cite->read_on));
    }
    write_field("Fix", rule.fix, mark(rule.origins, "fix"));
  }

  void write_gaps() const {
    if (pack_.gaps.empty()) return;
    layout_.blank();
    layout_.paragraph("Not judged, or not wholly", Tone::strong);
    for (const model::Gap& gap : pack_.gaps)
      layout_.item(shown(gap.check), shown(gap.why, kMostOfASentence) + mark(gap.origin), 26);
  }

  void write_words(const std::string& name, std::string_view before,
                   const std::vector<std::string>& words, const std::string& key) const {
    layout_.item(shown(name),
                 fmt::format("{}{}{}", before, shown(list_of(words), kMostOfASentence),
                             mark(pack_.origins, key)),
                 18);
  }

  void write_vocabulary() const {
    if (pack_.vocabulary.sections.empty() && pack_.vocabulary.stages.empty()) return;
    layout_.blank();
    layout_.paragraph("Headings that begin a kind of section", Tone::strong);
    for (const model::SectionClass& section : pack_.vocabulary.sections)
      write_words(section.id, section.counted ? "" : "(not counted as main pages) ", section.words,
                  "sections." + section.id);
    if (pack_.vocabulary.stages.empty()) return;
    layout_.blank();
    layout_.paragraph("Text that shows a stage", Tone::strong);
    for (const model::StageMarks& marks : pack_.vocabulary.stages)
      write_words(marks.stage, "", marks.words, "marks." + marks.stage);
  }

  static constexpr int kSourceColumn = 18;

  Layout& layout_;
  const model::Pack& pack_;
};

}  // namespace

int run_packs_show(const Request& request, const Streams& streams) {
  auto pack =
      packs::load(request.arguments.front(), {request.value("--stage"), request.value("--track")},
                  pack_folders(request));
  if (!pack) return refuse(streams, pack.error().message);
  auto style = style_of(request, streams);
  Layout layout(streams.out, style);
  PackWriter(layout, *pack).write();
  return kClean;
}

}  // namespace cli
