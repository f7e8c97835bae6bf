#include <catch2/catch.hpp>

#include "pack_files.hpp"

namespace {

struct Wrong {
  const char* text;
  std::vector<std::string> said;  // without "x.toml:" in front
};

const char kRule[] =
    "id = \"x\"\n[rule.cap]\ncheck = \"length/total-pages\"\nseverity = \"error\"\n";

const Wrong kWrong[] = {
    {"id = \"x\"\ntitel = \"X\"\n",
     {"2:1: unknown key \"titel\" in a pack; did you mean \"title\"?"}},
    {"id = \"x\"\n[[gap]]\ncheck = \"style/year\"\nreason = \"x\"\n",
     {"2:1: a gap needs \"check\" and \"why\"",
      "4:1: unknown key \"reason\" in a gap; there are check, why, stages, tracks"}},
    {"id = \"x\"\n[rule.cap]\ncheck = \"total-pages\"\nseverity = \"warn\"\n",
     {"3:9: unknown check \"total-pages\"; did you mean \"length/total-pages\"?",
      "4:12: unknown severity \"warn\" (there are: note, warning, error)"}},
    {"title = \"X\"\n", {"1:1: the pack has no \"id\""}},
    {"id = 3\n", {"1:6: \"id\" must be text, not a whole number"}},
    {"id = \"Two words\"\n", {"1:6: the id \"Two words\" does not match the file's name, \"x\""}},
    {"id = \"x\"\n[sections.\"Two words\"]\nwords = [\"A\"]\n",
     {"2:11: \"Two words\" is no name: up to 80 letters a-z, digits, \"-\" and \".\""}},
    {"id = \"x\"\nread_on = \"2026-11-21\"\n",
     {"2:11: \"read_on\" must be a date, written without quotes: 2026-11-21"}},
    {"id = \"x\"\nread_on = 2026-11-21T10:00:00\n",
     {"2:11: \"read_on\" must be a date, written without quotes: 2026-11-21"}},
    {"id = \"x\"\nurl = \"javascript:alert(1)\"\n",
     {"2:7: \"url\" must be a web address that begins with https://, not \"javascript:alert(1)\""}},
    {"id = \"x\"\nstages = [\"submision\"]\n",
     {"2:11: unknown stage \"submision\"; did you mean \"submission\"? (there are: submission, "
      "rebuttal, camera-ready, preprint)"}},
    {"id = \"x\"\nstages = []\n", {"2:10: \"stages\" is empty: a pack has one at least"}},
    {"id = \"x\"\ntracks = [\"long\", \"long\"]\n", {"2:19: \"long\" stands twice in \"tracks\""}},
    {"id = \"x\"\ntracks = [1]\n", {"2:11: \"tracks\" must be a list of texts"}},
    {"id = \"x\"\n[sections.references]\nword = [\"References\"]\n",
     {"2:11: the section \"references\" has no \"words\"",
      "3:1: unknown key \"word\" in a section; did you mean \"words\"?"}},
    {"id = \"x\"\n[sections.references]\nwords = [\"References\", 7]\ncounted = 0\n",
     {"3:24: \"words\" must be a list of texts; this one is a whole number",
      "4:11: \"counted\" must be true or false, not a whole number"}},
    {"id = \"x\"\n[marks]\nreview = [\"Do not distribute\"]\n",
     {"3:1: unknown stage \"review\" (there are: submission, rebuttal, camera-ready, preprint)"}},
    {"id = \"x\"\n[[gap]]\ncheck = \"font/body-size\"\n",
     {"2:1: a gap needs \"check\" and \"why\""}},
    {"id = \"x\"\ngap = [\"font/body-size\"]\n", {"2:8: a gap is a table, written below [[gap]]"}},
    {"id = \"x\"\n[rule.cap]\ncheck = \"length/total-page\"\nseverity = \"error\"\n",
     {"3:9: unknown check \"length/total-page\"; did you mean \"length/total-pages\"?"}},
    {"id = \"x\"\n[rule.cap]\nseverity = \"error\"\n",
     {"2:7: the rule \"cap\" names no \"check\""}},
    {"id = \"x\"\n[gap]\ncheck = \"font/body-size\"\nwhy = \"x\"\n",
     {"2:2: a gap stands in two pairs of brackets: [[gap]]"}},
    {"id = \"x\"\n[[rule]]\ncheck = \"length/total-pages\"\n",
     {"2:3: a rule stands in one pair of brackets, with its name: [rule.NAME]"}},
    {"id = \"x\"\n[marks]\nsubmission = []\n",
     {"3:14: \"submission\" is empty; leave it out where no text shows the stage"}},
    {"id = \"x\"\nextends = []\n",
     {"2:11: \"extends\" is empty; leave it out where there is nothing to extend"}},
    {"id = \"x\"\nrule = 1\n", {"2:8: \"rule\" must be a table, not a whole number"}},
    {"id = \"x\"\n[rule]\ncap = 1\n", {"3:7: \"cap\" must be a table, not a whole number"}},
};

const Wrong kWrongRule[] = {
    {"",
     {"2:7: the rule \"cap\" lacks with = { max = ... }, a whole number: pages the whole file "
      "may have"}},
    {"with = { max = 2 }\nfixx = \"\"\n",
     {"6:1: unknown key \"fixx\" in a rule; did you mean \"fix\"?"}},
    {"with = { maxx = 2 }\n",
     {"2:7: the rule \"cap\" lacks with = { max = ... }, a whole number: pages the whole file may "
      "have",
      "5:10: unknown key \"maxx\" in \"with\" of length/total-pages; did you mean \"max\"?"}},
    {"with = { max = \"2\" }\n", {"5:16: \"max\" must be a whole number, not text"}},
    {"with = { max = 2.5 }\n", {"5:16: \"max\" must be a whole number, not a number"}},
    {"with = { max = -2 }\n", {"5:16: \"max\": out of range: 0 to 1000000000"}},
    {"with = { max = 2 }\nstages = [\"camera\"]\n",
     {"6:11: unknown stage \"camera\" (there are: submission)"}},
    {"with = { max = 2 }\nstages = []\n",
     {"6:10: \"stages\" is empty; off = true switches a rule off"}},
    {"with = { max = 2 }\ntracks = [\"long\"]\n", {"6:11: unknown track \"long\" (there is none)"}},
    {"with = { max = 2 }\nperson = \"yes\"\n",
     {"6:10: \"person\" must be true or false, not text"}},
    {"with = { max = 2 }\ncite = \"somewhere\"\n", {"6:8: \"cite\" must be a table, not text"}},
    {"with = { max = 2 }\ncite = { url = \"https://example.org\", read_on = 2026-01-01 }\n",
     {"6:1: \"cite\" lacks \"text\": what the venue says"}},
    {"with = { max = 2 }\ncite = { text = \" \", read_on = 2026-01-01 }\n",
     {"6:1: \"cite\" lacks \"text\": what the venue says"}},
    {"with = { max = 2 }\ncite = { text = \"Two.\" }\n",
     {"6:1: \"cite\" has no date; add read_on, the day somebody read it, here or for the whole "
      "pack"}},
    {"with = { max = 2 }\ncite = { text = \"Two.\", read_on = 2026-01-01, read = 1 }\n",
     {"6:47: unknown key \"read\" in a cite; there are text, url, read_on"}},
    {"with = { max = 0 }\n", {"5:16: \"max\": it must be at least 1"}},
    {"with = { max = 2 }\n[rule.cap.stage.submission]\n",
     {"6:17: the stage \"submission\" of the rule \"cap\" changes nothing; give it severity, "
      "person, "
      "with, cite, fix or off, or remove it"}},
    {"with = { max = 2 }\n[rule.cap.stage.submission]\nwith = {}\n",
     {"7:1: the stage \"submission\" of the rule \"cap\" changes nothing; give it a limit in "
      "\"with\", "
      "or remove it"}},
    {"with = { max = 2 }\n[rule.cap.stage]\n",
     {"6:11: \"stage\" of the rule \"cap\" is empty; name a stage with severity, person, with, "
      "cite, "
      "fix or off, or remove it"}},
    {"with = { max = 2 }\nstages = [\"submission\", \"submission\"]\n",
     {"6:25: \"submission\" stands twice in \"stages\""}},
    {"with = { max = 2 }\n[rule.cap.stage.submission]\nwit = { max = 3 }\n",
     {"7:1: unknown key \"wit\" in a rule's stage; did you mean \"with\"?"}},
    {"with = { max = 2 }\n[rule.cap.stage.submission]\nwith = { max = true }\n",
     {"7:16: \"max\" must be a whole number, not true or false"}},
    {"with = { max = 2 }\n[rule.cap.stage.final]\nwith = { max = 3 }\n",
     {"6:17: unknown stage \"final\" (there are: submission)"}},
    {"with = { max = 2 }\n[rule.cap.stage.submission.track.long]\noff = true\n",
     {"6:28: unknown key \"track\" in a rule's stage; there are severity, person, with, cite, fix, "
      "off"}},
};

}  // namespace

