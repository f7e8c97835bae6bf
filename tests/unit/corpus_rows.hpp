// Rows of the collection of real papers, as tests read them.
#pragma once

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "util/text.hpp"

// By the names of the columns.
using CorpusRow = std::map<std::string, std::string>;

inline std::vector<CorpusRow> corpus_rows(const std::string& manifest) {
  std::ifstream file(manifest);
  std::string line;
  std::getline(file, line);
  std::vector<std::string> names = util::split(line, '\t');
  std::vector<CorpusRow> rows;
  while (std::getline(file, line)) {
    std::vector<std::string> cells = util::split(line, '\t');
    CorpusRow row;
    for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i) row[names[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  return rows;
}
