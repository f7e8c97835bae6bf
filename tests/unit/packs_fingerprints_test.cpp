#include "packs/fingerprints.hpp"

#include <catch2/catch.hpp>

#include "pack_files.hpp"
#include "packs/library.hpp"

namespace {

constexpr const char* kAny = "id = \"any\"\n[marks]\nsubmission = [\"Under review as\"]\n";
constexpr const char* kDesk =
    "id = \"desk-2025\"\nextends = \"any\"\nstages = [\"submission\"]\n"
    "[marks]\nsubmission = [\"Submitted to Desk 2025\", \"Under review as\"]\n"
    "[rule.columns]\ncheck = \"layout/columns\"\nseverity = \"error\"\nwith = { count = 2 }\n"
    "[rule.notice]\ncheck = \"style/template\"\nseverity = \"error\"\n"
    "with = { text = [\"Under review\"] }\n[rule.pages]\ncheck = \"length/total-pages\"\nseverity "
    "= \"error\"\nwith = { max = 2 }\n";

}  // namespace

TEST_CASE("a fingerprint holds texts with any year and the rules on the layout", "[packs]") {
  PackFiles files;
  files.write("any.toml", kAny);
  files.write("desk-2025.toml", kDesk);
  auto prints = packs::read_fingerprints(packs::find_packs(files.path()));
  REQUIRE(prints.size() == 1);  // any venue's texts tell none
  CHECK(prints[0].id == "desk-2025");
  CHECK(prints[0].venue == "desk");
  CHECK(prints[0].year == 2025);
  CHECK(prints[0].parents == std::vector<std::string>{"any"});
  CHECK(prints[0].texts == std::vector<std::string>{"Submitted to Desk {year}"});
  CHECK(prints[0].shared == std::vector<std::string>{"Under review"});
  REQUIRE(prints[0].layouts);
  REQUIRE(prints[0].layouts->size() == 1);
  REQUIRE(prints[0].layouts->front().size() == 1);
  CHECK(prints[0].layouts->front()[0].check == "layout/columns");
}

TEST_CASE("another name of an edition stands behind it", "[packs]") {
  PackFiles files;
  files.write("any.toml", kAny);
  files.write("desk-2025.toml", kDesk);
  files.write("table-25.toml", "id = \"table-25\"\nextends = \"desk-2025\"\n");
  files.write("broken.toml", "id = \"broken\"\nextends = \"gone\"\n");
  auto prints = packs::read_fingerprints(packs::find_packs(files.path()));
  REQUIRE(prints.size() == 2);
  CHECK(prints[1].id == "table-25");
  CHECK(prints[1].year == 2025);
  CHECK(prints[1].stands_behind);
  CHECK(prints[1].texts.empty());
}

TEST_CASE("a pack says of which venue it is", "[packs]") {
  PackFiles files;
  std::string text = kDesk;
  files.write("any.toml", kAny);
  files.write("desk-2025.toml",
              text + "[identify]\nvenue = \"shelf\"\ntexts = [\"Shelf {year}\"]\n");
  CHECK(packs::read_fingerprints(packs::find_packs(files.path()))[0].venue == "shelf");
  auto wrong = files.write("wrong.toml", "id = \"wrong\"\n[identify]\ntext = [\"Shelf\"]\n");
  CHECK(files.mistakes(wrong).size() == 1);
}

TEST_CASE("a library reads packs as they were when it was opened", "[packs]") {
  PackFiles files;
  files.write("any.toml", kAny);
  auto desk = files.write("desk-2025.toml", kDesk);
  packs::Library library(*packs::read_packs(files.path()));
  std::filesystem::remove(desk);
  auto pack = library.load("desk-2025", {});
  REQUIRE(pack);
  CHECK(pack->rules.size() == 3);
  CHECK(!packs::load("desk-2025", {}, files.path()));
}

TEST_CASE("layouts that a pack describes stand in place of its rules", "[packs]") {
  PackFiles files;
  files.write("any.toml", kAny);
  files.write("desk-2025.toml", std::string(kDesk) +
                                    "[identify]\ntitle = \"left\"\ninfo = { Subject = [\"Desk "
                                    "{year}\"] }\n[[identify.layout]]\n[[identify.layout]]\n"
                                    "\"layout/columns\" = { count = 1 }\n");
  files.write("lamp.toml", "id = \"lamp\"\nextends = \"desk-2025\"\n");
  files.write("chair.toml",
              "id = \"chair\"\nextends = \"desk-2025\"\n[rule.columns]\nwith = { count = 3 }\n");
  auto prints = packs::read_fingerprints(packs::find_packs(files.path()));
  REQUIRE(prints.size() == 3);
  auto columns = [&](std::size_t of) {
    std::vector<long long> counts;
    for (const auto& rules : *prints[of].layouts) counts.push_back(rules[0].with.integer("count"));
    return counts;
  };
  CHECK(columns(0) == std::vector<long long>{3});  // it has limits of its own
  CHECK(columns(1) == std::vector<long long>{2, 1});
  CHECK(columns(2) == std::vector<long long>{2, 1});
  CHECK(prints[1].title == model::TitleSet::left);
  REQUIRE(prints[1].info.size() == 1);
  CHECK(prints[1].info[0].key == "Subject");
}

TEST_CASE("what packs print is the same, with their layouts read or not", "[packs]") {
  packs::Index index = packs::find_packs({DESKCHECK_SOURCE "/rules"});
  auto prints = packs::read_fingerprints(index), texts = packs::read_prints(index);
  REQUIRE(prints.size() == texts.size());
  for (std::size_t i = 0; i < prints.size(); ++i) {
    CHECK(prints[i].id == texts[i].id);
    CHECK(prints[i].venue == texts[i].venue);
    CHECK(prints[i].parents == texts[i].parents);
    CHECK(prints[i].texts == texts[i].texts);
    CHECK(prints[i].shared == texts[i].shared);
    CHECK(prints[i].stages == texts[i].stages);
  }
}

TEST_CASE("mistakes in what identifies papers have a place", "[packs]") {
  PackFiles files;
  auto mistakes = [&](const std::string& text) {
    return files.mistakes(files.write("wrong.toml", "id = \"wrong\"\n" + text));
  };
  CHECK(mistakes("[identify]\ntitle = \"right\"\n").size() == 1);
  CHECK(mistakes("[identify]\ninfo = { Subject = [\"{name}\"] }\n").size() == 1);
  CHECK(mistakes("[[identify.layout]]\n\"length/total-pages\" = { max = 2 }\n").size() == 1);
  CHECK(mistakes("[[identify.layout]]\n\"layout/columns\" = { number = 2 }\n").size() == 2);
  CHECK(mistakes("[identify.layout]\n\"layout/columns\" = { count = 2 }\n").size() == 1);
}
