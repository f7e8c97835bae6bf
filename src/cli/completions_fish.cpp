#include "cli/completions.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

std::string quoted(std::string_view text) {
  std::string safe = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + "'";
}

std::string values(const Wish& wish) {
  switch (wish.wanted) {
    case Wanted::words:
      return fmt::format(" -x -a {}", quoted(util::join(wish.words, " ")));
    case Wanted::file:
      return " -r -F";
    case Wanted::folder:
      return " -x -a '(__fish_complete_directories)'";
    case Wanted::pack:
      return " -r -F -a '(__deskcheck_packs)'";
    case Wanted::check:
      return " -x -a '(__deskcheck_checks)'";
    case Wanted::anything:
      return " -x";
    case Wanted::nothing:
      break;
  }
  return "";
}

// True of "packs list" where both words stand; the word "check" may be left out.
std::string condition(const Command& command) {
  std::string seen = "__fish_seen_subcommand_from";
  auto words = util::split(command.name, ' ');
  if (words.size() == 2) return fmt::format("{0} {1}; and {0} {2}", seen, words[0], words[1]);
  if (command.name != "check") return fmt::format("{} {}", seen, command.name);
  std::string others;
  for (const Command* other : shown_commands())
    if (other->name != "check") {
      std::string first = util::split(other->name, ' ')[0];
      if (others.find(' ' + first) == std::string::npos) others += ' ' + first;
    }
  return fmt::format("not {}{}", seen, others);
}

void write_option(std::ostream& out, const Option& option, const Command& command) {
  bool is_long = option.name.starts_with("--");
  out << fmt::format("complete -c deskcheck -n {} {} {}{} -d {}\n", quoted(condition(command)),
                     is_long ? "-l" : "-s", option.name.substr(is_long ? 2 : 1),
                     values(after(option, command)), quoted(brief(option.help)));
}

void write_arguments(std::ostream& out, const Command& command) {
  std::string more = values(argument_of(command));
  // Files are completed unless told otherwise.
  if (more.find("-a") == std::string::npos) more = more == " -r -F" ? "" : " -f";
  if (!more.empty())
    out << fmt::format("complete -c deskcheck -n {}{}\n", quoted(condition(command)), more);
}

// The second words of commands of two: "list" and others.
std::string second_words() {
  std::string words;
  for (const Command* command : shown_commands())
    if (auto parts = util::split(command->name, ' '); parts.size() == 2) words += ' ' + parts[1];
  return words;
}

void write_name(std::ostream& out, const Command& command) {
  auto words = util::split(command.name, ' ');
  std::string when = "__fish_use_subcommand";
  if (words.size() == 2)
    when = fmt::format("__fish_seen_subcommand_from {}; and not __fish_seen_subcommand_from{}",
                       words[0], second_words());
  out << fmt::format("complete -c deskcheck -n {} -a {} -d {}\n", quoted(when), words.back(),
                     quoted(command.summary));
}

}  // namespace

void write_fish_completions(std::ostream& out) {
  out << "# Completions of deskcheck for fish, as \"deskcheck completions fish\" prints them.\n"
      << "function __deskcheck_packs; " << kListPacks << "; end\n"
      << "function __deskcheck_checks; " << kListChecks << "; end\n"
      << "complete -c deskcheck -n __fish_use_subcommand -a packs -d 'list, show and check rule "
         "packs'\n";
  for (const Command* command : shown_commands()) {
    write_name(out, *command);
    for (const Option* option : options_of(*command)) write_option(out, *option, *command);
    write_arguments(out, *command);
  }
}

}  // namespace cli
