#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <numeric>

#include "batch/merge.hpp"
#include "batch/sanitized.hpp"
#include "batch_results.hpp"
#include "desk.hpp"

namespace {

using batch::Merge;

std::string lines(std::vector<int> numbers) {
  std::string out;
  for (int number : numbers) out += record_line(numbered_result(number));
  return out;
}

std::unique_ptr<Merge> merged(const std::vector<std::string>& files, Merge::Options options = {}) {
  auto merge = Merge::of(files, options);
  INFO((merge ? "" : merge.error().message));
  REQUIRE(merge);
  return std::move(*merge);
}

std::string merged_lines(const std::vector<std::string>& files) {
  auto merge = merged(files);
  CHECK(merge->complaints().is_empty());
  return lines_of(*merge->records());
}

class Listed : public batch::Source {
 public:
  explicit Listed(std::vector<int> numbers) : numbers_(std::move(numbers)) {}
  std::optional<batch::Input> next() override {
    if (at_ == numbers_.size()) return std::nullopt;
    auto result = numbered_result(numbers_[at_++]);
    batch::Input input;
    input.path = result.file.path;
    input.id = result.file.id;
    return input;
  }

 private:
  std::vector<int> numbers_;
  std::size_t at_ = 0;
};

}  // namespace

TEST_CASE("shards in any order and any number of times give the same bytes", "[batch]") {
  Desk desk;
  std::vector<std::string> files = {desk.write("a", lines({8, 1, 5})), desk.write("b", lines({3})),
                                    desk.write("c", lines({})),
                                    desk.write("d", lines({2, 7, 4, 1}))};
  std::string expected = lines({1, 2, 3, 4, 5, 7, 8});
  std::vector<std::string> order = files;
  int permutations = 0;
  do {
    CHECK(merged_lines(order) == expected);
    ++permutations;
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(permutations == 24);
  for (const std::string& file : files) order.push_back(file);
  order.push_back(desk.write("all", expected));
  CHECK(merged_lines(order) == expected);
  CHECK(merged_lines({desk.path("all")}) == expected);
  CHECK(merged_lines({desk.write("ab", merged_lines({files[0], files[1]})),
                      desk.write("cd", merged_lines({files[2], files[3]}))}) == expected);
}

TEST_CASE("journals are records too", "[batch]") {
  Desk desk;
  auto partial = desk.write("a.partial", batch::sealed(numbered_result(1)) + "\n" +
                                             batch::sealed(numbered_result(2)) + "\n");
  CHECK(merged_lines({partial, desk.write("b", lines({1, 3}))}) == lines({1, 2, 3}));
}

TEST_CASE("what papers say of each other makes no conflict", "[batch]") {
  Desk desk;
  auto compared = numbered_result(1);
  compared.findings.insert(compared.findings.begin(), compared.findings[0]);
  compared.findings[0].check = "batch/duplicate-file";
  compared.checked.insert(compared.checked.begin(), "batch/near-duplicate");
  compared.unchecked.push_back({"batch/author-cap", "no manifest"});
  compared.verdict = model::Verdict::review;
  auto a = desk.write("a", record_line(compared)), b = desk.write("b", lines({1}));
  CHECK(merged_lines({a, b}) == merged_lines({b, a}));
}

TEST_CASE("records that differ are named and left out", "[batch]") {
  Desk desk;
  auto other = numbered_result(2);
  other.findings.pop_back();
  auto a = desk.write("a", lines({1, 2, 3})), b = desk.write("b", record_line(other));
  auto c = desk.write("c", lines({2}));
  for (const auto& files : {std::vector{a, b, c}, {c, b, a}, {b, a, c}, {b, c, a, b}}) {
    auto merge = merged(files);
    CHECK(merge->complaints().conflicting ==
          std::vector<std::string>{
              "uploads/2.pdf (id 2): its records differ and were left out; keep one of them"});
    CHECK(lines_of(*merge->records()) == lines({1, 3}));
  }
}

TEST_CASE("a list gives the order and says what is missing", "[batch]") {
  Desk desk;
  auto a = desk.write("a", lines({1, 2, 3, 9}));
  Listed listed({3, 1, 4, 2, 3});
  auto merge = merged({a}, {false, &listed});
  CHECK(lines_of(*merge->records()) == lines({3, 1, 2}));
  CHECK(merge->size() == 3);
  CHECK(merge->complaints().missing ==
        std::vector<std::string>{"uploads/4.pdf (id 4): there is no record of it"});
  CHECK(
      merge->complaints().unlisted ==
      std::vector<std::string>{"uploads/9.pdf (id 9): it is not listed; its record was left out"});
}

TEST_CASE("packs and versions are not mixed unasked", "[batch]") {
  Desk desk;
  auto a = desk.write("a", lines({1}));
  for (int kind = 0; kind < 5; ++kind) {
    auto other = numbered_result(2);
    if (kind == 0) other.pack->id = "desk-2026";
    if (kind == 1) other.pack->version = "1.0.1";
    if (kind == 2) other.pack->sha256 = std::string(64, 'c');
    if (kind == 3) other.pack->stage = "camera-ready";
    if (kind == 4) other.version = "0.0.9";
    auto b = desk.write("b", record_line(other));
    auto refused = Merge::of({b, a}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("add --allow-mixed") != std::string::npos);
    CHECK(merged({b, a}, {true, nullptr})->size() == 2);
  }
  auto other = numbered_result(2);
  other.pack->track = "short";
  CHECK(merged({a, desk.write("b", record_line(other))})->size() == 2);
}

TEST_CASE("torn and damaged lines are told and left out", "[batch]") {
  Desk desk;
  std::string whole;
  for (int i : {1, 2, 3}) whole += record_line(slim_result(i));
  auto begin = whole.rfind('\n', whole.size() - 2) + 1;
  for (auto cut = begin + 1; cut < whole.size() - 1; ++cut) {
    auto merge = merged({desk.write("a", whole.substr(0, cut))});
    CHECK(
        merge->complaints().damaged ==
        std::vector<std::string>{desk.path("a") + ":3: the last record is torn and was left out"});
    CHECK(lines_of(*merge->records()) == whole.substr(0, begin));
  }
  CHECK(merged_lines({desk.write("a", whole.substr(0, whole.size() - 1))}) == whole);
  auto merge = merged({desk.write("a", "{}\n" + whole + "\xff\n\n[]\n")});
  REQUIRE(merge->complaints().damaged.size() == 3);
  CHECK(merge->complaints().damaged[0].starts_with(desk.path("a") + ":1: no record ("));
  CHECK(lines_of(*merge->records()) == whole);
}

TEST_CASE("a line longer than any record is passed over in constant memory", "[batch]") {
  Desk desk;
  {
    std::ofstream file(desk.path("a"), std::ios::binary);
    std::string piece(1 << 20, '[');
    for (int i = 0; i < 80; ++i) file << piece;
    file << "\n" << lines({1});
  }
  auto merge = merged({desk.path("a")});
  CHECK(merge->complaints().damaged ==
        std::vector<std::string>{desk.path("a") +
                                 ":1: no record (longer than any record); it was left out"});
  CHECK(lines_of(*merge->records()) == lines({1}));
}

TEST_CASE("more shards are joined than files may be open", "[batch]") {
  Desk desk;
  rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  rlimit low = {100, limit.rlim_max};
  setrlimit(RLIMIT_NOFILE, &low);
  std::vector<std::string> files;
  for (int i = 0; i < 200; ++i)
    files.push_back(desk.write("shard" + std::to_string(i), lines({i})));
  CHECK(merged(files)->size() == 200);
  setrlimit(RLIMIT_NOFILE, &limit);
}

TEST_CASE("what cannot be read is an error that names the file", "[batch]") {
  Desk desk;
  for (const std::string& path : {desk.path("missing"), desk.path("."), std::string("/dev/zero")}) {
    auto refused = Merge::of({path}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.starts_with("cannot read " + path + ": "));
  }
}

TEST_CASE("ten thousand records are joined in little memory", "[batch]") {
  Desk desk;
  constexpr int kPapers = 10'000;
  std::vector<std::string> files;
  for (int shard = 0; shard < 4; ++shard) {
    files.push_back(desk.path("shard" + std::to_string(shard)));
    std::ofstream file(files.back(), std::ios::binary);
    for (int i = shard; i < kPapers; i += 4) file << record_line(slim_result(i));
  }
  rusage before, after;
  getrusage(RUSAGE_SELF, &before);
  auto merge = merged(files);
  auto records = merge->records();
  int count = 0;
  while (true) {
    auto result = records->next();
    REQUIRE(result);
    if (!*result) break;
    ++count;
  }
  getrusage(RUSAGE_SELF, &after);
  CHECK(count == kPapers);
  // Sanitizers keep what was freed.
  if (!batch::kIsSanitized)
    CHECK(after.ru_maxrss - before.ru_maxrss < 8'000);  // KiB; the records are 10 MB
}
