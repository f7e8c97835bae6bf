// Real papers in which a person noted what gives their authors away and what only seems to; skipped
// where the collection is not at hand. Papers and remarks are read from its manifest alone.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "corpus_rows.hpp"
#include "inspected.hpp"
#include "judge/judge.hpp"
#include "packs/packs.hpp"
#include "util/text.hpp"

namespace {

using Ids = std::set<std::string>;
using Row = CorpusRow;

// What a remark says, and the checks that must find it, or that must not find anything.
struct Reading {
  const char* remark;
  Ids checks;
};

const Ids kNames = {"anonymity/author-block"};
const Ids kWho = {"anonymity/author-block", "anonymity/email", "anonymity/orcid",
                  "anonymity/acknowledgments"};

const std::vector<Reading> kLeaks = {
    {"named authors|names p1|names\\+|real author names|author names p1|copyright line, names",
     kNames},
    {"names and emails|authors and emails|names\\+emails", {"anonymity/email"}},
    {"embedded figure (InfoDict )?/Author", {"anonymity/figure-metadata"}},
    {"Info Author with names|Info Author = leak", {"anonymity/metadata"}},
    {"own github", {"anonymity/url"}},
    {"names\\+ORCID", {"anonymity/orcid"}},
    {"embedded /Users", {"anonymity/file-path"}},
    {"acknowledgements p[0-9]", {"anonymity/acknowledgments"}},
    {"coloured comment|visible todonotes", {"text/todo"}},
};

const std::vector<Reading> kTraps = {
    {"acknowledgements.*not a leak|template acknowledgements", {"anonymity/acknowledgments"}},
    {"placeholder author|authors are template placeholders|blank author block", kNames},
    {"placeholder correspondence", {"anonymity/email"}},
    {"Info Author [^;]* is fine", {"anonymity/metadata"}},
    {"PTEX paths [^;]*no user", {"anonymity/file-path"}},
    {"anonymous OK|PASS anonymity|(^|; |: )\"?anonymous( |;|$)|anonymous page 1", kWho},
    {"visible text anonymous", kWho},
};

std::vector<Row> remarked_rows(const std::string& manifest) {
  std::vector<Row> rows = corpus_rows(manifest);
  std::erase_if(rows, [](Row& row) { return row["verified"] == "no" || row["expected"].empty(); });
  return rows;
}

Ids read_remark(const std::string& remark, const std::vector<Reading>& readings) {
  Ids ids;
  for (const Reading& reading : readings)
    if (std::regex_search(remark, std::regex(reading.remark)))
      ids.insert(reading.checks.begin(), reading.checks.end());
  return ids;
}

Ids found_in(const std::string& file, const model::Pack& pack) {
  Ids ids;
  for (const model::Finding& finding :
       judge::judge(inspected(file, pack.vocabulary), pack).findings)
    if (finding.outcome == model::Outcome::failed) ids.insert(finding.check);
  return ids;
}

}  // namespace

TEST_CASE("what gives real authors away is found, and what only seems to is not", "[checks]") {
  const char* folder = std::getenv("DESKCHECK_CORPUS");
  if (!folder) {
    WARN("skipped: DESKCHECK_CORPUS is not set");
    return;
  }
  auto pack = packs::load("blind", {"submission", ""}, {DESKCHECK_SOURCE "/rules"});
  REQUIRE(pack);
  std::size_t leaks = 0, traps = 0;
  for (Row& row : remarked_rows(std::string(folder) + "/manifest.tsv")) {
    Ids sought = read_remark(row["expected"], kLeaks);
    Ids forbidden = read_remark(row["expected"], kTraps);
    if (sought.empty() && forbidden.empty()) continue;
    Ids found = found_in(std::string(folder) + "/pdf/" + row["sha12"] + ".pdf", *pack);
    for (const std::string& id : sought) {
      INFO(row["sha12"] << " gives away what " << id << " looks for");
      CHECK(found.contains(id));
    }
    for (const std::string& id : forbidden) {
      if (sought.contains(id)) continue;
      INFO(row["sha12"] << " has nothing for " << id);
      CHECK_FALSE(found.contains(id));
    }
    leaks += sought.size();
    traps += forbidden.size();
  }
  CHECK(leaks >= 15);
  CHECK(traps >= 40);
}
