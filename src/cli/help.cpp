#include "cli/help.hpp"

#include <algorithm>
#include <string>

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
    if (option.name != "--format" || !command) continue;
    for (const report::Format* format : formats_of(*command))
      write_row(out, "", fmt::format("{}: {}", format->name, format->summary));
  }
}

void write_exit_codes(std::ostream& out) {
  out << "\nExit codes:\n";
  for (const ExitCode& each : exit_codes()) write_row(out, std::to_string(each.code), each.meaning);
}

// Whether it ends by what was found.
bool judges(const Command& command) {
  return std::any_of(options().begin(), options().end(), [&](const Option& option) {
    return option.name == "--fail-on" && belongs_to(option, command);
  });
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
  write_exit_codes(out);
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
  if (judges(*command)) write_exit_codes(out);
}

}  // namespace cli
