// What the paths that a user gives stand for: PDFs, folders, zips of uploads, manifests, and lists
// of names on standard input.
#pragma once

#include <unistd.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "batch/source.hpp"

namespace batch {

struct SourceOptions {
  int names = STDIN_FILENO;        // where "-" reads its names
  bool names_end_in_nul = false;   // else they do where a NUL is in what arrives first
  std::function<bool()> gives_up;  // asked while waiting for a name or a zip
};

// Nothing is opened before it is asked for, and memory does not grow with the number of inputs.
// What leads nowhere becomes an Input with its problem.
std::unique_ptr<Source> open_sources(std::vector<std::string> paths, SourceOptions options = {});

}  // namespace batch
