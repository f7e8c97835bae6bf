// A result in the published format, and as the record from which every report can be made again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/result.hpp"
#include "util/expected.hpp"
#include "util/json.hpp"

namespace model {

// Nothing that is written is longer, so that nobody can fill a report or a disk with one paper:
// letters of a sentence, of a name and of a path, entries of the lists of sections and of fonts.
inline constexpr std::size_t kMostLetters = 4'000;
inline constexpr std::size_t kMostOfAName = 400;
inline constexpr std::size_t kMostOfAPath = 10'000;
inline constexpr std::size_t kMostListed = 5'000;

// Of a line that is taken for a record; what is written stays below.
inline constexpr std::size_t kMostRecordBytes = 32 << 20;

// Of a result without a pack (nothing was judged): schema, tool, file and measured alone.
util::Json to_json(const Result& result);

// The same with all that reports need besides in "record": key, sketch, the pack's title...; a line
// of NDJSON.
util::Json to_record(const Result& result);

// A path or an id as records hold it: valid UTF-8, and not endless.
std::string in_record(std::string_view path);

// Back from to_json or to_record. Meant for records that a hostile process may have written:
// counts, sizes, ranges and words are checked, unknown keys are errors, all named by their key.
// to_record of the answer gives the same bytes.
util::Expected<Result> result_from_json(const util::Json& json);

// The same from the bytes of a line, which may be anything.
util::Expected<Result> result_from_line(std::string_view line);

}  // namespace model
