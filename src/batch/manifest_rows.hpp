// The rows of a manifest in either syntax, as plain values.
#pragma once

#include <memory>
#include <string>

#include "batch/input.hpp"
#include "util/byte_reader.hpp"

namespace batch {

struct ManifestRow {
  std::size_t line = 0;  // from 1
  std::string id;        // "" = not given
  std::string file;
  std::string supplement;  // "" = not given
  Row row;
  std::string problem;  // why the row cannot be read
};

class ManifestRows {
 public:
  virtual ~ManifestRows() = default;
  // Why there are no rows at all; to be asked before the first one.
  virtual std::string problem() { return ""; }
  virtual bool next(ManifestRow& row) = 0;  // false at the end
};

std::unique_ptr<ManifestRows> csv_rows(util::ByteReader& bytes);
std::unique_ptr<ManifestRows> json_rows(util::ByteReader& bytes);

// "Ada; Ben" without the blanks; what is empty stays, so that addresses keep to their authors.
std::vector<std::string> names_in(std::string_view list);

}  // namespace batch
