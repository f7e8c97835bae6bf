// By which key a stored record is known to be what judging the paper again would give.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "batch/input.hpp"
#include "model/pack.hpp"

namespace batch {

// Of the input's bytes and its supplement's; the paper's are read piece by piece. None where the
// paper's cannot be read, are more than extraction takes, or are no regular file.
std::optional<std::string> hash_of(const Input& input);

// The same of a supplement, which may be larger, or what else is known of its bytes; "" where they
// cannot be read.
std::string digest_of(const Supplement& supplement);

// Of all that a record depends on: the paper's name, row and bytes, the pack as resolved, this
// version of the tool, and the options that change results ("timeout=30").
std::string record_key(const Input& input, std::string_view sha256, const model::Pack& pack,
                       std::span<const std::string> options);

}  // namespace batch
