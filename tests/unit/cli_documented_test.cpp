// The tables of commands, options, formats and exit codes, found again in every text that tells of
// them: help, manual page, completions and README, no more and no less.
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "cli/completions.hpp"
#include "desk.hpp"
#include "report/report.hpp"
#include "util/text.hpp"

namespace {

using Names = std::set<std::string>;

std::string readme() {
  std::ifstream file(DESKCHECK_SOURCE "/README.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string said(std::vector<std::string> words) {
  auto answer = Desk().run(std::move(words));
  CHECK(answer.code == 0);
  return answer.out;
}

// What the first group of an expression finds, each once.
Names found(const std::string& text, const std::string& expression) {
  Names names;
  std::regex regex(expression);
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it)
    names.insert((*it)[1]);
  return names;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  auto from = text.find(begin);
  if (from == text.npos) return "";
  from += begin.size();
  return text.substr(from, text.find(end, from) - from);
}

// With lines as long as they are.
std::string unwrapped(const std::string& text) {
  return std::regex_replace(text, std::regex("\\s+"), " ");
}

Names known_options(const cli::Command& command) {
  Names names;
  for (const cli::Option* option : cli::options_of(command)) names.emplace(option->name);
  return names;
}

Names known_formats(const cli::Command& command) {
  Names names;
  for (const report::Format* format : cli::formats_of(command)) names.emplace(format->name);
  return names;
}

Names all_formats() {
  Names names;
  for (const report::Format& format : report::formats()) names.emplace(format.name);
  return names;
}

Names of(const std::vector<std::string>& words) {
  return {words.begin(), words.end()};
}

Names words_of(std::string_view text) {
  return of(util::split(text, ' '));
}

// As troff has it.
std::string escaped(std::string_view text) {
  return std::regex_replace(std::string(text), std::regex("-"), "\\-");
}

// The words that each shell offers behind an option are those of the table.
void check_words(const cli::Option& option, const cli::Command& command, const Names& offered) {
  INFO(command.name << ' ' << option.name);
  if (option.name == "--format") CHECK(offered == known_formats(command));
  if (!option.choices.empty()) CHECK(offered == words_of(option.choices));
}

}  // namespace

TEST_CASE("the table of options is sound", "[cli]") {
  Names commands, groups;
  for (const cli::Command& command : cli::commands()) commands.emplace(command.name);
  std::string_view group;
  for (const cli::Option& option : cli::options()) {
    INFO(option.name);
    if (option.commands != "*")
      for (const std::string& name : util::split(option.commands, ','))
        CHECK(commands.contains(name));
    if (!option.choices.empty() && !option.fallback.empty())
      CHECK(words_of(option.choices).contains(std::string(option.fallback)));
    if (option.group != group) CHECK(groups.emplace(option.group).second);
    group = option.group;
  }
}

TEST_CASE("the help of a command has its options, choices, defaults and formats alone", "[cli]") {
  for (const cli::Command* command : cli::shown_commands()) {
    INFO(command->name);
    auto words = util::split(command->name, ' ');
    words.emplace_back("--help");
    std::string help = said(words), line = unwrapped(help);
    CHECK(has(help, "Usage: deskcheck " + std::string(command->name)));
    CHECK(found(help, "(?:^|\n)  (--?[a-z-]+)(?= |\n)") == known_options(*command));
    for (const cli::Option* option : cli::options_of(*command)) {
      INFO(option->name);
      if (!option->argument.empty())
        CHECK(has(help, "  " + std::string(option->name) + " " + std::string(option->argument)));
      if (!option->choices.empty())
        CHECK(has(line, "One of: " + std::string(option->choices) + "."));
      if (!option->fallback.empty())
        CHECK(has(line, "Default: " + std::string(option->fallback) + "."));
    }
    Names told;
    for (const std::string& name : found(help, "\n {25}([a-z-]+): "))
      if (all_formats().contains(name)) told.insert(name);
    CHECK(told ==
          (known_options(*command).contains("--format") ? known_formats(*command) : Names()));
    bool judges = known_options(*command).contains("--fail-on");
    CHECK(found(help, "\n  ([0-9]) ") == (judges ? Names{"0", "1", "2", "3"} : Names()));
  }
}

TEST_CASE("help lists every command and exit code", "[cli]") {
  std::string help = said({"--help"}), line = unwrapped(help);
  for (const cli::Command* command : cli::shown_commands())
    CHECK(has(line, " " + std::string(command->name) + " "));
  CHECK(found(help, "\n  ([0-9]) ") == Names{"0", "1", "2", "3"});
  for (const cli::ExitCode& each : cli::exit_codes())
    CHECK(has(line, std::to_string(each.code) + " " + std::string(each.meaning)));
}

