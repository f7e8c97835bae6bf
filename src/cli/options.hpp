// The one table of commands and options: the parser, the help and the man page are made from it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/cli.hpp"

namespace report {
struct Format;
}

namespace cli {

class Request;

struct Command {
  std::string_view name;       // "check", "packs show"
  std::string_view arguments;  // "PATH...", "[CHECK]", or none
  std::string_view summary;
  std::string_view details;
  int (*run)(const Request&, const Streams&);
  bool is_hidden = false;
  // Takes its options with one dash too, leaves out those it does not know, and answers in any
  // case.
  bool is_lenient = false;
};

// How a file of settings may say what an option does.
enum class InFile {
  no,
  text,
  path,     // relative to the file
  pack,     // a path, or an id
  formats,  // without files: who leaves settings beside a paper must not choose what is overwritten
  number,
  flag,
};

struct Option {
  std::string_view name;
  std::string_view argument;  // what follows it; none for a flag
  std::string_view fallback;  // what holds where it is left out
  std::string_view choices;   // space-separated; none = anything
  std::string_view help;
  std::string_view group;
  std::string_view commands;  // their names, comma-separated; "*" = all
  bool is_repeatable = false;
  InFile in_file = InFile::no;
};

std::span<const Command> commands();
std::span<const Option> options();

bool belongs_to(const Option& option, const Command& command);

// Those that its --format knows.
std::vector<const report::Format*> formats_of(const Command& command);

struct ExitCode {
  int code;
  std::string_view meaning;
};

std::span<const ExitCode> exit_codes();

}  // namespace cli
