#include "cli/completions.hpp"

#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/request.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

std::vector<std::string> format_names(const Command& command) {
  std::vector<std::string> names;
  for (const report::Format* format : formats_of(command)) names.emplace_back(format->name);
  return names;
}

bool names(std::string_view argument, std::string_view what) {
  return argument.find(what) != std::string_view::npos;
}

// By the words of the table: ID|FILE, FILE..., PATH..., DIR, [CHECK], CHECK-PREFIX.
Wish by_name(std::string_view argument) {
  if (argument.empty()) return {};
  if (names(argument, "CHECK")) return {Wanted::check};
  if (argument == "ID" || names(argument, "ID|")) return {Wanted::pack};
  if (argument == "DIR") return {Wanted::folder};
  for (std::string_view file : {"FILE", "PATH", "RESULTS"})
    if (names(argument, file)) return {Wanted::file};
  return {Wanted::anything};
}

}  // namespace

Wish after(const Option& option, const Command& command) {
  if (option.name == "--format") return {Wanted::words, format_names(command)};
  if (!option.choices.empty()) return {Wanted::words, util::split(option.choices, ' ')};
  return by_name(option.argument);
}

Wish argument_of(const Command& command) {
  if (command.name == "completions") return {Wanted::words, {"bash", "zsh", "fish"}};
  return by_name(command.arguments);
}

std::string_view brief(std::string_view help) {
  return help.substr(0, help.find(". "));
}

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> found;
  for (const Option& option : options())
    if (belongs_to(option, command)) found.push_back(&option);
  return found;
}

std::vector<const Command*> shown_commands() {
  std::vector<const Command*> found;
  for (const Command& command : commands())
    if (!command.is_hidden) found.push_back(&command);
  return found;
}

int run_completions(const Request& request, const Streams& streams) {
  std::string shell = request.arguments.empty() ? "" : request.arguments.front();
  if (shell == "bash")
    write_bash_completions(streams.out);
  else if (shell == "zsh")
    write_zsh_completions(streams.out);
  else if (shell == "fish")
    write_fish_completions(streams.out);
  else
    return refuse(streams, shell.empty()
                               ? "say for which shell: bash, zsh or fish"
                               : fmt::format("there are completions for bash, zsh and fish, none "
                                             "for {}",
                                             shell));
  return kClean;
}

}  // namespace cli