TEST_CASE("a wrong pack is told where and what is near", "[packs]") {
  PackFiles files;
  for (const Wrong& wrong : kWrong) {
    INFO(wrong.text);
    std::vector<std::string> expected;
    for (const std::string& said : wrong.said) expected.push_back("x.toml:" + said);
    CHECK(files.mistakes(files.write("x.toml", wrong.text)) == expected);
  }
}

TEST_CASE("a wrong rule is told where and what is near", "[packs]") {
  PackFiles files;
  for (const Wrong& wrong : kWrongRule) {
    INFO(wrong.text);
    std::vector<std::string> expected;
    for (const std::string& said : wrong.said) expected.push_back("x.toml:" + said);
    CHECK(files.mistakes(files.write("x.toml", std::string(kRule) + wrong.text)) == expected);
  }
}

TEST_CASE("a rule for stages that its pack does not have is told", "[packs]") {
  PackFiles files;
  files.write("family.toml",
              "id = \"family\"\nstages = [\"submission\", \"preprint\"]\n[rule.cap]\n"
              "check = \"length/total-pages\"\nseverity = \"error\"\nwith = { max = 9 }\n"
              "[rule.cap.stage.preprint]\nseverity = \"note\"\n");
  std::string child = "id = \"x\"\nextends = \"family\"\nstages = [\"submission\"]\n";
  auto mistakes = [&](const std::string& rule) {
    return files.mistakes(files.write("x.toml", child + rule));
  };
  CHECK(mistakes("").empty());  // what the family says of other stages does no harm
  CHECK(mistakes("[rule.cap.stage.preprint]\noff = true\n") ==
        std::vector<std::string>{"x.toml:4:17: \"preprint\" is none of this pack's stages: "
                                 "submission; add it to them, or remove it here"});
  CHECK(mistakes("[rule.cap]\n") ==
        std::vector<std::string>{"x.toml:4:7: the rule \"cap\" says nothing; give it severity, "
                                 "person, with, cite, fix or off, or remove it"});
  CHECK(files.mistakes(
            files.write("y.toml",
                        "id = \"y\"\nstages = [\"submission\", \"preprint\"]\n[rule.cap]\n"
                        "check = \"length/total-pages\"\nseverity = \"error\"\nwith = { max = 9 }\n"
                        "stages = [\"submission\"]\n[rule.cap.stage.preprint]\noff = true\n")) ==
        std::vector<std::string>{"y.toml:8:17: the rule \"cap\" does not hold there: add "
                                 "\"preprint\" to its \"stages\", or remove this"});
}

