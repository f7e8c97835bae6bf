#include <catch2/catch.hpp>

#include "pack_files.hpp"
#include "util/sha256.hpp"

namespace {

const char kParent[] = R"(id = "parent"
title = "Parent"
version = "1.0.0"
url = "https://example.org/parent"
read_on = 2026-01-02
stages = ["submission", "camera-ready"]
tracks = ["long", "short"]
[sections.references]
words = ["References"]
counted = false
[marks]
submission = ["Do not distribute"]
[rule.cap]
check = "length/total-pages"
severity = "error"
with = { max = 8 }
cite = { text = "Eight pages." }
[rule.cap.stage.camera-ready]
with = { max = 9 }
cite = { text = "Nine in the end." }
[rule.cap.track.short]
with = { max = 4 }
[rule.cap.track.short.stage.camera-ready]
severity = "warning"
with = { max = 5 }
[rule.extra]
check = "length/total-pages"
severity = "note"
stages = ["camera-ready"]
with = { max = 20 }
[[gap]]
check = "font/body-size"
why = "its style file is not public"
)";

const char kChild[] = R"(id = "child"
extends = "parent"
url = "https://example.org/child"
[sections.references]
words = ["Bibliography"]
[sections.appendix]
words = ["Appendix"]
[rule.cap]
with = { max = 7 }
[rule.extra]
off = true
[rule.own]
check = "length/total-pages"
severity = "warning"
person = true
tracks = ["short"]
fix = "Cut."
with = { max = 3 }
cite = { text = "Three.", url = "https://example.org/faq", read_on = 2026-03-04 }
[[gap]]
check = "figure/resolution"
why = "nobody says how many dots"
)";

model::Pack loaded(const PackFiles& files, const std::string& name, const packs::Choice& choice) {
  auto pack = packs::load(name, choice, files.path());
  if (!pack) FAIL(pack.error().message);
  return *pack;
}

std::vector<std::string> ids(const model::Pack& pack) {
  std::vector<std::string> all;
  for (const model::Rule& rule : pack.rules) all.push_back(rule.id);
  return all;
}

PackFiles& family() {
  static PackFiles files;
  static bool written = false;
  if (!written) {
    files.write("family/parent.toml", kParent);
    files.write("family/child.toml", kChild);
    written = true;
  }
  return files;
}

}  // namespace

TEST_CASE("overlays go track, stage, then the track's stage", "[packs]") {
  auto most = [](const char* stage, const char* track) {
    model::Pack pack = loaded(family(), "parent", {stage, track});
    return pack.rules.at(0).with.integer("max");
  };
  CHECK(most("", "") == 8);
  CHECK(most("submission", "long") == 8);
  CHECK(most("camera-ready", "long") == 9);
  CHECK(most("submission", "short") == 4);
  CHECK(most("camera-ready", "short") == 5);
  model::Pack final_short = loaded(family(), "parent", {"camera-ready", "short"});
  CHECK(final_short.rules[0].severity == model::Severity::warning);
  CHECK(final_short.rules[0].cite->text == "Nine in the end.");
  CHECK(ids(final_short) == std::vector<std::string>{"cap", "extra"});
  CHECK(ids(loaded(family(), "parent", {})) == std::vector<std::string>{"cap"});
}

TEST_CASE("a child overrides key by key", "[packs]") {
  model::Pack pack = loaded(family(), "child", {"", "short"});
  CHECK(pack.id == "child");
  CHECK(pack.title == "child");  // the parent's title would be a lie
  CHECK(pack.version == "0");
  CHECK(pack.url == "https://example.org/child");
  CHECK(pack.read_on == "2026-01-02");
  CHECK(pack.stage == "submission");
  CHECK(pack.track == "short");
  CHECK(pack.stages == std::vector<std::string>{"submission", "camera-ready"});
  CHECK(ids(pack) == std::vector<std::string>{"cap", "own"});
  CHECK(pack.rules[0].with.integer("max") == 4);
  REQUIRE(pack.sources.size() == 2);
  CHECK(pack.sources[1].file == "family/child.toml");
  CHECK(pack.rules[0].origin.source == 1);
  CHECK(pack.rules[0].origin.line == 8);
  CHECK(pack.rules[0].origins.at("with.max").source ==
        0);  // of the track, over what the child says
  CHECK(pack.rules[0].origins.at("severity").line == 15);
  CHECK(loaded(family(), "child", {"", "long"}).rules.at(0).with.integer("max") == 7);
  CHECK(ids(loaded(family(), "child", {"camera-ready", "long"})) ==
        std::vector<std::string>{"cap"});
}

