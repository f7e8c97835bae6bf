#include <catch2/catch.hpp>

#include "batch/identities.hpp"
#include "desk.hpp"

using batch::IdentityTable;
using batch::Input;

namespace {

std::string complaint(const std::string& name, const std::string& text) {
  Desk desk;
  auto table = IdentityTable::read(desk.write(name, text));
  if (table) return "";
  std::string message = table.error().message;
  return message.substr(message.find(name));
}

Input input_named(const std::string& id, const std::string& path) {
  Input input;
  input.id = id;
  input.path = path;
  return input;
}

}  // namespace

TEST_CASE("a table of identities is read by id, path and name of the file", "[batch]") {
  Desk desk;
  auto path = desk.write("who.csv",
                         "\xef\xbb\xbfPaper ID,file,Author Names,emails,affiliations,extra\n"
                         "7,,Jane Doe; Ann Roe,jane@nowhere.edu;ann@nowhere.edu,Nowhere,x\n"
                         ",up/8.pdf,\"Poe, Bob\",,,\n"
                         "9,,,,,\n");
  auto table = IdentityTable::read(path);
  REQUIRE(table);
  auto people = (*table)->find(input_named("7", "x.pdf"));
  CHECK(people.names == std::vector<std::string>{"Jane Doe", "Ann Roe"});
  CHECK(people.emails.size() == 2);
  CHECK(people.affiliations == std::vector<std::string>{"Nowhere"});
  CHECK((*table)->find(input_named("a", "elsewhere/8.pdf")).names ==
        std::vector<std::string>{"Poe, Bob"});
  CHECK((*table)->find(input_named("9", "9.pdf")).empty());
  CHECK_FALSE((*table)->has_row_without_key());
}

TEST_CASE("rows of one paper are put together", "[batch]") {
  Desk desk;
  auto path = desk.write("who.csv", "paper,first,last,email\n1,Jane,Doe,j@x.edu\n1,Ann,Roe,\n");
  auto table = IdentityTable::read(path);
  REQUIRE(table);
  CHECK((*table)->has_one_row());
  CHECK((*table)->find(input_named("1", "")).names.size() == 2);
}

TEST_CASE("identities are read from TOML too", "[batch]") {
  Desk desk;
  auto one = IdentityTable::read(desk.write("a.toml", "names = ['Jane Doe']\nhandles = ['jd']\n"));
  REQUIRE(one);
  CHECK((*one)->has_row_without_key());
  (*one)->use_for_any();
  CHECK((*one)->find(input_named("any", "any.pdf")).handles.size() == 1);
  auto many = IdentityTable::read(desk.write(
      "b.toml",
      "[[paper]]\nid = 1\nnames = ['A B']\n[[paper]]\nfile = 'x.pdf'\nemails = ['c@d.e']\n"));
  REQUIRE(many);
  CHECK((*many)->find(input_named("1", "")).names.size() == 1);
  CHECK((*many)->find(input_named("", "y/x.pdf")).emails.size() == 1);
}

TEST_CASE("what is wrong with a table of identities is said with its line", "[batch]") {
  CHECK(has(complaint("a.csv", ""), "a.csv:1: it is empty"));
  CHECK(has(complaint("a.csv", "id,colour\n1,red\n"), "a.csv:1: no column says who wrote"));
  CHECK(has(complaint("a.csv", "id,names,authors\n"), "a.csv:1: there are two columns"));
  CHECK(has(complaint("a.csv", "id,names\n"), "it has no row"));
  CHECK(has(complaint("a.csv", "id,names\n1,A B\n2,C D,E\n"), "a.csv:3: it has 3 fields"));
  CHECK(has(complaint("a.csv", "id,names\n1,\"A B\n"), "a.csv:2: a quotation mark"));
  CHECK(has(complaint("a.csv", "id,names\n1,\xff\n"), "a.csv:2: it is not UTF-8"));
  CHECK(has(complaint("a.toml", "names = ['A B'\n"), "a.toml:"));
  CHECK(has(complaint("a.toml", "name = ['A B']\n"), "a.toml:1:1: unknown key"));
  CHECK(has(complaint("a.toml", "names = 'A B'\n"), "a.toml:1:9: \"names\" must be"));
  CHECK(has(complaint("a.toml", "[[paper]]\nid = '1'\n"), "a.toml:1:1: it names nobody"));
  std::string row(3u << 20, 'x');
  CHECK(has(complaint("a.csv", "id,names\n1," + row + "\n"), "a.csv:2: it is longer than"));
  CHECK_FALSE(IdentityTable::read("/nonexistent/who.csv"));
  CHECK_FALSE(IdentityTable::read("/dev"));
  CHECK_FALSE(IdentityTable::read("/dev/zero"));
  std::string crowd = "A B";
  for (int i = 0; i < 6000; ++i) crowd += ";A B";
  CHECK(has(complaint("a.csv", "id,names\n1," + crowd + "\n"), "a.csv:2: more than 5000"));
}