TEST_CASE("limits that no paper can miss, or none can keep, are told", "[packs]") {
  PackFiles files;
  auto mistakes = [&](const std::string& check, const std::string& with) {
    auto said = files.mistakes(files.write("x.toml", "id = \"x\"\n[rule.r]\ncheck = \"" + check +
                                                         "\"\nseverity = \"error\"\nwith = { " +
                                                         with + " }\n"));
    return said.empty() ? std::string() : said.front();
  };
  CHECK(mistakes("font/body-size", "sizes = [\"10pt\"], tolerance = 2.5") ==
        "x.toml:5:40: \"tolerance\": it is relative and less than 1: 0.025 means 2.5 %");
  CHECK(mistakes("font/body-size", "sizes = [\"10pt\"], tolerance = -1") ==
        "x.toml:5:40: \"tolerance\": out of range: 0 to 1000000000");
  CHECK(mistakes("font/body-size", "sizes = [\"10pt\", \"11pt\", \"10pt\"]") ==
        "x.toml:5:18: \"sizes\": the same length stands in it twice");
  CHECK(mistakes("layout/line-spacing", "leading = [\"0pt\"]") ==
        "x.toml:5:20: \"leading\": a size of nothing; write what the style prints");
  CHECK(mistakes("font/body-family", "families = [\"times\", \"times\"]") ==
        "x.toml:5:31: \"families\": \"times\" stands twice in the list");
  CHECK(mistakes("font/condensed", "narrow = 10") ==
        "x.toml:5:19: \"narrow\": it is a share: 1 is all of it");
  CHECK(mistakes("font/condensed", "tracking = -0.02").empty());
}

