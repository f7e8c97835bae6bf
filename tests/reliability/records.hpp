// Records as the tool writes them, and the ways the goals ask for them.
#pragma once

#include <map>
#include <nlohmann/json.hpp>

#include "lab.hpp"

namespace lab {

inline constexpr const char* kPack = "neurips-2025";

// `check` of the files, whose names go in by standard input, with records to `out`, where that is
// not empty.
Launch check(const Settings& settings, const std::vector<fs::path>& files, const fs::path& out,
             const Words& more = {});

// A path as records write it: bytes that are no UTF-8 become U+FFFD.
std::string as_written(const fs::path&);

// The record lines by path; a path that comes twice or a line that is no JSON is a fault.
using Records = std::map<std::string, std::string>;
Records records_of(const fs::path& file, Report& report);

std::string verdict_of(const std::string& record);

// What a record says of its paper alone, whatever other papers were judged with it.
std::string by_itself(const std::string& record);
Records by_themselves(Records records);

// Where the records of `files` differ from `expected`, or are missing.
void compare(const Records& expected, const Records& found, const std::vector<fs::path>& files,
             const std::string& when, Report& report);

// The sound papers of the smoke set: few pages, each with its verdict.
std::vector<fs::path> sound_papers(const Settings& settings, std::size_t count);

// What a perfect tool does with each hostile input: path, expectation ("checked", "rejected"...).
struct Hostile {
  fs::path file;
  std::string id, group, expect;
};
std::vector<Hostile> hostile_inputs(const Settings& settings);

}  // namespace lab
