#include "cli/request.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <deque>
#include <filesystem>
#include <optional>

#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

using util::Error;
using Words = std::vector<std::string>;

// "--pack=x" is named --pack.
std::string name_of(const std::string& word) {
  return word.substr(0, word.find('='));
}

const Option* find_option(const std::string& name) {
  auto all = options();
  auto found =
      std::find_if(all.begin(), all.end(), [&](const Option& it) { return it.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const Command* find_command(std::string_view name) {
  auto all = commands();
  auto found =
      std::find_if(all.begin(), all.end(), [&](const Command& it) { return it.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Words names_of_commands() {
  Words names;
  for (const Command& command : commands())
    if (!command.is_hidden) names.emplace_back(command.name);
  return names;
}

// Second words of the commands whose first word it is: "list" and others of "packs".
Words names_in_family(const std::string& first) {
  Words names;
  for (const Command& command : commands())
    if (command.name.starts_with(first + ' '))
      names.emplace_back(command.name.substr(first.size() + 1));
  return names;
}

// Where words stand that are neither options nor an option's argument.
std::vector<std::size_t> find_plain_words(const Words& words) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") {
      for (++i; i < words.size(); ++i) found.push_back(i);
    } else if (word.size() < 2 || word[0] != '-') {
      found.push_back(i);
    } else if (const Option* option = find_option(word)) {
      if (!option->argument.empty()) ++i;
    }
  }
  return found;
}

bool looks_like_path(const std::string& word) {
  std::error_code error;
  return word == "-" || word.find_first_of("./") != std::string::npos ||
         std::filesystem::exists(word, error);
}

// Options that every command has can stand alone; any other one is of the command left out.
bool has_option_of_a_command(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    const Option* option = find_option(name_of(word));
    return option && option->commands != "*";
  });
}

// The command that the first plain words name, taken out of `words`; "check" where a path or an
// option comes first, none where there is neither.
util::Expected<const Command*> take_command(Words& words) {
  auto plain = find_plain_words(words);
  if (plain.empty()) return has_option_of_a_command(words) ? find_command("check") : nullptr;
  const std::string first = words[plain[0]];
  if (const Command* command = find_command(first)) {
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(plain[0]));
    return command;
  }
  if (Words family = names_in_family(first); !family.empty()) {
    std::string second = plain.size() > 1 ? words[plain[1]] : "";
    const Command* command = find_command(first + ' ' + second);
    bool asks = second.empty() && std::find(words.begin(), words.end(), "--help") != words.end();
    if (!command && asks) return nullptr;
    if (!command)
      return Error{fmt::format("{} is followed by one of {}{}{}", first, util::join(family, ", "),
                               second.empty() ? "" : ", not by " + second,
                               suggestion(second, family))};
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(plain[1]));
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(plain[0]));
    return command;
  }
  if (looks_like_path(first)) return find_command("check");
  std::string advice = first == "help" ? "; say --help" : suggestion(first, names_of_commands());
  return Error{fmt::format("{} is neither a command nor a file{}", first, advice)};
}

// Of a lenient command: "-no-time" is --no-time, and "-json" nothing.
Words without_unknown(const Words& words, const Command& command) {
  Words known;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word = words[i];
    if (word == "--") return known.insert(known.end(), words.begin() + i, words.end()), known;
    bool is_option = word.size() > 1 && word[0] == '-';
    if (is_option && word[1] != '-') word.insert(0, 1, '-');
    const Option* option = is_option ? find_option(name_of(word)) : nullptr;
    if (!is_option || (option && belongs_to(*option, command))) known.push_back(word);
  }
  return known;
}

Error unknown_option(const std::string& word, const Command* command) {
  std::string name = name_of(word);
  // There are no short ones; "-p" meant the first that begins so.
  const Option* elsewhere = find_option(name);
  if (elsewhere && command) return {fmt::format("{} is not an option of {}", name, command->name)};
  Words known;
  for (const Option& option : options())
    if (!command || belongs_to(option, *command)) known.emplace_back(option.name);
  auto same = std::find_if(known.begin(), known.end(), [&](const std::string& option) {
    return name.size() == 2 && option[2] == name[1];
  });
  std::string advice =
      same == known.end() ? suggestion(name, known) : fmt::format("; did you mean {}?", *same);
  return {fmt::format("unknown option {}{}", name, advice)};
}

// The library's own words for it are "--jobs: 1 required N missing".
Error missing_value(const CLI::ParseError& error) {
  std::string_view words = error.what();
  const Option* option = find_option(std::string(words.substr(0, words.find(':'))));
  if (!option) return {std::string(words)};
  std::string known = util::join(util::split(option->choices, ' '), ", ");
  return {fmt::format("{} wants {} behind it{}", option->name, option->argument,
                      known.empty() ? "" : ": one of " + known)};
}