TEST_CASE("a key on the wrong level is told where it belongs", "[packs]") {
  PackFiles files;
  auto mistakes = [&](const std::string& check, const std::string& rest) {
    return files.mistakes(
        files.write("x.toml", "id = \"x\"\n[rule.r]\ncheck = \"" + check + "\"\n" + rest));
  };
  CHECK(
      mistakes("length/total-pages", "severity = \"error\"\nmax = 2\n") ==
      std::vector<std::string>{
          "x.toml:2:7: the rule \"r\" lacks with = { max = ... }, a whole number: pages the whole "
          "file may have",
          "x.toml:5:1: \"max\" is a limit: write with = { max = ... }",
          "x.toml:5:1: unknown key \"max\" in a rule; there are check, severity, person, with, "
          "cite, "
          "stages, tracks, fix, off, stage, track"});
  CHECK(mistakes("length/total-pages", "with = { max = 2, severity = \"error\" }\n") ==
        std::vector<std::string>{
            "x.toml:2:7: the rule \"r\" lacks severity = \"error\", \"warning\" or \"note\"",
            "x.toml:4:19: \"severity\" is a key of the rule, not of its \"with\"; write it on a "
            "line of "
            "its own"});
}

TEST_CASE("a range that is empty or has no end is told", "[packs]") {
  PackFiles files;
  auto mistakes = [&](const std::string& with) {
    return files.mistakes(files.write(
        "x.toml",
        "id = \"x\"\n[rule.r]\ncheck = \"length/main-pages\"\nseverity = \"error\"\n" + with));
  };
  CHECK(mistakes("with = { min = 4, max = 6 }\n").empty());
  CHECK(
      mistakes("with = { min = 6, max = 4 }\n") ==
      std::vector<std::string>{
          "x.toml:2:7: the rule \"r\" asks for at least 6 and at most 4, which no paper can keep"});
  CHECK(mistakes("") == std::vector<std::string>{"x.toml:2:7: the rule \"r\" has no limit; give it "
                                                 "with = { max = ... } or { min = ... }"});
}

