// A result on its way from the process that made it to the one that collects: bytes, to be trusted
// only as far as they are what was asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/result.hpp"
#include "util/expected.hpp"

namespace batch {

// The largest of honest papers have some 200 KB; fonts and findings without end are cut before.
inline constexpr std::size_t kMostRecordBytes = 8u << 20;

std::string encode(const model::Result& result);

// `asked` has the file and the pack that the answer must be about.
util::Expected<model::Result> decode(std::string_view bytes, const model::Result& asked,
                                     std::uint64_t file_bytes);

}  // namespace batch
