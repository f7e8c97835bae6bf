#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "checks/registry.hpp"
#include "pack_files.hpp"
#include "packs/language.hpp"
#include "packs/schema.hpp"
#include "util/json.hpp"

namespace {

namespace fs = std::filesystem;
using util::Json;

const fs::path kRules = fs::path(DESKCHECK_SOURCE) / "rules";

Json parsed() {
  return Json::parse(packs::schema());
}

void expect_definitions(const Json& value, const Json& definitions) {
  if (value.is_object() && value.contains("$ref")) {
    std::string name =
        value["$ref"].get<std::string>().substr(std::string("#/definitions/").size());
    if (auto slash = name.find("~1"); slash != name.npos) name.replace(slash, 2, "/");
    INFO(name);
    CHECK(definitions.contains(name));
  }
  if (value.is_structured())
    for (const Json& inner : value) expect_definitions(inner, definitions);
}

}  // namespace

TEST_CASE("the schema that ships is the one that the reader's tables give", "[packs]") {
  // After a change: build/dev/bin/deskcheck packs schema > rules/schema.json
  std::ifstream file(kRules / "schema.json", std::ios::binary);
  CHECK(packs::schema() == std::string(std::istreambuf_iterator<char>(file), {}));
}

TEST_CASE("the schema knows every check with its parameters, and refers to what it has",
          "[packs]") {
  Json schema = parsed();
  const Json& definitions = schema["definitions"];
  for (const checks::Entry& entry : checks::all()) {
    const Json& limits = definitions["limits of " + std::string(entry.check->id)];
    for (const checks::Param& param : entry.check->params) {
      INFO(entry.check->id << " " << param.name);
      CHECK(limits["properties"].contains(std::string(param.name)));
    }
  }
  expect_definitions(schema, definitions);
}

TEST_CASE("every key of the language has a meaning and an example", "[packs]") {
  for (const packs::Table& table : packs::tables())
    for (const packs::Key& key : table.keys) {
      INFO(table.heading << " " << key.name);
      CHECK(key.meaning.ends_with('.'));
      CHECK(!key.example.empty());
    }
}

TEST_CASE("the manual's example is a sound pack", "[packs]") {
  PackFiles files;
  auto file = files.write("workshop-2027.toml", std::string(packs::example()));
  std::string mistakes;
  for (const util::Error& error : packs::validate(file, {files.path()[0], kRules}))
    mistakes += error.message + "\n";
  CHECK(mistakes.empty());
  auto pack = packs::load("workshop-2027", {"camera-ready", "short"}, {files.path()[0], kRules});
  REQUIRE(pack);
  CHECK(pack->gaps.size() == 1);
}