TEST_CASE("a citation keeps the page of the pack that makes it", "[packs]") {
  model::Pack pack = loaded(family(), "child", {"", "short"});
  REQUIRE(pack.rules.size() == 2);
  CHECK(pack.rules[0].cite->text == "Eight pages.");
  CHECK(pack.rules[0].cite->url == "https://example.org/parent");
  CHECK(pack.rules[0].cite->read_on == "2026-01-02");
  CHECK(pack.rules[1].cite->url == "https://example.org/faq");
  CHECK(pack.rules[1].cite->read_on == "2026-03-04");
  CHECK(pack.rules[1].for_person);
  CHECK(pack.rules[1].fix == "Cut.");
}

TEST_CASE("what a style of any year says stands on the page of the nearest pack", "[packs]") {
  PackFiles files;
  auto rule = [](const char* name, const char* text) {
    return std::string("[rule.") + name +
           "]\ncheck = \"length/total-pages\"\nseverity = \"note\"\nwith = { max = 1 }\n"
           "cite = { text = \"" +
           text + "\" }\n";
  };
  auto head = [](const char* id, const char* extends, const char* page) {
    return std::string("id = \"") + id + "\"\n" + extends + page + "read_on = 2026-01-02\n";
  };
  files.write("style.toml", head("style", "", "") + rule("a", "Of the style."));
  files.write("other.toml", head("other", "", "") + rule("b", "Of another style."));
  files.write("year.toml",
              head("year", "extends = \"style\"\n", "url = \"https://example.org/y\"\n"));
  files.write("venue.toml", head("venue", "extends = [\"other\", \"year\"]\n",
                                 "url = \"https://example.org/v\"\n") +
                                rule("c", "Of the venue."));
  model::Pack pack = loaded(files, "venue", {});
  REQUIRE(pack.rules.size() == 3);
  CHECK(pack.rules[0].cite->url == "https://example.org/y");
  CHECK(pack.rules[1].cite->url == "https://example.org/v");  // no page of a pack beside it
  CHECK(pack.rules[2].cite->url == "https://example.org/v");
}

TEST_CASE("words are overridden by class, gaps add up", "[packs]") {
  model::Pack pack = loaded(family(), "child", {});
  REQUIRE(pack.vocabulary.sections.size() == 2);
  CHECK(pack.vocabulary.sections[0].id == "appendix");
  CHECK(pack.vocabulary.sections[0].counted);
  CHECK(pack.vocabulary.sections[1].words == std::vector<std::string>{"Bibliography"});
  CHECK(!pack.vocabulary.sections[1].counted);
  REQUIRE(pack.vocabulary.stages.size() == 1);
  CHECK(pack.vocabulary.stages[0].words == std::vector<std::string>{"Do not distribute"});
  REQUIRE(pack.gaps.size() == 2);
  CHECK(pack.gaps[0].check == "font/body-size");
  CHECK(pack.gaps[1].why == "nobody says how many dots");
}

TEST_CASE("the hash covers the file and all it extends, the furthest first", "[packs]") {
  CHECK(loaded(family(), "parent", {}).sha256 == util::sha256(kParent));
  CHECK(loaded(family(), "child", {}).sha256 == util::sha256(std::string(kParent) + kChild));
}

