#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "desk.hpp"

namespace {

std::string read_source(const std::string& name) {
  std::ifstream file(std::string(DESKCHECK_SOURCE) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What is complained about, where that is the whole answer.
std::string complaint(const std::vector<std::string>& arguments) {
  auto answer = Desk().run(arguments);
  CHECK(answer.code == 2);
  CHECK(answer.out.empty());
  return answer.err.substr(0, answer.err.find('\n'));
}

}  // namespace

TEST_CASE("unknown options and commands are refused with the nearest name", "[cli]") {
  CHECK(complaint({"check", "a.pdf", "--stge", "submission"}) ==
        "deskcheck: unknown option --stge; did you mean --stage?");
  CHECK(complaint({"a.pdf", "--pakc=x"}) ==
        "deskcheck: unknown option --pakc; did you mean --pack?");
  CHECK(complaint({"chek"}) ==
        "deskcheck: chek is neither a command nor a file; did you mean check?");
  CHECK(
      complaint({"packs", "lst"}) ==
      "deskcheck: packs is followed by one of list, show, check, schema, not by lst; did you mean "
      "list?");
  CHECK(complaint({"packs"}) == "deskcheck: packs is followed by one of list, show, check, schema");
  CHECK(complaint({"help"}) == "deskcheck: help is neither a command nor a file; say --help");
  CHECK(complaint({"inspect", "a.pdf", "--stage", "x"}) ==
        "deskcheck: --stage is not an option of inspect");
  CHECK(complaint({"a.pdf", "-x"}) == "deskcheck: unknown option -x");
  CHECK(complaint({"-h"}) == "deskcheck: unknown option -h; did you mean --help?");
  CHECK(complaint({"a.pdf", "-p", "x"}) == "deskcheck: unknown option -p; did you mean --pack?");
}

TEST_CASE("wrong values and missing words are refused", "[cli]") {
  CHECK(complaint({"a.pdf", "--fail-on", "eror"}) ==
        "deskcheck: --fail-on knows error, warning, never, not eror; did you mean error?");
  CHECK(complaint({"a.pdf", "--pack"}) == "deskcheck: --pack wants ID|FILE behind it");
  CHECK(complaint({"a.pdf", "--color"}) ==
        "deskcheck: --color wants WHEN behind it: one of auto, always, never");
  CHECK(complaint({"a.pdf", "--pack", "x", "--pack", "y"}) == "deskcheck: --pack is given 2 times");
  CHECK(complaint({"a.pdf", "--stage", ""}) ==
        "deskcheck: --stage is given nothing; perhaps a variable is not set");
  CHECK(complaint({"check", ""}) ==
        "deskcheck: an argument is given nothing; perhaps a variable is not set");
  CHECK(complaint({"check"}) == "deskcheck: check needs PATH...");
  CHECK(complaint({"--pack", "x"}) == "deskcheck: check needs PATH...");
  CHECK(complaint({"packs", "show"}) == "deskcheck: packs show needs ID");
  CHECK(complaint({"packs", "show", "a", "b"}) ==
        "deskcheck: packs show takes one argument, not 2");
  CHECK(complaint({"packs", "schema", "a"}) == "deskcheck: packs schema takes no argument");
}

TEST_CASE("numbers that make no sense are refused", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto told = [&](const std::string& option, const std::string& value) {
    auto answer = desk.run({"check", desk.path(""), "--pack", pack, option, value});
    CHECK(answer.code == 2);
    return answer.err;
  };
  for (const char* value : {"0", "-1", "257", "2x", "99999999999999999999"})
    CHECK(has(told("--jobs", value), "--jobs wants a whole number from 1 to 256, not "));
  CHECK(has(told("--timeout", "0"), "--timeout wants a whole number"));
  CHECK(has(told("--memory", "1"), "--memory wants a whole number"));
  CHECK(has(told("--isolation", "thread"), "--isolation knows process, worker, not thread"));
  for (const char* value : {"0/2", "3/2", "1", "a/b"}) CHECK(has(told("--shard", value), "shard"));
}

TEST_CASE("complaints give no orders to the terminal", "[cli]") {
  for (const std::string& word : {std::string("--x\x1b[2J"), std::string("a\x1b]0;t\x07"),
                                  std::string("a\xc2\x9b"
                                              "2J"),
                                  std::string("\xe2\x80\xae.pdf")}) {
    auto answer = Desk().run({"check", word, "--pack", "none"});
    CHECK(answer.code == 2);
    CHECK(!has(answer.err, "\x1b"));
    CHECK(!has(answer.err, "\x07"));
    CHECK(!has(answer.err, "\xc2\x9b"));
    CHECK(!has(answer.err, "\xe2\x80\xae"));
  }
}

TEST_CASE("without any word there is help and exit code 2", "[cli]") {
  auto answer = Desk().run({});
  CHECK(answer.code == 2);
  CHECK(answer.err.starts_with("Usage: deskcheck COMMAND"));
}

TEST_CASE("help and version are asked for with exit code 0", "[cli]") {
  CHECK(Desk().run({"--version"}).out.starts_with("deskcheck 0."));
  auto help = Desk().run({"check", "--help"});
  CHECK(help.code == 0);
  CHECK(has(help.out, "--pack ID|FILE"));
  CHECK(!has(Desk().run({"explain", "--help"}).out, "--pack"));
  CHECK(!has(help.out, "document:"));
  CHECK(has(Desk().run({"inspect", "--help"}).out, "document: lines, fonts"));
  CHECK(has(Desk().run({"packs", "--help"}).out, "packs list"));
  CHECK(!has(Desk().run({"--help"}).out, "  man"));
}

TEST_CASE("help keeps to 80 columns", "[cli]") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--help"}, {"check", "--help"}, {"packs", "show", "--help"}}) {
    std::istringstream lines(Desk().run(arguments).out);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
  }
}

