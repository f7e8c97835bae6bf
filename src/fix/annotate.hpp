// Marked-up copies of PDFs: marks with words, which every viewer draws, behind the file's own
// bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fix/mark.hpp"
#include "util/expected.hpp"

namespace fix {

// Why nothing can be marked here. Loads what it takes, as find_obstacle of fix.hpp does.
std::optional<util::Error> find_annotating_obstacle();

// What belongs behind the file, so that both together are the marked-up one. The same bytes and
// marks make the same bytes. An error says why it cannot be. Throws std::bad_alloc alone.
util::Expected<std::string> annotate(std::string_view pdf, const std::vector<Mark>& marks);

// For the pipe between two processes.
std::string encode(const util::Expected<std::string>& update);
util::Expected<std::string> decode_update(std::string_view bytes);

}  // namespace fix
