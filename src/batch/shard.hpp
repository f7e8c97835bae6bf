// A share of the submissions, for one of several machines: which one, and what belongs to it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "batch/source.hpp"
#include "util/expected.hpp"

namespace batch {

struct Shard {
  int index = 1;  // from 1
  int count = 1;
};

// "2/8".
util::Expected<Shard> parse_shard(std::string_view text);

// As an array job says it: Slurm, a Kubernetes Indexed Job (its index alone; JOB_COMPLETIONS must
// be set by the Job's author) or AWS Batch. None outside one. `variable` is std::getenv or its
// like.
using Environment = std::function<const char*(const char*)>;
util::Expected<std::optional<Shard>> shard_of(const Environment& variable);

// By a hash of the id alone, so that a paper stays where it is whatever else is submitted.
bool belongs_to(std::string_view id, const Shard& shard);

// What of `all` belongs to the shard.
class Sharded : public Source {
 public:
  Sharded(std::unique_ptr<Source> all, Shard shard) : all_(std::move(all)), shard_(shard) {}
  std::optional<Input> next() override;

 private:
  std::unique_ptr<Source> all_;
  Shard shard_;
};

}  // namespace batch