// What the parser library fills in; it keeps references, so nothing here may move.
struct Slots {
  std::deque<std::pair<const Option*, Words>> valued;
  std::deque<std::pair<const Option*, bool>> flags;
  Words arguments;
};

void declare(CLI::App& app, const Command* command, Slots& slots) {
  app.set_help_flag();
  app.allow_extras();
  for (const Option& option : options()) {
    if (command ? !belongs_to(option, *command) : option.commands != "*") continue;
    std::string name(option.name);
    if (option.argument.empty()) {
      slots.flags.emplace_back(&option, false);
      app.add_flag(name, slots.flags.back().second);
      continue;
    }
    slots.valued.emplace_back(&option, Words{});
    app.add_option(name, slots.valued.back().second)
        ->type_name(std::string(option.argument))
        ->allow_extra_args(false)
        ->take_all();
  }
  app.add_option("arguments", slots.arguments);
}

// What a script gives where a variable of its is not set.
constexpr std::string_view kEmpty = "is given nothing; perhaps a variable is not set";

std::optional<Error> find_wrong_value(const Slots& slots) {
  for (const auto& [option, values] : slots.valued) {
    if (values.size() > 1 && !option->is_repeatable)
      return Error{fmt::format("{} is given {} times", option->name, values.size())};
    auto choices = util::split(option->choices, ' ');
    for (const std::string& value : values) {
      if (value.empty()) return Error{fmt::format("{} {}", option->name, kEmpty)};
      if (option->choices.empty() ||
          std::find(choices.begin(), choices.end(), value) != choices.end())
        continue;
      return Error{fmt::format("{} knows {}, not {}{}", option->name, util::join(choices, ", "),
                               value, suggestion(value, choices))};
    }
  }
  return std::nullopt;
}

std::optional<Error> find_wrong_count(const Command& command, std::size_t count) {
  bool may_be_none = command.arguments.empty() || command.arguments.starts_with('[');
  bool may_be_many = command.arguments.ends_with("...");
  if (count == 0 && !may_be_none)
    return Error{fmt::format("{} needs {}", command.name, command.arguments)};
  if (count > 0 && command.arguments.empty())
    return Error{fmt::format("{} takes no argument", command.name)};
  if (count > 1 && !may_be_many)
    return Error{fmt::format("{} takes one argument, not {}", command.name, count)};
  return std::nullopt;
}

}  // namespace

std::string suggestion(std::string_view word, std::span<const std::string> known) {
  auto nearest = util::nearest(word, known);
  return nearest ? fmt::format("; did you mean {}?", *nearest) : "";
}

void Request::add(std::string_view option, std::vector<std::string> values, std::string place) {
  options_[option] = {std::move(values), std::move(place)};
}

std::string Request::place(std::string_view option) const {
  auto found = options_.find(option);
  return found == options_.end() ? "" : found->second.place;
}

std::string Request::named(std::string_view option) const {
  std::string where = place(option);
  return where.empty() ? std::string(option) : fmt::format("{}: {}", where, option.substr(2));
}

bool Request::has(std::string_view option) const {
  return options_.find(option) != options_.end();
}

std::string Request::value(std::string_view option) const {
  return values(option).back();
}

std::vector<std::string> Request::values(std::string_view option) const {
  if (auto found = options_.find(option); found != options_.end()) return found->second.values;
  const Option* known = find_option(std::string(option));
  return {std::string(known ? known->fallback : "")};
}

util::Expected<Request> parse(const std::vector<std::string>& given) {
  Words words = given;
  auto command = take_command(words);
  if (!command) return command.error();
  Request request;
  request.command = *command;
  const bool is_lenient = request.command && request.command->is_lenient;
  if (is_lenient) words = without_unknown(words, *request.command);
  CLI::App app;
  Slots slots;
  declare(app, request.command, slots);
  try {
    std::reverse(words.begin(), words.end());  // as the library wants it
    app.parse(words);
  } catch (const CLI::ArgumentMismatch& error) {
    return missing_value(error);
  } catch (const CLI::ParseError& error) {
    return Error{error.what()};
  }
  for (const std::string& word : app.remaining())
    if (word != "--") return unknown_option(word, request.command);
  if (auto wrong = find_wrong_value(slots)) return *wrong;
  for (auto& [option, values] : slots.valued)
    if (!values.empty()) request.add(option->name, std::move(values));
  for (const auto& [option, is_set] : slots.flags)
    if (is_set) request.add(option->name, {""});
  request.arguments = std::move(slots.arguments);
  for (const std::string& argument : request.arguments)
    if (argument.empty()) return Error{fmt::format("an argument {}", kEmpty)};
  bool asks_about =
      request.has("--help") || request.has("--version") || request.has("--show-settings");
  if (request.command && !asks_about && !is_lenient)
    if (auto wrong = find_wrong_count(*request.command, request.arguments.size())) return *wrong;
  return request;
}

}  // namespace cli