TEST_CASE("a rule that passes every paper is told", "[packs]") {
  PackFiles files;
  auto mistakes = [&](const std::string& check, const std::string& with) {
    return files.mistakes(files.write("x.toml", "id = \"x\"\n[rule.r]\ncheck = \"" + check +
                                                    "\"\nseverity = \"error\"\n" + with));
  };
  const std::string no_limit = "x.toml:2:7: the rule \"r\" has no limit; give it with = ";
  CHECK(mistakes("font/min-size", "with = { letters = 30 }\n") ==
        std::vector<std::string>{no_limit + "{ text = ... } or { figures = ... }"});
  CHECK(mistakes("font/min-size", "with = { figures = \"6pt\" }\n").empty());
  CHECK(mistakes("structure/required-section", "with = { exact = true }\n") ==
        std::vector<std::string>{no_limit + "{ class = ... } or { title = ... }"});
  CHECK(mistakes("length/words", "") ==
        std::vector<std::string>{no_limit + "{ max = ... } or { min = ... }"});
}

TEST_CASE("a kind of section is told where the pack knows none", "[packs]") {
  PackFiles files;
  std::string rule =
      "id = \"x\"\n[rule.r]\ncheck = \"structure/forbidden-section\"\nseverity = \"error\"\n"
      "with = { class = \"refrences\" }\n";
  auto file = files.write("x.toml", rule);
  CHECK(files.mistakes(file) ==
        std::vector<std::string>{
            "x.toml:2:7: the rule \"r\" names a kind of section, and the pack knows none; say "
            "extends = \"base\", or write [sections.NAME] with its words"});
  CHECK(packs::load(file.string(), {}, files.path()));  // papers may be classed already
  auto known = rule + "[sections.references]\nwords = [\"References\"]\n";
  CHECK(files.mistakes(files.write("x.toml", known)) ==
        std::vector<std::string>{
            "x.toml:5:18: unknown section class \"refrences\"; did you mean \"references\"? (there "
            "are: references)"});
}

TEST_CASE("a severity is asked for and must be known", "[packs]") {
  PackFiles files;
  std::string rule = "id = \"x\"\n[rule.cap]\ncheck = \"length/total-pages\"\nwith = { max = 2 }\n";
  CHECK(files.mistakes(files.write("x.toml", rule)) ==
        std::vector<std::string>{
            "x.toml:2:7: the rule \"cap\" lacks severity = \"error\", \"warning\" or \"note\""});
  CHECK(files.mistakes(files.write("x.toml", rule + "severity = \"eror\"\n")) ==
        std::vector<std::string>{"x.toml:5:12: unknown severity \"eror\"; did you mean \"error\"? "
                                 "(there are: note, warning, error)"});
  CHECK(files.mistakes(files.write("x.toml", rule + "severity = \"note\"\n")).empty());
}

TEST_CASE("what is not TOML is told by place", "[packs]") {
  PackFiles files;
  for (auto [text, place] : {std::pair{"id = \"x\nb = 1\n", "x.toml:1:8: not TOML: "},
                             {"id = \"x\"\nid = \"y\"\n", "x.toml:2:6: not TOML: "},
                             {"id = \"x\"\nread_on = 2026-02-30\n", "x.toml:2:21: not TOML: "},
                             {"= 1\n", "x.toml:1:1: not TOML: "}}) {
    auto mistakes = files.mistakes(files.write("x.toml", text));
    REQUIRE(mistakes.size() == 1);
    CHECK_THAT(mistakes[0], Catch::StartsWith(place));
  }
}

