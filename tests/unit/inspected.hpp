// A file read and measured here, without a process of its own.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "extract/extract.hpp"
#include "extract/limits.hpp"
#include "measure/measure.hpp"
#include "model/result.hpp"
#include "util/file.hpp"
#include "util/sha256.hpp"

inline model::Result inspected(const std::string& file, const model::Vocabulary& vocabulary) {
  auto bytes = util::read_file(file, extract::kMostFileBytes);
  REQUIRE(bytes);
  model::Result result;
  result.file = {file, std::filesystem::path(file).stem().string(), util::sha256(*bytes),
                 bytes->size()};
  model::Paper& paper = result.paper.emplace();
  paper.document = extract::read(*bytes);
  paper.measured = measure::measure(paper.document, vocabulary);
  return result;
}
