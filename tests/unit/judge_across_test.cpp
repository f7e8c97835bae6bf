#include "judge/across.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <map>
#include <random>

#include "judge/judge.hpp"
#include "model/result_json.hpp"

namespace {

model::Rule rule(const std::string& id, const std::string& check,
                 model::Severity severity = model::Severity::warning) {
  model::Rule it;
  it.id = id;
  it.check = check;
  it.severity = severity;
  it.for_person = true;
  return it;
}

model::Pack pack_with(std::vector<model::Rule> rules) {
  model::Pack pack;
  pack.id = "test";
  pack.stage = "submission";
  pack.rules = std::move(rules);
  for (model::Rule& it : pack.rules) {
    if (it.check == "batch/near-duplicate") it.with.set("threshold", 0.8);
    if (it.check == "batch/shared-trace") it.with.set("most", 8LL);
    if (it.check == "batch/author-cap") {
      it.with.set("max", 1LL);
      it.with.set("people", std::string("presenting"));
    }
    if (it.check == "length/total-pages") it.with.set("max", 1LL);
  }
  return pack;
}

const model::Pack kPack =
    pack_with({rule("cap", "batch/author-cap"), rule("pages", "length/total-pages"),
               rule("same-file", "batch/duplicate-file"), rule("same-text", "batch/near-duplicate"),
               rule("trace", "batch/shared-trace")});

model::Result paper(const std::string& id, const std::string& sha256, int pages = 1) {
  model::Result result;
  result.file.id = id;
  result.file.path = id + ".pdf";
  result.file.sha256 = sha256;
  result.paper.emplace().measured.pages = pages;
  result.sketch.emplace();
  return judge::judge(std::move(result), kPack);
}

std::string bytes(const model::Result& result) {
  return util::dump(model::to_json(result));
}

// Sketches of one random text each; `copies` of the last are so like the first.
std::vector<model::Submission> crowd(std::size_t count, std::size_t copies, double likeness) {
  std::mt19937 random(1);
  std::vector<model::Submission> all(count);
  for (std::size_t i = 0; i < count; ++i) {
    all[i].id = std::to_string(1000000 + i);
    all[i].path = all[i].id + "/paper.pdf";
    for (int j = 0; j < 8; ++j) all[i].sha256 += std::to_string(10000000 + random() % 89999999);
    auto& sketch = all[i].sketch.emplace();
    sketch.traces = {"d" + all[i].sha256.substr(0, 15), "d" + all[i].sha256.substr(15, 15)};
    sketch.authors = {"e" + all[i].sha256.substr(30, 15), "e" + all[i].sha256.substr(45, 15)};
    for (int j = 0; j < 128; ++j) {
      const auto number = static_cast<std::uint32_t>(random() & 0xffff);
      const bool is_copied = i >= count - copies && j < 128 * likeness;
      sketch.shingles.push_back(is_copied ? all[i - count + copies].sketch->shingles[j] : number);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a paper alone is not compared", "[judge]") {
  const model::Result alone = paper("17", "aa");
  CHECK(alone.checked == std::vector<std::string>{"length/total-pages"});
  CHECK(alone.unchecked.empty());
  const std::vector<model::Submission> one = {judge::submission_of(alone)};
  const auto comparisons = judge::compare(one, kPack);
  REQUIRE(comparisons.size() == 1);
  CHECK(bytes(judge::with_comparison(alone, comparisons[0], kPack)) == bytes(alone));
}

TEST_CASE("a comparison adds to the findings of a paper and moves its verdict", "[judge]") {
  const model::Result long_one = paper("17", "aa", 2), short_one = paper("23", "aa");
  CHECK(short_one.verdict == model::Verdict::pass);
  const std::vector<model::Submission> both = {judge::submission_of(long_one),
                                               judge::submission_of(short_one)};
  const auto comparisons = judge::compare(both, kPack);
  const auto first = judge::with_comparison(long_one, comparisons[0], kPack);
  REQUIRE(first.findings.size() == 2);
  CHECK(first.findings[0].check == "batch/duplicate-file");
  CHECK(first.findings[0].rule == "same-file");
  CHECK(first.findings[0].fingerprint.size() == 16);
  CHECK(first.findings[1].check == "length/total-pages");
  CHECK(first.findings[1].fingerprint == long_one.findings[0].fingerprint);
  const auto second = judge::with_comparison(short_one, comparisons[1], kPack);
  CHECK(second.verdict == model::Verdict::review);
  CHECK(second.checked == std::vector<std::string>{"length/total-pages"});
  REQUIRE(second.unchecked.size() == 3);
  CHECK(second.unchecked[0].check == "batch/author-cap");
}

TEST_CASE("what a comparison says does not depend on the order of the papers", "[judge]") {
  std::vector<model::Result> papers;
  // More than are named.
  for (const char* id : {"d", "b", "f", "a", "c", "e"}) papers.push_back(paper(id, "aa"));
  const auto compared = [&] {
    std::vector<model::Submission> all;
    for (const model::Result& each : papers) all.push_back(judge::submission_of(each));
    auto comparisons = judge::compare(all, kPack);
    std::map<std::string, std::string> said;
    for (std::size_t i = 0; i < papers.size(); ++i) {
      said[papers[i].file.id] =
          bytes(judge::with_comparison(papers[i], std::move(comparisons[i]), kPack));
    }
    return said;
  };
  const auto first = compared();
  CHECK(first.at("d").find("as a, b, c and others") != std::string::npos);
  std::reverse(papers.begin(), papers.end());
  CHECK(compared() == first);
  std::swap(papers[0], papers[3]);
  CHECK(compared() == first);
}

TEST_CASE("a comparison takes the place of an earlier one", "[judge]") {
  const model::Result before = paper("17", "aa"), other = paper("23", "aa"),
                      third = paper("31", "b");
  auto compared = [](std::vector<model::Result> results) {
    std::vector<model::Submission> all;
    for (const auto& each : results) all.push_back(judge::submission_of(each));
    return judge::with_comparison(results[0], judge::compare(all, kPack)[0], kPack);
  };
  const auto once = compared({before, other});
  CHECK(bytes(compared({once, other})) == bytes(once));
  CHECK(bytes(compared({once, third})) == bytes(compared({before, third})));
  CHECK(bytes(compared({once})) == bytes(before));
}

TEST_CASE("what a pack cannot judge stays unchecked", "[judge]") {
  model::Pack pack = kPack;
  pack.gaps = {{"batch/near-duplicate", "talks are repeated", {}, {}, {}}};
  model::Result result = paper("17", "aa");
  result.findings.clear();
  result = judge::judge(std::move(result), pack);
  const auto stripped = judge::with_comparison(result, {}, pack);
  REQUIRE(stripped.unchecked.size() == 1);
  CHECK(stripped.unchecked[0].why == "talks are repeated");
}

TEST_CASE("a paper that was not judged stays so", "[judge]") {
  model::Result dead;
  dead.file.id = "17";
  dead.file.path = "17.pdf";
  dead.file.sha256 = "aa";
  dead.stopped = "the process ran out of memory";
  dead = judge::judge(std::move(dead), kPack);
  REQUIRE(dead.unchecked.size() == 1);
  const std::vector<model::Submission> both = {judge::submission_of(dead),
                                               judge::submission_of(paper("23", "aa"))};
  const auto compared = judge::with_comparison(dead, judge::compare(both, kPack)[0], kPack);
  CHECK(compared.verdict == model::Verdict::unjudged);
  REQUIRE(compared.findings.size() == 1);
  CHECK(compared.unchecked.size() == 4);
}

TEST_CASE("of 10,000 papers all copies are found and nothing else, in seconds", "[judge]") {
  constexpr std::size_t kCount = 10000, kCopies = 500;
  const auto all = crowd(kCount, kCopies, 0.85);
  const std::clock_t start = std::clock();
  const auto comparisons = judge::compare(all, kPack);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::size_t found = 0, wrong = 0;
  for (std::size_t i = 0; i < kCount; ++i) {
    const bool is_one = i < kCopies || i >= kCount - kCopies;
    const std::size_t findings = comparisons[i].findings.size();
    found += is_one && findings == 1 ? 1 : 0;
    wrong += !is_one && findings > 0 ? 1 : 0;
  }
  CHECK(found == 2 * kCopies);
  CHECK(wrong == 0);
  INFO(seconds << " s");
  CHECK(seconds < 20);  // 0.2 s without sanitizers
}

TEST_CASE("10,000 copies of one paper do not take long either", "[judge]") {
  auto all = crowd(10000, 0, 0);
  for (auto& each : all) {
    each.sketch->shingles = all[0].sketch->shingles;
    each.sketch->traces = all[0].sketch->traces;
    each.sketch->authors = all[0].sketch->authors;
    each.sha256 = all[0].sha256.substr(0, 60) + each.id.substr(3);
  }
  const std::clock_t start = std::clock();
  const auto comparisons = judge::compare(all, kPack);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  for (const auto& each : comparisons) {
    bool is_found = false;
    for (const auto& finding : each.findings)
      is_found = is_found || finding.check == "batch/near-duplicate";
    CHECK(is_found);
  }
  INFO(seconds << " s");
  CHECK(seconds < 20);
}
