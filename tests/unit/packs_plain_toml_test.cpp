#include "packs/plain_toml.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "packs/toml.hpp"
#include "util/file.hpp"

namespace {

using packs::Node;

bool is_same(const packs::Place& a, const packs::Place& b) {
  return a.file == b.file && a.line == b.line && a.column == b.column;
}

bool is_same(const Node& a, const Node& b) {
  if (a.kind != b.kind || !is_same(a.place, b.place) || a.flag != b.flag ||
      a.integer != b.integer || a.number != b.number || a.text != b.text)
    return false;
  auto same_entries = [](const packs::Entry& one, const packs::Entry& other) {
    return one.key == other.key && is_same(one.place, other.place) &&
           is_same(one.value, other.value);
  };
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const Node& one, const Node& other) { return is_same(one, other); }) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    same_entries);
}

// Whether the library reads what was read, where anything was.
bool agrees(const std::string& text) {
  auto plain = packs::read_plain_toml(text, 3);
  if (!plain) return true;
  auto any = packs::read_any_toml(text, 3);
  return std::holds_alternative<Node>(any) && is_same(*plain, std::get<Node>(any));
}

std::vector<std::string> packs_that_ship() {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(DESKCHECK_SOURCE "/rules"))
    if (entry.path().extension() == ".toml") all.push_back(*util::read_file(entry.path(), 1 << 20));
  std::sort(all.begin(), all.end());
  return all;
}

// What may stand in TOML, and what may not.
const std::string kPieces[] = {"\"",
                               "'",
                               "[",
                               "]",
                               "{",
                               "}",
                               "=",
                               ",",
                               ".",
                               "#",
                               "\n",
                               " ",
                               "\t",
                               "\\",
                               "\\\\",
                               "\\\"",
                               "\r\n",
                               "\"\"\"",
                               "'''",
                               "_",
                               "0",
                               "1",
                               "-",
                               "+",
                               "e5",
                               "0x1",
                               "1_000",
                               "1.5",
                               "-0.0",
                               "07",
                               "true",
                               "false",
                               "nan",
                               "\x7f",
                               "\x01",
                               "2026-02-30",
                               "\\u00e9",
                               "\xc3\xa9",
                               "\xff",
                               "\xe2\x80\xa8",
                               "[a]\n",
                               "[[gap]]\n",
                               "[rule]\n",
                               "a = 1\n",
                               "\"k\" = 2\n",
                               "a.b = 3\n",
                               "{ a = 1, a = 2 }",
                               "[ 1,\n 2, ]",
                               "2026-01-01 07:32:00",
                               "2026-01-01",
                               "[rule.a.b]\n",
                               "= ",
                               "\xef\xbb\xbf",
                               "9223372036854775808"};

// A short text of pieces, or one of `all` with a few of them put in or bytes taken out.
std::string mutated(const std::vector<std::string>& all, std::mt19937& random) {
  auto below = [&](std::size_t most) { return random() % most; };
  std::string text = all[below(all.size())];
  std::size_t begin = text.rfind("\n[", below(text.size()));
  begin = begin == text.npos ? 0 : begin + 1;
  text = text.substr(begin, 400);
  for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
    std::size_t at = below(text.size());
    if (below(3) == 0) text.erase(at, 1 + below(4));
    const std::string& piece = kPieces[below(std::size(kPieces))];
    if (below(3) > 0) text.insert(std::min(at, text.size()), piece);
    if (text.empty()) text = piece;
  }
  return text;
}

}  // namespace

TEST_CASE("all packs that ship are plain, and read as the library reads them", "[packs]") {
  for (const std::string& text : packs_that_ship()) {
    INFO(text.substr(0, 40));
    CHECK(packs::read_plain_toml(text, 3));
    CHECK(agrees(text));
  }
}

TEST_CASE("what is plain is what the library reads, however a pack is spoilt", "[packs]") {
  std::mt19937 random(7);
  auto all = packs_that_ship();
  int plain = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text = mutated(all, random);
    plain += packs::read_plain_toml(text, 3).has_value();
    if (!agrees(text)) FAIL_CHECK(text);
  }
  CHECK(plain > 1000);
}

TEST_CASE("what needs the library is left to it", "[packs]") {
  for (const char* text :
       {"a = '''x'''", "a.b = 1", "a = 1_000", "a = \"\\u00e9\"", "a = 1\r\nb = 2", "a = 1\na = 2",
        "[a]\n[a]", "a = {}\n[a.b]", "a = 20-6-11-21", "# \x01 a = 1", "a = 2026-02-29",
        "a = [[[[[[[[[[[[[[1]]]]]]]]]]]]]]", "a = 2026-01-01 07:32:00", "a = 1 b = 2"}) {
    INFO(text);
    CHECK(!packs::read_plain_toml(text, 0));
  }
  CHECK(packs::read_plain_toml("", 0));
  CHECK(agrees(""));
  CHECK(
      agrees("[a.b]\nc = \"\u00e9\" # \u00e9\n[a.b.c2]\n[[a.d]]\nx = [\"\u00e9\", 1]\n[[a.d]]\n"));
}
