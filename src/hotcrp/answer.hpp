// The answer that HotCRP wants of a format checker, as JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "model/pack.hpp"
#include "model/paper.hpp"
#include "util/json.hpp"
#include "util/stage.hpp"

namespace hotcrp {

// Once, before any process is forked.
void set_up();

// Without the time. `any_venue` has the words by which sections are known, and says which
// attachments programs make.
util::Json describe(const model::Paper& paper, const model::Pack& any_venue);

// Reads and measures; "" where nothing can be read of it.
std::string read_and_describe(std::span<const char> bytes, const model::Pack& any_venue,
                              util::Stage& stage);

// What is printed: `described`, or that the file could not be read where it is no such answer.
std::string answer(const std::string& described, std::optional<std::int64_t> at);

}  // namespace hotcrp
