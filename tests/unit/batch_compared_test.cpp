#include <catch2/catch.hpp>

#include "batch/compared.hpp"
#include "batch/journal.hpp"
#include "batch/merge.hpp"
#include "batch_results.hpp"
#include "desk.hpp"
#include "judge/across.hpp"

namespace {

model::Pack pack_with(const std::string& check, const std::string& track) {
  model::Pack pack;
  pack.id = "desk-2025";
  pack.sha256 = std::string(64, 'b');
  if (!track.empty()) pack.track = track;
  model::Rule rule;
  rule.id = "twice";
  rule.check = check;
  rule.severity = model::Severity::error;
  pack.rules = {rule};
  return pack;
}

// Papers 0 to 5; each has the bytes of the one before it where it is odd.
model::Result doubled_result(int number, const std::string& track = "") {
  auto result = numbered_result(number);
  result.file.sha256 = numbered_result(number - number % 2).file.sha256;
  result.findings.clear();
  result.verdict = model::Verdict::pass;
  if (!track.empty()) result.pack->track = track;
  return result;
}

batch::PackOf always(const model::Pack& pack) {
  return [&pack](const model::PackFacts&) { return &pack; };
}

std::string compared_lines(const std::function<std::unique_ptr<batch::Records>()>& read,
                           const batch::PackOf& pack_of) {
  auto records = batch::compared(read, pack_of);
  REQUIRE(records);
  return lines_of(**records);
}

std::unique_ptr<batch::Journal> journal_of_six(const std::string& first_track = "",
                                               const std::string& other_track = "") {
  auto journal = batch::Journal::open({"", false});
  REQUIRE(journal);
  for (int i = 0; i < 6; ++i)
    REQUIRE_FALSE((*journal)->add(doubled_result(i, i % 2 == 0 ? first_track : other_track)));
  return std::move(*journal);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

const std::string kFound = R"("check":"batch/duplicate-file","rule":"twice")";

}  // namespace

TEST_CASE("stored results gain what papers say of each other", "[batch]") {
  auto pack = pack_with("batch/duplicate-file", "");
  auto journal = journal_of_six();
  auto read = [&] { return journal->records(); };
  auto lines = compared_lines(read, always(pack));
  CHECK(count(lines, kFound) == 6);
  CHECK(count(lines, R"("verdict":"fail")") == 6);
  CHECK(count(lines_of(*journal->records()), kFound) == 0);
}

TEST_CASE("comparing what was compared changes nothing, and shards give the same", "[batch]") {
  Desk desk;
  auto pack = pack_with("batch/duplicate-file", "");
  auto journal = journal_of_six();
  auto lines = compared_lines([&] { return journal->records(); }, always(pack));
  desk.write("whole", lines);
  for (int i = 0; i < 6; ++i)
    desk.write("shard" + std::to_string(i % 3),
               desk.read("shard" + std::to_string(i % 3)) + record_line(doubled_result(i)));
  for (std::vector<std::string> names : {std::vector<std::string>{"whole"},
                                         {"shard0", "shard1", "shard2"},
                                         {"shard2", "whole", "shard0"}}) {
    for (std::string& name : names) name = desk.path(name);
    auto merge = batch::Merge::of(names, {});
    REQUIRE(merge);
    CHECK((*merge)->complaints().is_empty());
    CHECK(compared_lines([&] { return (*merge)->records(); }, always(pack)) == lines);
  }
}

TEST_CASE("papers of several tracks are compared, each by its own pack", "[batch]") {
  auto strict = pack_with("batch/duplicate-file", "long");
  auto lax = pack_with("font/type3", "short");
  auto journal = journal_of_six("long", "short");
  auto lines = compared_lines(
      [&] { return journal->records(); },
      [&](const model::PackFacts& facts) { return facts.track == "long" ? &strict : &lax; });
  CHECK(count(lines, kFound) == 3);
}

TEST_CASE("without a pack that compares, results stay as they are", "[batch]") {
  auto journal = journal_of_six();
  auto read = [&] { return journal->records(); };
  auto plain = lines_of(*read());
  auto lax = pack_with("font/type3", "");
  CHECK(compared_lines(read, always(lax)) == plain);
  CHECK(compared_lines(read, [](const model::PackFacts&) { return nullptr; }) == plain);
}
