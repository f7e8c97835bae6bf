// What a source gives, as lists to compare.
#pragma once

#include <string>
#include <vector>

#include "batch/open_sources.hpp"

inline std::vector<batch::Input> all_of(batch::Source& source) {
  std::vector<batch::Input> inputs;
  while (auto input = source.next()) inputs.push_back(std::move(*input));
  return inputs;
}

inline std::vector<batch::Input> inputs_of(std::vector<std::string> paths,
                                           batch::SourceOptions options = {}) {
  return all_of(*batch::open_sources(std::move(paths), std::move(options)));
}

inline std::vector<std::string> paths_of(const std::vector<batch::Input>& inputs) {
  std::vector<std::string> paths;
  for (const batch::Input& input : inputs) paths.push_back(input.path);
  return paths;
}

inline std::vector<std::string> ids_of(const std::vector<batch::Input>& inputs) {
  std::vector<std::string> ids;
  for (const batch::Input& input : inputs) ids.push_back(input.id);
  return ids;
}

inline std::size_t problems_in(const std::vector<batch::Input>& inputs) {
  std::size_t problems = 0;
  for (const batch::Input& input : inputs) problems += input.problem.empty() ? 0 : 1;
  return problems;
}
