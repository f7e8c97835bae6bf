#include <catch2/catch.hpp>

#include "extract/cmap_text.hpp"
#include "extract/limits.hpp"

namespace {

using extract::ToUnicode;

ToUnicode read(const std::string& blocks) {
  const auto out = ToUnicode::read("/CIDInit /ProcSet findresource begin\n" + blocks);
  REQUIRE(out);
  return *out;
}

}  // namespace

TEST_CASE("a CMap maps codes, ranges and lists", "[extract]") {
  const ToUnicode map = read(
      "2 beginbfchar <41> <0061> <42> <00660069> endbfchar 2 beginbfrange <50> <52> <0070> "
      "<60> <62> [<0030> <00310032> <D835DC00>] endbfrange");
  CHECK((map.of('A') == U"a"));
  CHECK((map.of('B') == U"fi"));
  CHECK((map.of('R') == U"r"));
  CHECK((map.of('a') == U"12"));
  CHECK((map.of('b') == U"\U0001d400"));
  CHECK(map.has('A'));
  CHECK(!map.has('C'));
  CHECK(!map.has('c'));
}

TEST_CASE("what is wrong in a CMap costs what it costs the library", "[extract]") {
  const ToUnicode map = read(
      "beginbfchar <41> 97 <42> <00zz> <43> <D800> <44> <00410zz0> <0045> <0065> <46> <0000> "
      "<47> <D8000041> endbfchar");
  CHECK(!map.has('A'));
  CHECK(!map.has('B'));
  CHECK((map.of('C') == U"\ufffd"));
  CHECK(map.has('D'));
  CHECK(map.of('D').empty());
  CHECK((map.of('E') == U"e"));
  CHECK(map.has('F'));
  CHECK(map.of('F').empty());
  CHECK((map.of('G') == U"\ufffdA"));
  CHECK(!read("% beginbfchar <41> <0061>\n").has('A'));
  CHECK(!read(std::string("begin\0bfchar x beginbfchar <41> <0061>", 38)).has('A'));
  CHECK(!ToUnicode::read("/Other usecmap"));
  CHECK(!ToUnicode::read("1 begincidrange <00> <ff> 0 endcidrange"));
}

TEST_CASE("endless ranges are counted, not followed", "[extract]") {
  std::string blocks = "beginbfrange\n";
  for (int i = 0; i < 100'000; ++i) blocks += "<0000> <ffff> <0041>\n";
  CHECK((read(blocks).of(1) == U"B"));
  CHECK(extract::count_mappings("x " + blocks) > extract::limits::kMappingsDocument);
  CHECK(extract::count_mappings("begincidrange <00000000> <ffffffff> 0 endcidrange") > 4e9);
  CHECK(extract::count_mappings("x beginbfchar <0041> <fb00> <0042> <fb01> endbfchar") < 20);
  CHECK(extract::count_mappings("beginbfrange <01> <03> [<0041> <0042> <0043>] endbfrange") < 20);
}
