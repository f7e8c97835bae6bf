#include "batch/shard.hpp"

#include <charconv>
#include <cstdint>

#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

using util::Error;
using util::Expected;

constexpr int kMostShards = 1'000'000;

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Expected<Shard> valid(Shard shard, std::string_view given) {
  if (shard.count < 1 || shard.count > kMostShards)
    return Error{fmt::format("{}: there can be 1 to {} shards", given, kMostShards)};
  if (shard.index < 1 || shard.index > shard.count)
    return Error{fmt::format("{}: of {} shards this cannot be number {}; they count from 1", given,
                             shard.count, shard.index)};
  return shard;
}

// An array job's variables: the task's number, the first one, how far apart two are, how many.
struct Names {
  const char* index;
  const char* first;  // none: counting from 0
  const char* step;
  const char* count;
  const char* advice;  // where the count is missing
};
constexpr Names kArrays[] = {
    {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP",
     "SLURM_ARRAY_TASK_COUNT", "say --shard I/N"},
    {"JOB_COMPLETION_INDEX", nullptr, nullptr, "JOB_COMPLETIONS",
     "set it in the Job's template to the value of completions, or say --shard I/N"},
    {"AWS_BATCH_JOB_ARRAY_INDEX", nullptr, nullptr, "AWS_BATCH_JOB_ARRAY_SIZE", "say --shard I/N"},
};

Expected<int> value_of(const char* name, const Environment& variable, std::optional<int> fallback,
                       const char* advice) {
  const char* text = name ? variable(name) : nullptr;
  if (!text && fallback) return *fallback;
  if (!text)
    return Error{
        fmt::format("{} is not set, but this is one of an array of jobs; {}", name, advice)};
  auto number = number_in(text);
  if (!number)
    return Error{fmt::format("{}={} is not a number; {}", name, util::printable(text), advice)};
  return *number;
}

}  // namespace

Expected<Shard> parse_shard(std::string_view text) {
  auto slash = text.find('/');
  std::string shown = util::printable(text);
  std::optional<int> index, count;
  if (slash != std::string_view::npos) {
    index = number_in(text.substr(0, slash));
    count = number_in(text.substr(slash + 1));
  }
  if (!index || !count)
    return Error{fmt::format("{} is not a shard; write I/N, for example 1/8 to 8/8", shown)};
  return valid({*index, *count}, shown);
}

Expected<std::optional<Shard>> shard_of(const Environment& variable) {
  for (const Names& names : kArrays) {
    if (!variable(names.index)) continue;
    auto index = value_of(names.index, variable, std::nullopt, names.advice);
    if (!index) return index.error();
    auto count = value_of(names.count, variable, std::nullopt, names.advice);
    if (!count) return count.error();
    auto first = value_of(names.first, variable, 0, names.advice);
    if (!first) return first.error();
    auto step = value_of(names.step, variable, 1, names.advice);
    if (!step) return step.error();
    auto given = fmt::format("{}={}, {}={}", names.index, *index, names.count, *count);
    // --array=1,3,7 has gaps that its variables do not tell.
    long place = static_cast<long>(*index) - *first;
    if (*step < 1 || place < 0 || place % *step != 0 || place / *step >= *count)
      return Error{fmt::format("{}: the tasks are not evenly spaced; say --shard I/N", given)};
    auto shard = valid({static_cast<int>(place / *step) + 1, *count}, given);
    if (!shard) return shard.error();
    return std::optional(*shard);
  }
  return std::optional<Shard>();
}

bool belongs_to(std::string_view id, const Shard& shard) {
  std::string digest = util::sha256(id).substr(0, 16);
  std::uint64_t number = 0;
  std::from_chars(digest.data(), digest.data() + digest.size(), number, 16);
  return number % static_cast<std::uint64_t>(shard.count) ==
         static_cast<std::uint64_t>(shard.index - 1);
}

std::optional<Input> Sharded::next() {
  while (auto input = all_->next())
    if (belongs_to(input->id, shard_)) return input;
  return std::nullopt;
}

}  // namespace batch
