// Measures real papers whose columns a person verified; skipped where the collection is not at
// hand.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "corpus_rows.hpp"
#include "inspected.hpp"
#include "packs/packs.hpp"
#include "util/text.hpp"

namespace {

using Row = CorpusRow;

std::vector<Row> verified_rows(const std::string& manifest) {
  std::vector<Row> rows = corpus_rows(manifest);
  std::erase_if(rows, [](Row& row) { return row["verified"] != "yes"; });
  return rows;
}

// An empty cell of a page column means that there is none.
template <class Place>
bool is_on(const std::string& cell, const std::optional<Place>& place) {
  return cell.empty() ? !place : place && std::to_string(place->page) == cell;
}

bool is_near(const std::string& cell, std::optional<double> value, double tolerance) {
  if (cell.empty() || cell == "None") return true;
  return value && std::abs(std::atof(cell.c_str()) - *value) <= tolerance;
}

}  // namespace

TEST_CASE("real papers measure as a person read them", "[measure]") {
  const char* folder = std::getenv("DESKCHECK_CORPUS");
  if (!folder) {
    WARN("skipped: DESKCHECK_CORPUS is not set");
    return;
  }
  std::vector<Row> rows = verified_rows(std::string(folder) + "/manifest.tsv");
  REQUIRE(rows.size() > 20);
  auto base = packs::load("base", {}, {DESKCHECK_SOURCE "/rules"});
  REQUIRE(base);
  for (Row& row : rows) {
    INFO(row["sha12"]);
    std::string file = std::string(folder) + "/pdf/" + row["sha12"] + ".pdf";
    auto result = inspected(file, base->vocabulary);
    REQUIRE(result.paper);
    const model::Measured& m = result.paper->measured;
    CHECK(std::to_string(m.pages) == row["pages"]);
    CHECK(std::to_string(m.columns.value_or(0)) == row["columns"]);
    REQUIRE(m.body);
    CHECK(is_near(row["body_size"], m.body->size, 0.2));
    CHECK(is_near(row["leading"], m.body->leading, 0.35));
    CHECK(m.line_numbers == (row["line_numbers"] == "yes"));
    CHECK(is_on(row["ref_page"], m.references));
    CHECK(is_on(row["main_end_page"], m.main_end));
    CHECK(is_on(row["appendix_page"], m.appendix));
  }
}
