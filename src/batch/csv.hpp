// Comma-separated values as RFC 4180 has them, one row at a time.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "util/byte_reader.hpp"

namespace batch {

struct CsvRow {
  std::size_t line = 0;  // where it begins, from 1
  std::vector<std::string> fields;
  std::string problem;  // why it cannot be read; `fields` has what came before
};

class CsvReader {
 public:
  explicit CsvReader(util::ByteReader& bytes);

  // False at the end. Lines with nothing on them are passed over. After a row that cannot be read
  // comes the line that follows its first one: a quotation mark too many costs one row.
  bool next(CsvRow& row);

 private:
  bool read(CsvRow& row);
  bool read_quoted(std::string& field, std::string& problem);
  bool read_plain(std::string& field, std::string& problem);
  bool take(std::string& field, int byte, std::string& problem);
  bool at_line_end();
  void skip_line();

  util::ByteReader& bytes_;
  std::size_t line_ = 1;
  std::size_t length_ = 0;  // of the row so far
};

}  // namespace batch