TEST_CASE("the manual pages are those that the tables give", "[cli]") {
  // After a change: build/dev/bin/deskcheck man > man/deskcheck.1, and likewise for each page
  CHECK(Desk().run({"man"}).out == read_source("man/deskcheck.1"));
  CHECK(Desk().run({"man", "deskcheck-packs"}).out == read_source("man/deskcheck-packs.5"));
  CHECK(Desk().run({"man", "deskcheck-checks"}).out == read_source("man/deskcheck-checks.7"));
  CHECK(has(complaint({"man", "packs"}), "no manual page is called packs"));
}

TEST_CASE("explain prints a check's page, and lists all checks", "[cli]") {
  auto answer = Desk().run({"explain", "length/total-pages"});
  CHECK(answer.code == 0);
  CHECK(answer.out.starts_with("length/total-pages\n\nMeasures the number of pages"));
  CHECK(has(answer.out, "pages the whole file may have; required"));
  CHECK(has(Desk().run({"explain"}).out, "length/total-pages"));
  CHECK(complaint({"explain", "length/total-page"}) ==
        "deskcheck: no check is called length/total-page; did you mean length/total-pages?");
  CHECK(has(complaint({"explain", "total-pages"}), "did you mean length/total-pages?"));
  for (const char* group : {"font", "font/"})
    CHECK(has(complaint({"explain", group}), "; there are font/body-family, font/body-size, "));
}

TEST_CASE("packs are listed, shown and checked", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 4));
  auto list = desk.run({"packs", "list", "--packs", desk.path("")});
  CHECK(list.code == 0);
  CHECK(has(list.out, "short"));
  CHECK(has(list.out, "Desk 2025"));
  auto show = desk.run({"packs", "show", "short", "--packs", desk.path("")});
  CHECK(show.code == 0);
  for (const char* words :
       {"cap: length/total-pages [short:", "error [short:", "max          4 [short:",
        "At most 4 pages.", "https://example.org/call", "2026-11-21", "short.toml"})
    CHECK(has(show.out, words));
  CHECK(desk.run({"packs", "check", pack}).code == 0);
  desk.write("short.toml", page_pack("short", 4) + "typo = 1\n");
  auto wrong = desk.run({"packs", "check", pack});
  CHECK(wrong.code == 2);
  CHECK(has(wrong.err, "short.toml:"));
}
