#include "packs/settings.hpp"

#include <catch2/catch.hpp>

#include "pack_files.hpp"
#include "packs/decisions.hpp"

namespace {

using packs::SettingKey;

const std::vector<SettingKey> kKeys = {
    {"pack", SettingKey::Kind::text, false, {}},
    {"ignore", SettingKey::Kind::text, true, {}},
    {"jobs", SettingKey::Kind::number, false, {}},
    {"strict", SettingKey::Kind::flag, false, {}},
    {"fail-on", SettingKey::Kind::text, false, {"error", "warning"}}};

std::string mistake(const std::string& text) {
  PackFiles files;
  auto settings = packs::read_settings(files.write("deskcheck.toml", text).string(), kKeys);
  return settings ? "" : files.bare(settings.error().message);
}

std::string mistake_in_waivers(const std::string& text) {
  PackFiles files;
  auto decisions = packs::read_decisions(files.write("waivers.toml", text).string());
  return decisions ? "" : files.bare(decisions.error().message);
}

}  // namespace

TEST_CASE("settings are values with their places", "[packs]") {
  PackFiles files;
  auto file = files.write("deskcheck.toml",
                          "# ours\npack = \"desk\"\nignore = [\"layout\", \"font\"]\njobs = 2\n"
                          "strict = true\n");
  auto settings = packs::read_settings(file.string(), kKeys);
  REQUIRE(settings);
  REQUIRE(settings->size() == 4);
  CHECK((*settings)[0].values == std::vector<std::string>{"desk"});
  CHECK((*settings)[0].place == file.string() + ":2:8");
  CHECK((*settings)[1].values == std::vector<std::string>{"layout", "font"});
  CHECK((*settings)[2].values == std::vector<std::string>{"2"});
  CHECK((*settings)[3].values == std::vector<std::string>{"true"});
}

TEST_CASE("mistakes in settings are said where they are", "[packs]") {
  CHECK(mistake("pakc = \"x\"\n") ==
        "deskcheck.toml:1:1: unknown key \"pakc\" in the settings; did you mean \"pack\"?");
  CHECK(mistake("\njobs = \"2\"\n") ==
        "deskcheck.toml:2:8: \"jobs\" must be a whole number, not text");
  CHECK(mistake("ignore = [\"a\", 3]\n") ==
        "deskcheck.toml:1:16: \"ignore\" must be text, or a list of such, not a whole number");
  CHECK(mistake("pack = [\"a\"]\n") == "deskcheck.toml:1:8: \"pack\" must be text, not a list");
  CHECK(mistake("fail-on = \"eror\"\n") ==
        "deskcheck.toml:1:11: unknown value of fail-on \"eror\"; did you mean \"error\"? (there "
        "are: error, warning)");
  CHECK(mistake("pack = \"\"\n") == "deskcheck.toml:1:8: \"pack\" is empty");
  CHECK(mistake("pack = desk\n").starts_with("deskcheck.toml:1:8: not TOML"));
}

TEST_CASE("waivers and confirmations are read in their order", "[packs]") {
  PackFiles files;
  auto file = files.write("waivers.toml",
                          "[[waiver]]\ncheck = \"layout/margins\"\npaper = \"7\"\npage = 3\n"
                          "fingerprint = \"f\"\nreason = \"agreed\"\nby = \"A. Chair\"\n"
                          "until = 2027-01-31\n"
                          "[[confirmed]]\ncheck = \"font/\"\n"
                          "[[waiver]]\ncheck = \"font/type3\"\nreason = \"a logo\"\n");
  auto all = packs::read_decisions(file.string());
  REQUIRE(all);
  REQUIRE(all->size() == 3);
  const auto& first = all->front();
  CHECK(!first.confirms);
  CHECK(first.paper == "7");
  CHECK(first.page == 3);
  CHECK(first.fingerprint == "f");
  CHECK(first.ruling.reason == "agreed");
  CHECK(first.ruling.by == "A. Chair");
  CHECK(first.ruling.until == "2027-01-31");
  CHECK(first.place == file.string() + ":1:1");
  CHECK((*all)[1].confirms);
  CHECK((*all)[2].ruling.reason == "a logo");
}

TEST_CASE("mistakes in waivers are said where they are", "[packs]") {
  CHECK(mistake_in_waivers("[[waivers]]\n") ==
        "waivers.toml:1:3: unknown key \"waivers\" in the waivers; did you mean \"waiver\"?");
  CHECK(mistake_in_waivers("[[waiver]]\nreason = \"x\"\n")
            .starts_with("waivers.toml:1:1: it does not say which check"));
  CHECK(mistake_in_waivers("[[waiver]]\ncheck = \"layout/margin\"\nreason = \"x\"\n") ==
        "waivers.toml:2:9: unknown check \"layout/margin\"; did you mean \"layout/margins\"?");
  CHECK(mistake_in_waivers("[[waiver]]\ncheck = \"layout/\"\n") ==
        "waivers.toml:1:1: a waiver says why: reason = \"...\"");
  CHECK(mistake_in_waivers("[[waiver]]\ncheck = \"layout/\"\nreason = \"x\"\nuntil = \"soon\"\n")
            .starts_with("waivers.toml:4:9: \"until\" must be a date"));
  CHECK(mistake_in_waivers("[[waiver]]\ncheck = \"layout/\"\nreason = \"x\"\npage = 0\n") ==
        "waivers.toml:4:8: pages count from 1");
  CHECK(mistake_in_waivers("[waiver]\ncheck = \"layout/\"\n") ==
        "waivers.toml:1:1: write [[waiver]], in two pairs of brackets");
}
