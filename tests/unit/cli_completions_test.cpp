#include <catch2/catch.hpp>

#include "cli/completions.hpp"
#include "desk.hpp"
#include "report/report.hpp"

namespace {

std::string completions(const std::string& shell) {
  auto answer = Desk().run({"completions", shell});
  CHECK(answer.code == 0);
  return answer.out;
}

// Of fish, which writes "-l stage" for --stage.
std::string in_fish(std::string_view name) {
  return name.starts_with("--") ? "-l " + std::string(name.substr(2)) + " "
                                : "-s " + std::string(name.substr(1)) + " ";
}

}  // namespace

TEST_CASE("completions know every command, option and choice", "[cli]") {
  std::string bash = completions("bash"), zsh = completions("zsh"), fish = completions("fish");
  for (const cli::Command* command : cli::shown_commands()) {
    std::string last(command->name.substr(command->name.rfind(' ') + 1));
    CAPTURE(last);
    CHECK(has(bash, last));
    CHECK(has(zsh, "'" + last + ":"));
    CHECK(has(fish, "-a " + last + " "));
    for (const cli::Option* option : cli::options_of(*command)) {
      CAPTURE(option->name);
      CHECK(has(bash, std::string(option->name)));
      CHECK(has(zsh, std::string(option->name) + "["));
      CHECK(has(fish, in_fish(option->name)));
    }
  }
  for (const report::Format& format : report::formats())
    for (const std::string& shell : {bash, zsh, fish}) CHECK(has(shell, std::string(format.name)));
}

TEST_CASE("what may follow an option is told from the table", "[cli]") {
  auto wanted = [](std::string_view name, std::string_view of) {
    for (const cli::Command* command : cli::shown_commands())
      if (command->name == of)
        for (const cli::Option* option : cli::options_of(*command))
          if (option->name == name) return cli::after(*option, *command);
    FAIL("no such option");
    return cli::Wish{};
  };
  CHECK(wanted("--pack", "check").wanted == cli::Wanted::pack);
  CHECK(wanted("--packs", "check").wanted == cli::Wanted::folder);
  CHECK(wanted("--identities", "check").wanted == cli::Wanted::file);
  CHECK(wanted("--audience", "check").words == std::vector<std::string>{"author", "chair", "blind"});
  CHECK(wanted("--jobs", "check").wanted == cli::Wanted::anything);
  CHECK(wanted("--quiet", "check").wanted == cli::Wanted::nothing);
  // Only inspect keeps the lines that this format needs.
  auto of_check = wanted("--format", "check").words;
  CHECK(std::find(of_check.begin(), of_check.end(), "document") == of_check.end());
  auto of_inspect = wanted("--format", "inspect").words;
  CHECK(std::find(of_inspect.begin(), of_inspect.end(), "document") != of_inspect.end());
}

TEST_CASE("an unknown shell is refused with those that are known", "[cli]") {
  CHECK(has(Desk().run({"completions", "tcsh"}).err, "bash, zsh and fish, none for tcsh"));
  CHECK(Desk().run({"completions"}).code == 2);
}
