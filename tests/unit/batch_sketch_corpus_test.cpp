// Compares real papers with each other; skipped where the collection is not at hand.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>

#include "batch/sketch.hpp"
#include "checks/likeness.hpp"
#include "inspected.hpp"
#include "packs/packs.hpp"
#include "util/text.hpp"

namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const std::string& manifest) {
  std::ifstream file(manifest);
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> names = util::split(line, '\t');
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = util::split(line, '\t');
    Row row;
    for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i) row[names[i]] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

// The unedited sample text of a venue is the same from one year and one author to the next.
bool is_sample(const Row& row) {
  const std::string& path = row.at("path");
  return row.at("kind") != "paper" || path.find("sample") != std::string::npos ||
         path.find("example") != std::string::npos || path.starts_with("neurips_2");
}

}  // namespace

TEST_CASE("real papers are like their own versions and like no other", "[batch]") {
  const char* folder = std::getenv("DESKCHECK_CORPUS");
  if (!folder) {
    WARN("skipped: DESKCHECK_CORPUS is not set");
    return;
  }
  const auto base = packs::load("base", {}, {DESKCHECK_SOURCE "/rules"});
  REQUIRE(base);
  const std::vector<Row> rows = rows_of(std::string(folder) + "/manifest.tsv");
  REQUIRE(rows.size() > 20);
  std::vector<model::Submission> papers;
  for (const Row& row : rows) {
    const std::string file = std::string(folder) + "/pdf/" + row.at("sha12") + ".pdf";
    const auto result = inspected(file, base->vocabulary);
    REQUIRE(result.paper);
    papers.push_back(
        {row.at("sha12"), file, result.file.sha256, batch::sketch_of(*result.paper, nullptr)});
  }
  const checks::Submissions all(papers);
  std::size_t versions = 0;
  const auto alike = checks::find_alike(all, 0.3);
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const auto& [other, likeness] : alike[i]) {
      INFO(papers[i].id << " and " << papers[other].id << ": " << likeness);
      const bool is_version = rows[i].at("repo") == rows[other].at("repo");
      CHECK((is_version || (is_sample(rows[i]) && is_sample(rows[other]))));
      versions += is_version && likeness >= 0.8 && !is_sample(rows[i]) ? 1 : 0;
    }
  CHECK(versions >= 20);
}
