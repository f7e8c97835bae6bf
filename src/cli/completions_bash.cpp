#include <set>

#include "cli/completions.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

// "=" and ":" are words of their own to bash: "--format json:f" is four of them.
constexpr std::string_view kHead =
    R"(# Completions of deskcheck for bash, as "deskcheck completions bash" prints them.
_deskcheck_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_deskcheck_files() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$current"); }
_deskcheck_folders() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$current"); }
)";

constexpr std::string_view kFindCommand = R"(
_deskcheck() {
  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} command= options= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
)";

constexpr std::string_view kFindOption = R"(    esac
  done
  [[ $current == [=:] ]] && option=$current current=
  [[ $option == : ]] && { _deskcheck_files; return; }
  [[ $option == = ]] && option=${COMP_WORDS[COMP_CWORD-2]}
  [[ $option == = ]] && option=${COMP_WORDS[COMP_CWORD-3]}
  case $command in
)";

constexpr std::string_view kFoot = R"(  esac
  [[ $current == -* ]] && _deskcheck_words "$options"
}
complete -F _deskcheck deskcheck
)";

std::string action(const Wish& wish) {
  switch (wish.wanted) {
    case Wanted::words:
      return fmt::format("_deskcheck_words \"{}\"", util::join(wish.words, " "));
    case Wanted::file:
      return "_deskcheck_files";
    case Wanted::folder:
      return "_deskcheck_folders";
    case Wanted::pack:
      return "_deskcheck_files; _deskcheck_packs";
    case Wanted::check:
      return "_deskcheck_checks";
    case Wanted::nothing:
    case Wanted::anything:
      break;
  }
  return ":";
}

void write_lists(std::ostream& out) {
  out << "_deskcheck_packs() {\n"
         "  mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W \"$("
      << kListPacks
      << ")\" -- \"$current\")\n}\n"
         "_deskcheck_checks() { _deskcheck_words \"$("
      << kListChecks << ")\"; }\n";
}

// "packs" takes the word after it to its name.
void write_names(std::ostream& out) {
  std::vector<std::string> single;
  std::set<std::string> families;
  for (const Command* command : shown_commands()) {
    std::string name(command->name);
    if (auto space = name.find(' '); space != std::string::npos)
      families.insert(name.substr(0, space));
    else
      single.push_back(name);
  }
  out << fmt::format("      {}) command=${{COMP_WORDS[i]}}; break ;;\n", util::join(single, " | "));
  for (const std::string& family : families)
    out << fmt::format(
        "      {}) command=\"{} ${{COMP_WORDS[i+1]}}\"; ((i + 1 < COMP_CWORD)) || command={}; "
        "break ;;\n",
        family, family, family);
}

void write_command(std::ostream& out, const Command& command) {
  std::vector<std::string> names;
  for (const Option* option : options_of(command)) names.emplace_back(option->name);
  // The word "check" may be left out.
  out << fmt::format("    {}\"{}\")\n      options=\"{}\"\n      case $option in\n",
                     command.name == "check" ? "\"\" | " : "", command.name,
                     util::join(names, " "));
  for (const Option* option : options_of(command))
    if (!option->argument.empty())
      out << fmt::format("        {}) {}; return ;;\n", option->name,
                         action(after(*option, command)));
  out << fmt::format("      esac\n      [[ $current == -* ]] || {{ {}; }}\n",
                     action(argument_of(command)));
  if (command.name == "check") out << "      [[ -n $command ]] || _deskcheck_commands\n";
  out << "      ;;\n";
}

// First words, where no command stands yet; and second words of "packs".
void write_firsts(std::ostream& out) {
  std::set<std::string> firsts;
  std::vector<std::string> seconds;
  for (const Command* command : shown_commands()) {
    std::string name(command->name);
    auto space = name.find(' ');
    firsts.insert(name.substr(0, space));
    if (space != std::string::npos) seconds.push_back(name.substr(space + 1));
  }
  out << fmt::format(
      "_deskcheck_commands() {{\n  mapfile -t -O ${{#COMPREPLY[@]}} COMPREPLY < <(compgen -W "
      "\"{}\" "
      "-- \"$current\")\n}}\n",
      util::join(std::vector<std::string>(firsts.begin(), firsts.end()), " "));
  out << fmt::format("_deskcheck_packs_commands() {{ _deskcheck_words \"{}\"; }}\n",
                     util::join(seconds, " "));
}

}  // namespace

void write_bash_completions(std::ostream& out) {
  out << kHead;
  write_lists(out);
  write_firsts(out);
  out << kFindCommand;
  write_names(out);
  out << kFindOption << "    packs) _deskcheck_packs_commands; return ;;\n";
  for (const Command* command : shown_commands()) write_command(out, *command);
  out << kFoot;
}

}  // namespace cli
