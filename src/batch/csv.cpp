#include "batch/csv.hpp"

#include "batch/manifest_limits.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

constexpr int kEnd = util::ByteReader::kEnd;

}  // namespace

CsvReader::CsvReader(util::ByteReader& bytes) : bytes_(bytes) {
  if (bytes_.ahead().starts_with("\xef\xbb\xbf"))  // a byte order mark, as spreadsheets write it
    for (int i = 0; i < 3; ++i) bytes_.next();
}

bool CsvReader::next(CsvRow& row) {
  for (;;) {
    if (bytes_.peek() == kEnd) return false;
    auto begin = bytes_.offset();
    row = {line_, {}, ""};
    if (!read(row)) {
      bytes_.seek(begin);
      line_ = row.line;
      skip_line();
      return true;
    }
    bool is_blank = row.fields.size() == 1 && row.fields[0].empty();
    if (!is_blank) return true;
  }
}

bool CsvReader::read(CsvRow& row) {
  length_ = 0;
  for (;;) {
    row.fields.emplace_back();
    bool is_quoted = bytes_.peek() == '"';
    bool is_good = is_quoted ? read_quoted(row.fields.back(), row.problem)
                             : read_plain(row.fields.back(), row.problem);
    if (!is_good) return false;
    if (bytes_.peek() == ',') {
      bytes_.next();
      continue;
    }
    if (at_line_end()) return true;
    row.problem = "text stands behind a closing quotation mark; write \"\" for one within quotes";
    return false;
  }
}

bool CsvReader::take(std::string& field, int byte, std::string& problem) {
  if (++length_ > kMostRowBytes) {
    problem =
        fmt::format("it is longer than {} bytes; is a quotation mark not closed?", kMostRowBytes);
    return false;
  }
  if (byte == '\n') ++line_;
  field.push_back(static_cast<char>(byte));
  return true;
}

bool CsvReader::read_quoted(std::string& field, std::string& problem) {
  bytes_.next();
  for (;;) {
    int byte = bytes_.next();
    if (byte == kEnd) {
      problem = "a quotation mark is not closed";
      return false;
    }
    if (byte == '"') {
      if (bytes_.peek() != '"') return true;
      bytes_.next();
    }
    if (!take(field, byte, problem)) return false;
  }
}

bool CsvReader::read_plain(std::string& field, std::string& problem) {
  for (int byte = bytes_.peek(); byte != kEnd && byte != ',' && byte != '\n';
       byte = bytes_.peek()) {
    bytes_.next();
    if (byte == '\r' && (bytes_.peek() == '\n' || bytes_.peek() == kEnd)) break;
    if (!take(field, byte, problem)) return false;
  }
  return true;
}

bool CsvReader::at_line_end() {
  if (bytes_.peek() == '\r') bytes_.next();
  if (bytes_.peek() != '\n') return bytes_.peek() == kEnd;
  bytes_.next();
  ++line_;
  return true;
}

void CsvReader::skip_line() {
  for (int byte = bytes_.next(); byte != kEnd && byte != '\n';) byte = bytes_.next();
  ++line_;
}

}  // namespace batch
