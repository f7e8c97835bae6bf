#include "cli/completions.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

// Within single quotes, and where a colon or bracket would end the text.
std::string quoted(std::string_view text) {
  std::string safe;
  for (char c : text) {
    if (c == '\'')
      safe += "'\\''";
    else if (c == '[' || c == ']' || c == ':')
      (safe += '\\') += c;
    else
      safe += c;
  }
  return safe;
}

std::string action(const Wish& wish) {
  switch (wish.wanted) {
    case Wanted::words:
      return fmt::format("({})", util::join(wish.words, " "));
    case Wanted::file:
      return "_files";
    case Wanted::folder:
      return "_files -/";
    case Wanted::pack:
      return "_deskcheck_packs";
    case Wanted::check:
      return "_deskcheck_checks";
    case Wanted::nothing:
    case Wanted::anything:
      break;
  }
  return " ";
}

void write_list(std::ostream& out, std::string_view name, std::string_view command,
                std::string_view rest) {
  out << fmt::format(
      "_deskcheck_{}() {{\n  local -a names\n  names=(${{(f)\"$({})\"}})\n  compadd -a "
      "names{}\n}}\n",
      name, command, rest);
}

std::string specification(const Option& option, const Command& command) {
  std::string text = fmt::format("'{}{}[{}]", option.is_repeatable ? "*" : "", option.name,
                                 quoted(brief(option.help)));
  if (!option.argument.empty())
    text += fmt::format(":{}:{}", quoted(option.argument), action(after(option, command)));
  return text + "'";
}

std::string function_of(const Command& command) {
  std::string name = "_deskcheck_of_" + std::string(command.name);
  for (char& c : name)
    if (c == ' ') c = '_';
  return name;
}

void write_command(std::ostream& out, const Command& command) {
  out << function_of(command) << "() {\n  _arguments -s \\\n";
  for (const Option* option : options_of(command))
    out << "    " << specification(*option, command) << " \\\n";
  out << fmt::format("    '*:{}:{}'\n}}\n", quoted(command.arguments),
                     action(argument_of(command)));
}

void write_menu(std::ostream& out, std::string_view family) {
  out << "  local -a commands=(\n";
  for (const Command* command : shown_commands()) {
    std::string_view name = command->name;
    bool is_in_family = name.starts_with("packs ");
    if (is_in_family != !family.empty()) continue;
    if (is_in_family) name.remove_prefix(6);
    out << fmt::format("    '{}:{}'\n", name, quoted(command->summary));
  }
  if (family.empty()) out << "    'packs:list, show and check rule packs'\n";
  out << "  )\n";
}

constexpr std::string_view kDispatch = R"(  if ((CURRENT == 2)) && [[ $PREFIX != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $words[2] in
)";

}  // namespace

void write_zsh_completions(std::ostream& out) {
  out << "#compdef deskcheck\n# Completions of deskcheck for zsh, as \"deskcheck completions zsh\" "
         "prints them.\n";
  write_list(out, "packs", kListPacks, "\n  _files");
  write_list(out, "checks", kListChecks, "");
  for (const Command* command : shown_commands()) write_command(out, *command);
  out << "_deskcheck_of_packs() {\n";
  write_menu(out, "packs");
  out << "  if ((CURRENT == 2)); then _describe command commands; return; fi\n"
         "  local called=_deskcheck_of_packs_$words[2]\n"
         "  shift words; ((CURRENT--)); (($+functions[$called])) && $called\n}\n";
  out << "_deskcheck() {\n";
  write_menu(out, "");
  out << kDispatch;
  out << "    packs) shift words; ((CURRENT--)); _deskcheck_of_packs ;;\n";
  for (const Command* command : shown_commands())
    if (command->name.find(' ') == std::string_view::npos)
      out << fmt::format("    {}) shift words; ((CURRENT--)); {} ;;\n", command->name,
                         function_of(*command));
  out << "    *) _deskcheck_of_check ;;\n  esac\n}\n_deskcheck \"$@\"\n";
}

}  // namespace cli