TEST_CASE("packs are listed by id, the first folder wins", "[packs]") {
  PackFiles first, second;
  first.write("b.toml", "id = \"b\"\ntitle = \"Mine\"\n");
  second.write("deep/b.toml", "id = \"b\"\ntitle = \"Theirs\"\n");
  second.write("a.toml", "id = \"a\"\n");
  second.write("broken.toml", "id = \"broken\n");
  second.write("lost.toml", "id = \"lost\"\nextends = \"nowhere\"\n");
  second.write("notes.txt", "id = \"notes\"\n");
  second.write("deskcheck.toml", "pack = \"a\"\n");
  second.write("child.toml", "id = \"child\"\nextends = \"broken\"\n");
  std::vector<util::Error> broken;
  auto listed = packs::list({first.path()[0], "/no/such/folder", second.path()[0]}, &broken);
  REQUIRE(broken.size() == 3);
  CHECK(broken[0].message.starts_with((second.path()[0] / "broken.toml:1:").string()));
  CHECK(broken[1].message.find("child.toml is left out: ") != std::string::npos);
  CHECK(broken[2].message.find("lost.toml:2:11: unknown pack \"nowhere\"") != std::string::npos);
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].id == "a");
  CHECK(listed[0].title == "a");
  CHECK(listed[1].title == "Mine");
  CHECK(listed[1].file == first.path()[0] / "b.toml");
}

TEST_CASE("a missing or circular parent is told at the key that names it", "[packs]") {
  PackFiles files;
  files.write("a.toml", "id = \"a\"\nextends = \"b\"\n");
  files.write("b.toml", "id = \"b\"\nextends = \"c\"\n");
  files.write("c.toml", "id = \"c\"\nextends = \"a\"\n");
  CHECK(files.mistakes(files.path()[0].path / "a.toml") ==
        std::vector<std::string>{
            "c.toml:2:11: packs that extend each other in a loop: a -> b -> c -> a"});
  auto self = files.write("self.toml", "id = \"self\"\nextends = \"self\"\n");
  CHECK(files.mistakes(self) ==
        std::vector<std::string>{
            "self.toml:2:11: packs that extend each other in a loop: self -> self"});
  auto orphan = files.write("orphan.toml", "id = \"orphan\"\nextends = \"selv\"\n");
  CHECK(
      files.mistakes(orphan) ==
      std::vector<std::string>{"orphan.toml:2:11: unknown pack \"selv\"; did you mean \"self\"?"});
  auto typed = files.write("typed.toml", "id = \"typed\"\nextends = 1\n");
  CHECK(files.mistakes(typed) ==
        std::vector<std::string>{"typed.toml:2:11: \"extends\" must be the id of a pack, or a list "
                                 "of ids, not a whole number"});
  typed = files.write("typed.toml", "id = \"typed\"\nextends = [\"a\", 1, \"plain\", \"plain\"]\n");
  files.write("plain.toml", "id = \"plain\"\n");
  CHECK(
      files.mistakes(typed) ==
      std::vector<std::string>{
          "typed.toml:2:17: \"extends\" must be a list of ids of packs; this one is a whole number",
          "typed.toml:2:29: \"plain\" stands twice in \"extends\"",
          "c.toml:2:11: packs that extend each other in a loop: typed -> a -> b -> c -> a"});
}

TEST_CASE("a pack extends several, the later over the earlier, what they share once", "[packs]") {
  PackFiles files;
  auto page = [](const char* id, const char* more, int most) {
    return std::string("id = \"") + id + "\"\n" + more +
           "[rule.cap]\ncheck = \"length/total-pages\"\nseverity = \"error\"\nwith = { max = " +
           std::to_string(most) + " }\n";
  };
  std::string root = page("root", "[[gap]]\ncheck = \"font/body-size\"\nwhy = \"unknown\"\n", 1);
  std::string style = page("style", "extends = \"root\"\n", 2);
  std::string blind = "id = \"blind\"\nextends = \"root\"\ntracks = [\"long\"]\n";
  files.write("root.toml", root);
  files.write("style.toml", style);
  files.write("blind.toml", blind);
  std::string both = "id = \"both\"\nextends = [\"style\", \"blind\"]\n";
  files.write("both.toml", both);
  CHECK(files.mistakes(files.path()[0].path / "both.toml").empty());
  model::Pack pack = loaded(files, "both", {});
  CHECK(pack.rules.at(0).with.integer("max") == 2);  // a pack stays over those it extends
  CHECK(pack.track == "long");
  CHECK(pack.gaps.size() == 1);
  CHECK(pack.sha256 == util::sha256(root + style + blind + both));
  files.write("blind.toml", page("blind", "extends = \"root\"\n", 3));
  CHECK(loaded(files, "both", {}).rules.at(0).with.integer("max") == 3);
}

