// Reads, measures and judges files one after another; every input gets exactly one result.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "model/pack.hpp"
#include "model/result.hpp"
#include "util/expected.hpp"

namespace batch {

// The PDFs behind paths and folders (recursive, by name), in the order given; an error where a path
// does not exist or a folder holds no PDF.
struct Inputs {
  std::vector<std::string> files;
  std::vector<util::Error> problems;
};
Inputs collect(const std::vector<std::string>& paths);

// Reads and measures one file. I/O errors are in Result::stopped.
model::Result inspect(const std::string& file, const model::Vocabulary& vocabulary);

// The same, judged.
model::Result check(const std::string& file, const model::Pack& pack);

}  // namespace batch
