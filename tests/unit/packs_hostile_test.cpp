#include <catch2/catch.hpp>
#include <ctime>

#include "pack_files.hpp"

namespace {

// Of processor time. A build without optimisation or with a sanitizer takes ten times as long.
constexpr double kMostSeconds = 10;

std::string repeated(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("deep nesting is refused before it is built", "[packs]") {
  PackFiles files;
  for (const std::string& text :
       {"id = \"x\"\n" + repeated("a.", 300000) + "a = 1\n",
        "id = \"x\"\n[" + repeated("a . ", 200000) + "a]\n",
        "id = \"x\"\n[" + repeated("\"a\".", 200000) + "a]\n",
        "id = \"x\"\na = " + repeated("[", 500000), "id = \"x\"\na = " + repeated("{a=", 300000)}) {
    CHECK(files.mistakes(files.write("x.toml", text)) ==
          std::vector<std::string>{"x.toml:2:1: nested deeper than any pack needs"});
  }
}

TEST_CASE("a head that begins with no name of a table is refused", "[packs]") {
  PackFiles files;
  for (const char* head : {"[[/gap]]", "[/gap]", "[ =", "[[", "[", "[[ ]]"}) {
    CAPTURE(head);
    auto mistakes = files.mistakes(files.write("x.toml", "id = \"x\"\n" + std::string(head)));
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].find("x.toml:2:") == 0);
    CHECK(mistakes[0].find("not TOML") != std::string::npos);
  }
}

TEST_CASE("dots and brackets in strings and comments do not nest", "[packs]") {
  PackFiles files;
  std::string dots = repeated(".[{", 100);
  auto file = files.write("x.toml", "id = \"x\" # " + dots + "\ntitle = \"\\\"" + dots +
                                        "\"\nversion = '" + dots + "'\n[[gap]]\ncheck = \"\"\"\"" +
                                        dots + "\n\\\"\"\"\"\"\"\nwhy = '''" + dots + "'''''\n");
  CHECK(files.mistakes(file).empty());
}

TEST_CASE("a long chain of packs ends", "[packs]") {
  PackFiles files;
  for (int i = 0; i < 20; ++i)
    files.write(
        "p" + std::to_string(i) + ".toml",
        "id = \"p" + std::to_string(i) + "\"\nextends = \"p" + std::to_string(i + 1) + "\"\n");
  CHECK(files.mistakes(files.path()[0].path / "p0.toml") ==
        std::vector<std::string>{"p15.toml:2:11: more than 16 packs that extend each other"});
}

TEST_CASE("a hundred mistakes are enough", "[packs]") {
  PackFiles files;
  std::string text = "id = \"x\"\n";
  for (int i = 0; i < 60000; ++i) text += "k" + std::to_string(i) + " = 1\n";
  CHECK(files.mistakes(files.write("x.toml", text)).size() == 100);
  text = "id = \"x\"\n";
  for (int i = 0; i < 30000; ++i) text += "[rule.r" + std::to_string(i) + "]\n";
  CHECK(files.mistakes(files.write("x.toml", text)) ==
        std::vector<std::string>{"x.toml:2:2: more than 300 rules"});
  text = "id = \"x\"\ntracks = [";
  for (int i = 0; i < 30000; ++i) text += "\"t" + std::to_string(i) + "\",";
  CHECK(files.mistakes(files.write("x.toml", text + "]\n")) ==
        std::vector<std::string>{"x.toml:2:10: more than 32 tracks"});
}

TEST_CASE("no word of a pack reaches the terminal raw", "[packs]") {
  PackFiles files;
  auto file = files.write("x.toml",
                          "id = \"x\"\n\"\\u001b[2J\\u202e\" = 1\n[rule.cap]\n"
                          "check = \"\\u0007\"\nseverity = \"error\"\n");
  CHECK(files.mistakes(file) ==
        std::vector<std::string>{"x.toml:2:1: unknown key \"\\u{1b}[2J\\u{202e}\" in a pack; "
                                 "there are id, title, version, extends, url, read_on, stages, "
                                 "tracks, sections, marks, rule, gap, identify",
                                 "x.toml:4:9: unknown check \"\\u{7}\""});
  for (const std::string& bytes : {std::string("id = \"\xff\xfe\"\n"), std::string("\0\0\0", 3),
                                   std::string("\xef\xbb\xbf"), std::string()}) {
    CHECK(files.mistakes(files.write("x.toml", bytes)).size() == 1);
  }
}

TEST_CASE("no pack takes long to refuse", "[packs]") {
  PackFiles files;
  auto refused = [&](const std::string& text) {
    auto begin = std::clock();
    auto mistakes = files.mistakes(files.write("x.toml", text));
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < kMostSeconds);
    return mistakes.empty() ? "" : mistakes.front();
  };
  auto many = [](int count) {
    std::string list;
    for (int i = 0; i < count; ++i) list += "\"w" + std::to_string(i) + "\",";
    return "[" + list + "]";
  };
  auto rule = [](const std::string& with) {
    return "id = \"x\"\n[rule.r]\ncheck = \"anonymity/url\"\nseverity = \"error\"\nwith = { " +
           with + " }\n";
  };
  CHECK(refused("id = \"x\"\n" + repeated("#", 10'000'000)) ==
        "x.toml: 10000009 bytes, more than the limit of 1048576");
  CHECK(refused(rule("own_words = " + many(90'000))) ==
        "x.toml:5:22: \"own_words\": more than 1000 values");
  CHECK(refused("id = \"x\"\nextends = " + many(90'000)) == "x.toml:2:12: unknown pack \"w0\"");
  CHECK(refused("id = \"x\"\n" + repeated("[[gap]]\n", 90'000)) ==
        "x.toml:2:1: a gap needs \"check\" and \"why\"");
  CHECK(refused("id = \"x\"\na = " + repeated("[", 10'000) + repeated("]", 10'000)) ==
        "x.toml:2:1: nested deeper than any pack needs");
}