TEST_CASE("a gap may belong to stages and tracks", "[packs]") {
  PackFiles files;
  std::string pack =
      "id = \"x\"\nstages = [\"submission\", \"camera-ready\"]\ntracks = [\"long\", \"short\"]\n"
      "[[gap]]\ncheck = \"length/main-pages\"\nwhy = \"not found\"\nstages = [\"camera-ready\"]\n"
      "[[gap]]\ncheck = \"length/words\"\nwhy = \"not found\"\ntracks = [\"short\"]\n";
  files.write("x.toml", pack);
  auto gaps = [&](const char* stage, const char* track) {
    std::string all;
    for (const model::Gap& gap : loaded(files, "x", {stage, track}).gaps) all += gap.check + " ";
    return all;
  };
  CHECK(gaps("submission", "long").empty());
  CHECK(gaps("camera-ready", "long") == "length/main-pages ");
  CHECK(gaps("submission", "short") == "length/words ");
  CHECK(gaps("camera-ready", "short") == "length/main-pages length/words ");
  auto wrong = [&](const std::string& more) {
    return files.mistakes(files.write("x.toml", pack + more));
  };
  CHECK(wrong("stages = [\"final\"]\n") ==
        std::vector<std::string>{
            "x.toml:12:11: unknown stage \"final\" (there are: submission, camera-ready)"});
  CHECK(wrong("stages = []\n") ==
        std::vector<std::string>{
            "x.toml:12:10: \"stages\" is empty; leave it out where the gap is one everywhere"});
  CHECK(wrong("stages = [\"submission\", \"submission\"]\n") ==
        std::vector<std::string>{"x.toml:12:25: \"submission\" stands twice in \"stages\""});
  CHECK(wrong("stages = \"submission\"\n") ==
        std::vector<std::string>{"x.toml:12:10: \"stages\" must be a list, not text"});
}

TEST_CASE("mistakes of a parent are told in the parent's file", "[packs]") {
  PackFiles files;
  files.write("low.toml",
              "id = \"low\"\n[rule.cap]\ncheck = \"length/total-pages\"\n"
              "severity = \"error\"\nwith = { max = \"8\" }\n");
  auto high =
      files.write("high.toml", "id = \"high\"\nextends = \"low\"\n[rule.cpa]\noff = true\n");
  CHECK(files.mistakes(high) ==
        std::vector<std::string>{
            "high.toml:3:7: the rule \"cpa\" names no \"check\"; did you mean \"cap\"?",
            "low.toml:5:16: \"max\" must be a whole number, not text"});
}

TEST_CASE("a list names that of another rule, which a child may have changed", "[packs]") {
  PackFiles files;
  const std::string head =
      "id = \"lists\"\n[rule.one]\ncheck = \"anonymity/metadata\"\nseverity = "
      "\"note\"\nwith = { allow = [\"a\", \"b\"] }\n[rule.two]\ncheck = "
      "\"anonymity/xmp\"\nseverity = \"note\"\nwith = { allow = [";
  const auto base = files.write("lists.toml", head + "\"c\", \"<one.allow>\"] }\n");
  files.write("child.toml",
              "id = \"child\"\nextends = \"lists\"\n[rule.one]\nwith = { allow = [\"z\"] }\n");
  const auto allowed = [&](const char* id) {
    return loaded(files, id, {}).rules.at(1).with.texts("allow");
  };
  CHECK(allowed("lists") == std::vector<std::string>{"c", "a", "b"});
  CHECK(allowed("child") == std::vector<std::string>{"c", "z"});
  CHECK(files.mistakes(files.write("lists.toml", head + "\"<three.allow>\"] }\n")) ==
        std::vector<std::string>{"lists.toml:9:19: \"<three.allow>\" names no list: write "
                                 "\"<rule.limit>\""});
  CHECK(files.mistakes(files.write("lists.toml", head + "\"<two.allow>\"] }\n")) ==
        std::vector<std::string>{"lists.toml:9:19: \"<two.allow>\" names a list that names "
                                 "another, or too long a one"});
}
