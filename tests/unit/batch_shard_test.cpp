#include "batch/shard.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "batch_inputs.hpp"
#include "desk.hpp"

namespace {

batch::Environment variables(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const char* name) -> const char* {
    auto found = values.find(name);
    return found == values.end() ? nullptr : found->second.c_str();
  };
}

std::string error_in(std::map<std::string, std::string> values) {
  auto shard = batch::shard_of(variables(std::move(values)));
  return shard ? "" : shard.error().message;
}

batch::Shard shard_in(std::map<std::string, std::string> values) {
  auto shard = batch::shard_of(variables(std::move(values)));
  REQUIRE(shard);
  REQUIRE(shard->has_value());
  return **shard;
}

}  // namespace

TEST_CASE("a shard is I/N, counting from 1", "[batch]") {
  auto shard = batch::parse_shard("2/8");
  REQUIRE(shard);
  CHECK(shard->index == 2);
  CHECK(shard->count == 8);
  for (auto wrong : {"", "2", "/", "2/", "/8", "a/8", "2/b", "2/8/1", " 2/8", "2.0/8",
                     "99999999999/8", "\x1b[31m/2"}) {
    INFO(wrong);
    auto refused = batch::parse_shard(wrong);
    REQUIRE_FALSE(refused);
    CHECK(has(refused.error().message, "write I/N"));
    CHECK_FALSE(has(refused.error().message, "\x1b"));
  }
  CHECK(has(batch::parse_shard("0/8").error().message, "count from 1"));
  CHECK(has(batch::parse_shard("9/8").error().message, "count from 1"));
  CHECK(has(batch::parse_shard("-1/8").error().message, "count from 1"));
  CHECK(has(batch::parse_shard("1/0").error().message, "1 to"));
}

TEST_CASE("array jobs say which shard they are", "[batch]") {
  auto none = batch::shard_of(variables({{"HOME", "/"}}));
  REQUIRE(none);
  CHECK_FALSE(none->has_value());
  auto slurm = shard_in({{"SLURM_ARRAY_TASK_ID", "7"},
                         {"SLURM_ARRAY_TASK_MIN", "4"},
                         {"SLURM_ARRAY_TASK_COUNT", "5"}});
  CHECK(slurm.index == 4);
  CHECK(slurm.count == 5);
  auto stepped = shard_in({{"SLURM_ARRAY_TASK_ID", "9"},
                           {"SLURM_ARRAY_TASK_MIN", "1"},
                           {"SLURM_ARRAY_TASK_STEP", "4"},
                           {"SLURM_ARRAY_TASK_COUNT", "3"}});
  CHECK(stepped.index == 3);
  auto job = shard_in({{"JOB_COMPLETION_INDEX", "0"}, {"JOB_COMPLETIONS", "3"}});
  CHECK(job.index == 1);
  CHECK(job.count == 3);
  auto aws = shard_in({{"AWS_BATCH_JOB_ARRAY_INDEX", "2"}, {"AWS_BATCH_JOB_ARRAY_SIZE", "3"}});
  CHECK(aws.index == 3);
}

TEST_CASE("an array job that does not say enough is an error", "[batch]") {
  CHECK(has(error_in({{"JOB_COMPLETION_INDEX", "0"}}), "JOB_COMPLETIONS is not set"));
  CHECK(has(error_in({{"JOB_COMPLETION_INDEX", "x"}, {"JOB_COMPLETIONS", "3"}}), "not a number"));
  CHECK(has(error_in({{"JOB_COMPLETION_INDEX", "3"}, {"JOB_COMPLETIONS", "3"}}), "--shard"));
  CHECK(has(error_in({{"SLURM_ARRAY_TASK_ID", "7"},
                      {"SLURM_ARRAY_TASK_MIN", "1"},
                      {"SLURM_ARRAY_TASK_COUNT", "3"}}),
            "evenly"));
  CHECK(has(error_in({{"SLURM_ARRAY_TASK_ID", "7"},
                      {"SLURM_ARRAY_TASK_STEP", "0"},
                      {"SLURM_ARRAY_TASK_COUNT", "3"}}),
            "evenly"));
}

TEST_CASE("each submission belongs to exactly one shard, by its id alone", "[batch]") {
  for (int count : {1, 2, 3, 7}) {
    std::map<int, int> sizes;
    for (int paper = 0; paper < 700; ++paper) {
      int owners = 0;
      for (int index = 1; index <= count; ++index)
        if (batch::belongs_to(std::to_string(paper), {index, count})) {
          ++owners;
          ++sizes[index];
        }
      CHECK(owners == 1);
    }
    for (const auto& [index, size] : sizes) CHECK(size > 700 / count / 2);
    CHECK(sizes.size() == static_cast<std::size_t>(count));
  }
  // Never to change: results of shards made by different versions must fit together.
  CHECK(batch::belongs_to("5", {4, 8}));
}

TEST_CASE("shards together give what the whole does, problems included", "[batch]") {
  Desk desk;
  for (int paper = 0; paper < 20; ++paper)
    desk.write("in/" + std::to_string(paper) + "/Submission/x.pdf", "x");
  std::vector<std::string> paths = {desk.path("in"), desk.path("gone.pdf")};
  auto whole = ids_of(inputs_of(paths));
  std::multiset<std::string> parts;
  for (int index = 1; index <= 3; ++index) {
    batch::Sharded shard(batch::open_sources(paths), {index, 3});
    for (const auto& id : ids_of(all_of(shard))) parts.insert(id);
  }
  CHECK(whole.size() == 21);
  CHECK(parts == std::multiset<std::string>(whole.begin(), whole.end()));
}