TEST_CASE("the manual page has every command, option, choice, format and exit code", "[cli]") {
  std::string page = said({"man"});
  auto entry = [&](std::string_view name) {
    INFO(name);
    std::string text = between(page, "\n.TP\n\\fB" + escaped(name) + "\\fR", "\n.");
    CHECK(!text.empty());
    return text;
  };
  for (const cli::Command* command : cli::shown_commands()) entry(command->name);
  for (const cli::Option& option : cli::options()) {
    std::string text = entry(option.name);
    if (!option.choices.empty())
      CHECK(has(text, "One of " + util::join(util::split(option.choices, ' '), ", ") + "."));
    if (!option.fallback.empty()) CHECK(has(text, "Default: " + std::string(option.fallback)));
    if (option.in_file != cli::InFile::no)
      CHECK(has(between(page, "The keys are ", "\n"), escaped(option.name.substr(2))));
  }
  for (const std::string& format : all_formats()) entry(format);
  CHECK(found(between(page, ".SH \"EXIT STATUS\"", ".SH"), "fB([0-9])") ==
        Names{"0", "1", "2", "3"});
}

TEST_CASE("bash completes the options of each command, and their choices", "[cli]") {
  std::string bash = said({"completions", "bash"});
  for (const cli::Command* command : cli::shown_commands()) {
    INFO(command->name);
    std::string part = between(bash, "\"" + std::string(command->name) + "\")\n", "\n      ;;\n");
    CHECK(words_of(between(part, "options=\"", "\"")) == known_options(*command));
    for (const cli::Option* option : cli::options_of(*command))
      check_words(
          *option, *command,
          words_of(between(part, "\n        " + std::string(option->name) + ") _deskcheck_words \"",
                           "\"")));
  }
}

TEST_CASE("zsh completes the options of each command, and their choices", "[cli]") {
  std::string zsh = said({"completions", "zsh"});
  for (const cli::Command* command : cli::shown_commands()) {
    INFO(command->name);
    std::string name = std::regex_replace(std::string(command->name), std::regex(" "), "_");
    std::string part = between(zsh, "\n_deskcheck_of_" + name + "() {\n", "\n}\n");
    CHECK(found(part, "'\\*?(--?[a-z-]+)\\[") == known_options(*command));
    for (const cli::Option* option : cli::options_of(*command)) {
      std::string line = between(part, std::string(option->name) + "[", "\n");
      check_words(*option, *command, words_of(between(line, ":(", ")'")));
    }
  }
}

TEST_CASE("fish completes the options of each command, and their choices", "[cli]") {
  std::string fish = said({"completions", "fish"});
  for (const cli::Command* command : cli::shown_commands()) {
    INFO(command->name);
    auto words = util::split(command->name, ' ');
    std::string when = "complete -c deskcheck -n '";
    when += command->name == "check" ? "not " : "";
    when += "__fish_seen_subcommand_from " + (command->name == "check" ? "" : words[0]);
    if (words.size() == 2) when += "; and __fish_seen_subcommand_from " + words[1];
    Names names;
    for (const std::string& line : util::split(fish, '\n')) {
      if (!line.starts_with(when)) continue;
      std::string shorter = line.substr(line.find("' -") + 1);
      Names one = found(shorter, "^ -[ls] ([a-z-]+)");
      if (one.empty()) continue;
      std::string name = (shorter.starts_with(" -l") ? "--" : "-") + *one.begin();
      names.insert(name);
      for (const cli::Option* option : cli::options_of(*command))
        if (option->name == name)
          check_words(*option, *command, words_of(between(shorter, " -a '", "'")));
    }
    CHECK(names == known_options(*command));
  }
}

TEST_CASE("the README has every command, format and exit code, and no option that is none",
          "[cli]") {
  std::string text = readme();
  for (const cli::Command* command : cli::shown_commands()) {
    INFO(command->name);
    CHECK(has(text, "deskcheck " + std::string(command->name)));
  }
  std::string table = between(text, "| format | for |", "\n\n"), first;
  for (const std::string& row : util::split(table, '\n'))
    if (row.starts_with("| `")) first += row.substr(0, row.find(" | "));
  CHECK(found(first, "`([a-z-]+)`") == all_formats());
  std::string codes = between(text, "\nExit code 0:", "\n\n");
  for (const char* code : {" 1: ", " 2: ", " 3: "}) CHECK(has(codes, code));
  Names options;
  for (const cli::Option& option : cli::options()) options.emplace(option.name);
  for (const std::string& line : util::split(text, '\n')) {
    if (!line.starts_with("deskcheck ")) continue;
    for (const std::string& name : found(line.substr(0, line.find(" #")), " (--[a-z-]+)")) {
      INFO(line);
      CHECK(options.contains(name));
    }
  }
}
