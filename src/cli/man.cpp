#include <vector>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/manuals.hpp"
#include "cli/outcome.hpp"
#include "cli/troff.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

void write_commands(std::ostream& out) {
  for (const Command& command : commands()) {
    if (command.is_hidden) continue;
    std::string text(command.summary);
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    text += '.';
    if (!command.details.empty()) text += fmt::format(" {}", command.details);
    write_entry(out, command.name, command.arguments, text);
  }
}

// "Of check and inspect."
std::string owners(const Option& option) {
  if (option.commands == "*") return "";
  return fmt::format(" Option of {}.", util::join(util::split(option.commands, ','), ", "));
}

void write_options(std::ostream& out) {
  std::string_view group;
  for (const Option& option : options()) {
    if (option.group != group) out << ".SS " << option.group << '\n';
    group = option.group;
    std::string text(option.help);
    if (!option.choices.empty())
      text += fmt::format(" One of {}.", util::join(util::split(option.choices, ' '), ", "));
    if (!option.fallback.empty()) text += fmt::format(" Default: {}.", option.fallback);
    write_entry(out, option.name, option.argument, text + owners(option));
  }
}

void write_formats(std::ostream& out) {
  for (const report::Format& format : report::formats())
    write_entry(out, format.name, "", format.summary);
}

constexpr std::string_view kName = "deskcheck \\- find what would get a paper desk\\-rejected\n";

constexpr std::string_view kSynopsis =
    ".nf\n"
    "\\fBdeskcheck\\fR [\\fBcheck\\fR] \\fIPATH\\fR... \\fB\\-\\-pack\\fR \\fIID\\fR "
    "[\\fIOPTION\\fR...]\n"
    "\\fBdeskcheck\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] ...\n"
    ".fi\n";

constexpr std::string_view kDescription =
    "Reads a submitted PDF, measures it, judges it by a rule pack, and says what would get it\n"
    "desk\\-rejected, where, by how much, on whose authority, and how to mend it in LaTeX.\n"
    "What cannot be told is said to be undecided, with the reason.\n";

constexpr std::string_view kEnvironment =
    ".TP\n\\fBNO_COLOR\\fR\nIf set and not empty, \\fB\\-\\-color auto\\fR uses no colour.\n"
    ".TP\n\\fBGITHUB_WORKSPACE\\fR, \\fBCI_PROJECT_DIR\\fR\nThe checkout that paths in reports for "
    "code\nhosts begin at, where the tool is run within it; else the folder it is run in.\n"
    ".TP\n\\fBGITHUB_STEP_SUMMARY\\fR\nThe file that \\fB\\-\\-format github\\fR adds its table "
    "to.\n"
    ".TP\n\\fBXDG_CONFIG_HOME\\fR\nWhere your own packs are looked for; ~/.config if unset.\n"
    ".TP\n\\fBSOURCE_DATE_EPOCH\\fR\nIf set, the seconds since 1970 by which it is told whether "
    "a decision of \\fB\\-\\-waivers\\fR\nstill holds.\n";

constexpr std::string_view kSettings =
    "The first `deskcheck.toml` from the folder of the PDF upward gives options of **check** that "
    "the command line does not give; **--settings** names another file, or none, and "
    "**--show-settings** prints what holds and why. Its keys are options without their hyphens in "
    "front; their values are texts, whole numbers or true, and lists where an option may be "
    "repeated. Paths in it are relative to the file, and a format has no file. The search ends "
    "where a file system does. A file in a folder that is judged, or below it, is never read, nor "
    "is one of another user. Reports name the file that held. Packs that lie beside it are found "
    "by their ids. The keys are ";

constexpr std::string_view kFiles =
    ".TP\n\\fI$XDG_CONFIG_HOME/deskcheck/packs\\fR\nYour own rule packs.\n"
    ".TP\n\\fIPREFIX/share/deskcheck/packs\\fR\nThe installed rule packs.\n"
    ".PP\n"
    "A pack is looked for by its id in \\fB\\-\\-packs\\fR, then beside the settings, then in "
    "these, and the first one "
    "found\n"
    "is taken. A path to a TOML file is taken as it is.\n";

constexpr std::string_view kExamples =
    ".nf\n"
    "deskcheck packs list\n"
    "deskcheck paper.pdf \\-\\-pack \\fIID\\fR\n"
    "deskcheck check submissions/ \\-\\-pack \\fIID\\fR \\-\\-format text \\-\\-format "
    "ndjson:results.ndjson\n"
    "deskcheck merge shard1.ndjson shard2.ndjson \\-\\-format ndjson:all.ndjson\n"
    "deskcheck report all.ndjson \\-\\-format json\n"
    "deskcheck explain length/main\\-pages\n"
    ".fi\n";

constexpr std::string_view kSeeAlso =
    "\\fBdeskcheck\\-packs\\fR(5), \\fBdeskcheck\\-checks\\fR(7)\n";

void write_settings(std::ostream& out) {
  std::vector<std::string> keys;
  for (const Option& option : options())
    if (option.in_file != InFile::no) keys.emplace_back(option.name.substr(2));
  write_paragraph(out, fmt::format("{}{}.", kSettings, util::join(keys, ", ")));
}

}  // namespace

void write_manual(std::ostream& out) {
  write_title(out, "DESKCHECK", 1, "User commands");
  write_section(out, "NAME", kName);
  write_section(out, "SYNOPSIS", kSynopsis);
  write_section(out, "DESCRIPTION", kDescription);
  write_section(out, "COMMANDS", "");
  write_commands(out);
  write_section(out, "OPTIONS", "");
  write_options(out);
  write_section(out, "FORMATS", "");
  write_formats(out);
  write_section(out, "SETTINGS", "");
  write_settings(out);
  write_section(out, "\"EXIT STATUS\"", "");
  for (const ExitCode& each : exit_codes())
    write_entry(out, std::to_string(each.code), "", each.meaning);
  write_section(out, "ENVIRONMENT", kEnvironment);
  write_section(out, "FILES", kFiles);
  write_section(out, "EXAMPLES", kExamples);
  write_section(out, "\"SEE ALSO\"", kSeeAlso);
}

int run_man(const Request& request, const Streams& streams) {
  std::string page = request.arguments.empty() ? "deskcheck" : request.arguments.front();
  if (page == "deskcheck")
    write_manual(streams.out);
  else if (page == "deskcheck-packs")
    write_manual_of_packs(streams.out);
  else if (page == "deskcheck-checks")
    write_manual_of_checks(streams.out);
  else
    return refuse(streams, fmt::format("no manual page is called {}; there are deskcheck, "
                                       "deskcheck-packs and deskcheck-checks",
                                       page));
  return kClean;
}

}  // namespace cli
