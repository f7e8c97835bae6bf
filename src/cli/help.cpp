#include "cli/help.hpp"

#include <vector>

#include "report/layout.hpp"
#include "report/report.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

constexpr int kWidth = 80;
constexpr std::size_t kColumn = 25;

// "  name   text", the text wrapped in its own column.
void write_row(std::ostream& out, const std::string& name, std::string_view text) {
  std::string head = "  " + name;
  bool fits = head.size() + 1 < kColumn;
  if (!fits) out << head << '\n';
  bool is_first = fits;
  for (const std::string& line : report::wrap(text, kWidth - static_cast<int>(kColumn))) {
    out << fmt::format("{:<{}}{}\n", is_first ? head : "", kColumn, line);
    is_first = false;
  }
}

void write_paragraph(std::ostream& out, std::string_view text) {
  for (const std::string& line : report::wrap(text, kWidth)) out << line << '\n';
}

std::string with_choices(const Option& option) {
  std::string text(option.help);
  if (!option.choices.empty()) text += fmt::format(" One of: {}.", option.choices);
  if (!option.fallback.empty()) text += fmt::format(" Default: {}.", option.fallback);
  return text;
}

bool is_shown(const Option& option, const Command* command) {
  return command ? belongs_to(option, *command) : option.commands == "*";
}

void write_options(std::ostream& out, const Command* command) {
  std::string_view group;
  for (const Option& option : options()) {
    if (!is_shown(option, command)) continue;
    if (option.group != group) out << '\n' << option.group << ":\n";
    group = option.group;
    std::string name(option.name);
    if (!option.argument.empty()) name += fmt::format(" {}", option.argument);
    write_row(out, name, with_choices(option));
    if (option.name != "--format") continue;
    for (const report::Format& format : report::formats())
      if ((!command ||
           (writes(*command, format.name) && (!format.needs_verdict || has_verdicts(*command)))) &&
          (!format.needs_lines || (command && keeps_lines(*command))))
        write_row(out, "", fmt::format("{}: {}", format.name, format.summary));
  }
}

std::string usage(const Command& command) {
  std::string line = fmt::format("deskcheck {}", command.name);
  if (!command.arguments.empty()) line += fmt::format(" {}", command.arguments);
  return line;
}

void write_overview(std::ostream& out) {
  out << "Usage: deskcheck COMMAND [OPTION...] ...\n"
         "       deskcheck PATH... --pack ID\n\n";
  write_paragraph(out,
                  "Measures a submitted PDF, judges it by a venue's rules, and says what would get "
                  "it desk-rejected, where, by how much, on whose authority, and how to mend it.");
  out << "\nCommands:\n";
  for (const Command& command : commands())
    if (!command.is_hidden) write_row(out, usage(command).substr(10), command.summary);
  write_options(out, nullptr);
  out << '\n';
  write_paragraph(out, "deskcheck COMMAND --help lists the options of a command.");
}

}  // namespace

void write_help(std::ostream& out, const Command* command) {
  if (!command) {
    write_overview(out);
    return;
  }
  out << "Usage: " << usage(*command) << " [OPTION...]\n\n";
  write_paragraph(
      out, fmt::format("deskcheck {}: {}. {}", command->name, command->summary, command->details));
  write_options(out, command);
}

}  // namespace cli