TEST_CASE("what is not TOML is told in plain words too", "[packs]") {
  PackFiles files;
  for (auto [line, advice] :
       {std::pair{"person = yes", "a text stands in straight quotes: \"...\""},
        {"title = \xe2\x80\x9cVenue\xe2\x80\x9d", "a text stands in straight quotes: \"...\""},
        {"person = True", "a flag is true or false in small letters"},
        {"title = Foo", "a text stands in quotes, a flag is true or false in small letters"},
        {"title: \"Venue\"", "a key and its value are joined by ="},
        {"title = \".*@example\\.org\"", "a backslash is a backslash"},
        {"read_on = 21.11.2026", "a date is written 2026-11-21"},
        {"with = {\n max = 2\n}", "what stands in { } stands on one line"},
        {"id = \"y\"", "it stands in this file already"},
        {"title = \"\xff\xfe\"", "save the file as UTF-8"}}) {
    INFO(line);
    auto mistakes =
        files.mistakes(files.write("x.toml", std::string("id = \"x\"\n") + line + "\n"));
    REQUIRE(mistakes.size() == 1);
    CHECK_THAT(mistakes[0], Catch::EndsWith(advice));
  }
}

TEST_CASE("a file that cannot be read is named once", "[packs]") {
  PackFiles files;
  CHECK(files.mistakes(files.path()[0].path / "none.toml") ==
        std::vector<std::string>{"none.toml: No such file or directory"});
  std::filesystem::create_directory(files.path()[0].path / "folder.toml");
  CHECK(files.mistakes(files.path()[0].path / "folder.toml") ==
        std::vector<std::string>{"folder.toml: not a regular file"});
  CHECK(files.mistakes(files.write("big.toml", std::string(2 << 20, '#'))) ==
        std::vector<std::string>{"big.toml: 2097152 bytes, more than the limit of 1048576"});
}

TEST_CASE("loading says the first mistake and how many more there are", "[packs]") {
  PackFiles files;
  auto file = files.write("x.toml", "id = \"x\"\na = 1\nb = 2\n");
  auto pack = packs::load(file.string(), {}, files.path());
  REQUIRE(!pack);
  CHECK(files.bare(pack.error().message) ==
        "x.toml:2:1: unknown key \"a\" in a pack; there are id, title, version, extends, url, "
        "read_on, "
        "stages, tracks, sections, marks, rule, gap, identify (and 1 more; \"deskcheck packs "
        "check\" lists "
        "them)");
}

TEST_CASE("an unknown pack, stage or track is answered with those there are", "[packs]") {
  PackFiles files;
  files.write("some/tiny-2025.toml", "id = \"tiny-2025\"\ntracks = [\"long\", \"short\"]\n");
  files.write("plain.toml", "id = \"plain\"\n");
  auto error = [&](const std::string& name, const packs::Choice& choice) {
    auto pack = packs::load(name, choice, files.path());
    return pack ? "loaded" : pack.error().message;
  };
  CHECK(error("tiny-2026", {}) ==
        "unknown pack \"tiny-2026\"; did you mean \"tiny-2025\"? (\"deskcheck packs list\" shows "
        "all)");
  CHECK(error("\x1b[2J", {}) == "unknown pack \"\\u{1b}[2J\" (\"deskcheck packs list\" shows all)");
  CHECK(error("tiny-2025", {"camera-ready", ""}) ==
        "the pack tiny-2025 has no stage \"camera-ready\"; it has: submission");
  CHECK(error("tiny-2025", {"", "demo"}) ==
        "the pack tiny-2025 has no track \"demo\"; it has: long, short");
  CHECK(error("plain", {"", "demo"}) == "the pack plain has no tracks; leave \"demo\" out");
  CHECK(error("tiny-2025", {"submission", "short"}) == "loaded");
}

TEST_CASE("a file found by its name must call itself so", "[packs]") {
  PackFiles files;
  auto file = files.write("one.toml", "id = \"other\"\n");
  auto pack = packs::load("one", {}, files.path());
  REQUIRE(!pack);
  CHECK(files.bare(pack.error().message) ==
        "one.toml:1:6: the id \"other\" does not match the file's name, \"one\"");
  CHECK(files.mistakes(file).size() == 1);
  PackFiles elsewhere;  // by its path a file may be called anything
  CHECK(packs::load(file.string(), {}, elsewhere.path()));
}
