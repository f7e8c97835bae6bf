// The format checker of HotCRP, called as HotCRP calls it.
#include <catch2/catch.hpp>

#include <chrono>
#include <cstdlib>

#include "desk.hpp"
#include "tiny_pdf.hpp"
#include "util/json.hpp"

namespace {

const std::string kRules = std::string(DESKCHECK_SOURCE) + "/rules";

std::string fixture(const std::string& name) {
  return std::string(DESKCHECK_SOURCE) + "/fixtures/" + name + ".pdf";
}

util::Json told(const Desk& desk, std::vector<std::string> words) {
  words.insert(words.begin(), {"hotcrp", "--packs", kRules});
  auto answer = desk.run(std::move(words));
  CHECK(answer.code == 0);
  CHECK(answer.out.find('\n') == answer.out.size() - 1);
  auto json = util::parse(answer.out);
  REQUIRE(json);
  REQUIRE((*json)["pages"].is_array());
  return *json;
}

bool is_failure(const util::Json& json) {
  return json.size() == 3 && json["at"].is_number_integer() && json["error"] == true &&
         json["pages"].empty();
}

}  // namespace

TEST_CASE("hotcrp answers as its harness calls, and leaves out what it does not know", "[cli]") {
  Desk desk;
  auto json = told(desk, {fixture("deepmath-2025/clean")});
  CHECK(json["at"].is_number_integer());
  CHECK(json["at"] > 1'700'000'000);
  json = told(desk, {"-json", "-no-time", "-colpos", "-zoom=3", fixture("deepmath-2025/clean")});
  CHECK_FALSE(json.contains("at"));
  CHECK(json["bodyfontsize"] == 11);
}

TEST_CASE("hotcrp says of each file that cannot be read that it could not", "[cli]") {
  Desk desk;
  CHECK(is_failure(told(desk, {desk.path("none.pdf")})));
  CHECK(is_failure(told(desk, {desk.path("")})));
  for (const char* name : {"broken/empty", "broken/text", "broken/password"})
    CHECK(is_failure(told(desk, {fixture(name)})));
  CHECK(is_failure(told(desk, {})));
  CHECK(is_failure(told(desk, {"a.pdf", "b.pdf"})));
  CHECK(is_failure(told(desk, {"--timeout", "soon", fixture("deepmath-2025/clean")})));
  CHECK(is_failure(told(desk, {"--timeout", "", fixture("deepmath-2025/clean")})));
}

TEST_CASE("hotcrp is done with a page of tiles in a moment", "[cli]") {
  Desk desk;
  auto pdf = TinyPdf::with_page("/Pattern cs /P1 scn 0 0 612 792 re f", "/Pattern << /P1 7 0 R >>");
  pdf.set_stream(7, "BT /F1 1 Tf (tile) Tj ET",
                 "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] "
                 "/XStep 0.01 /YStep 0.01 /Resources << /Font << /F1 5 0 R >> >>");
  auto begin = std::chrono::steady_clock::now();
  told(desk, {desk.write("tiles.pdf", pdf.bytes())});
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("hotcrp wants nothing of its surroundings but PATH", "[cli]") {
  Desk desk;
  auto saved = std::string(std::getenv("HOME") ? std::getenv("HOME") : "");
  unsetenv("HOME");
  auto json = told(desk, {fixture("deepmath-2025/clean")});
  CHECK(json["pages"].size() == 2);
  if (!saved.empty()) setenv("HOME", saved.c_str(), 1);
}
