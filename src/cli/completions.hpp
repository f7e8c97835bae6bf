// Completions for shells, made from the table of commands and options.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"

namespace cli {

// What may stand after an option, or as an argument of a command.
enum class Wanted { nothing, anything, words, file, folder, pack, check };

struct Wish {
  Wanted wanted = Wanted::nothing;
  std::vector<std::string> words = {};  // of Wanted::words
};

Wish after(const Option& option, const Command& command);
Wish argument_of(const Command& command);

// The options of a command, those of every command among them.
std::vector<const Option*> options_of(const Command& command);
// The commands that are shown, in the order of the table.
std::vector<const Command*> shown_commands();

// The names of all packs, and of all checks: what a shell asks the program for.
inline constexpr std::string_view kListPacks =
    "deskcheck packs list 2>/dev/null | awk '/^[a-z0-9]/ {print $1}'";
inline constexpr std::string_view kListChecks =
    "deskcheck explain 2>/dev/null | awk '/^[a-z]+\\// {print $1}'";

// The first sentence alone: a menu has one line for each.
std::string_view brief(std::string_view help);

void write_bash_completions(std::ostream& out);
void write_zsh_completions(std::ostream& out);
void write_fish_completions(std::ostream& out);

}  // namespace cli
