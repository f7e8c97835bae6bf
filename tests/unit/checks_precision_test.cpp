// What the pages of checks say of their precision, as data.
#include <catch2/catch.hpp>

#include "checks/registry.hpp"

using checks::Precision;
using checks::read_precision;

TEST_CASE("a page tells how often its check was right", "[checks]") {
  std::string page = "# a/check\n\n**Measures** things.\n\n**Measured.** On 104 real papers ";
  CHECK(read_precision(page + "and templates: 45 findings, 44 right; a list.\n\n") ==
        Precision{104, 45, 44});
  CHECK(read_precision(page + "and templates: 1 finding, 1 right.\n") == Precision{104, 1, 1});
  CHECK(read_precision(page + "and templates: no finding.\n") == Precision{104, 0, 0});
  CHECK(read_precision(page + "and templates whose authors were named: 6 findings, 5 right.\n") ==
        Precision{104, 6, 5});
}

TEST_CASE("a page that tells it otherwise tells nothing", "[checks]") {
  CHECK_FALSE(read_precision(""));
  CHECK_FALSE(read_precision("**Measured.** On many real papers and templates: no finding."));
  CHECK_FALSE(read_precision("**Measured.** On 9 real papers: 4 findings, 4 right."));
  CHECK_FALSE(read_precision("**Measured.** On 9 real papers and templates: 4 findings, 5 right."));
  CHECK_FALSE(read_precision("x **Measured.** On 9 real papers and templates: no finding."));
}

TEST_CASE("every check tells its precision", "[checks]") {
  int found = 0, right = 0;
  for (const checks::Entry& entry : checks::all()) {
    INFO(entry.check->id);
    REQUIRE(entry.precision());
    found += entry.precision()->findings;
    right += entry.precision()->right;
  }
  CHECK(found > 300);
  CHECK(right >= 0.95 * found);
}
