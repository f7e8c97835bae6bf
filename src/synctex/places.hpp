// Adds to findings the lines of TeX that their places come from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"

namespace synctex {

// One for each finding; none where nothing is known of its place, or all where the records are not
// of this file. Reads both as an enemy's. Files below `folder`, the absolute one that the paper
// lies in, or below the one around it are named from there.
std::vector<std::optional<model::SourceLine>> find_lines(
    std::string_view pdf, std::string_view packed, const std::vector<model::Finding>& findings,
    const std::string& folder);

// For the pipe between two processes.
std::string encode(const std::vector<std::optional<model::SourceLine>>& lines);
// As many as there are findings, whatever the bytes are.
std::vector<std::optional<model::SourceLine>> decode(std::string_view bytes, std::size_t count);

}  // namespace synctex
