#include <algorithm>
#include <iterator>

#include "batch/csv.hpp"
#include "batch/manifest_rows.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

struct Column {
  std::string_view name;
  void (*store)(ManifestRow& row, const std::string& field);
};
constexpr Column kColumns[] = {
    {"paper_id", [](ManifestRow& row, const std::string& field) { row.id = util::trim(field); }},
    {"file", [](ManifestRow& row, const std::string& field) { row.file = field; }},
    {"title", [](ManifestRow& row, const std::string& field) { row.row.title = field; }},
    {"track",
     [](ManifestRow& row, const std::string& field) { row.row.track = util::trim(field); }},
    {"authors",
     [](ManifestRow& row, const std::string& field) { row.row.authors = names_in(field); }},
    {"emails",
     [](ManifestRow& row, const std::string& field) { row.row.emails = names_in(field); }},
    {"supplement", [](ManifestRow& row, const std::string& field) { row.supplement = field; }},
};

std::string column_name(const std::string& field) {
  std::string name(util::trim(field));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name;
}

class CsvRows : public ManifestRows {
 public:
  explicit CsvRows(util::ByteReader& bytes) : reader_(bytes) {}

  std::string problem() override {
    CsvRow header;
    if (!reader_.next(header)) return "it is empty; the first row names the columns";
    if (!header.problem.empty()) return "the row of column names: " + header.problem;
    std::vector<std::string> names;
    for (const std::string& field : header.fields) {
      names.push_back(column_name(field));
      auto known = std::find_if(std::begin(kColumns), std::end(kColumns),
                                [&](const Column& it) { return it.name == names.back(); });
      bool is_known = known != std::end(kColumns);
      if (is_known && std::count(names.begin(), names.end(), names.back()) > 1)
        return fmt::format("there are two columns named {}", names.back());
      columns_.push_back(is_known ? known : nullptr);
    }
    if (std::count(names.begin(), names.end(), "file") == 1) return "";
    return without_file(header.fields);
  }

  bool next(ManifestRow& row) override {
    CsvRow read;
    if (!reader_.next(read)) return false;
    row = {};
    row.line = read.line;
    row.problem = read.problem;
    for (std::size_t i = 0; i < std::min(columns_.size(), read.fields.size()); ++i)
      if (columns_[i]) columns_[i]->store(row, read.fields[i]);
    if (row.problem.empty() && read.fields.size() != columns_.size())
      row.problem = fmt::format(
          "it has {} fields, but there are {} columns; put a field that contains a "
          "comma in quotation marks",
          read.fields.size(), columns_.size());
    return true;
  }

 private:
  static std::string without_file(const std::vector<std::string>& fields) {
    std::string found = util::shortened(util::join(fields, ", "), 200), needed;
    for (const Column& column : kColumns)
      if (column.name != "file") needed += (needed.empty() ? "" : ", ") + std::string(column.name);
    bool is_semicolon = fields.size() == 1 && fields[0].find(';') != std::string::npos;
    return fmt::format(
        "no column is named file. Columns found: {}. Needed: file; read as well: {}{}", found,
        needed, is_semicolon ? ". Columns are separated by commas, not by semicolons" : "");
  }

  CsvReader reader_;
  std::vector<const Column*> columns_;
};

}  // namespace

std::unique_ptr<ManifestRows> csv_rows(util::ByteReader& bytes) {
  return std::make_unique<CsvRows>(bytes);
}

}  // namespace batch
