#include "batch/manifest_limits.hpp"
#include "batch/manifest_rows.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

using util::Json;

constexpr int kEnd = util::ByteReader::kEnd;

// Each reads one key, and returns what it should have been where it is something else.
std::string read_text(const Json& value, std::string& into) {
  if (!value.is_string()) return "a string";
  into = value.get<std::string>();
  return "";
}

std::string read_id(const Json& value, std::string& into) {
  if (!value.is_number_integer()) return read_text(value, into).empty() ? "" : "a string or number";
  into = value.dump();
  return "";
}

std::string read_names(const Json& value, std::vector<std::string>& into) {
  if (value.is_string()) {
    into = names_in(value.get<std::string>());
    return "";
  }
  if (!value.is_array()) return "an array of strings";
  for (const Json& name : value) {
    if (!name.is_string()) return "an array of strings";
    into.push_back(name.get<std::string>());
  }
  return "";
}

struct Key {
  const char* name;
  std::string (*read)(const Json& value, ManifestRow& row);
};
// The id first: whatever else is wrong with a row, it can be named.
constexpr Key kKeys[] = {
    {"paper_id", [](const Json& value, ManifestRow& row) { return read_id(value, row.id); }},
    {"file", [](const Json& value, ManifestRow& row) { return read_text(value, row.file); }},
    {"title", [](const Json& value, ManifestRow& row) { return read_text(value, row.row.title); }},
    {"track", [](const Json& value, ManifestRow& row) { return read_text(value, row.row.track); }},
    {"authors",
     [](const Json& value, ManifestRow& row) { return read_names(value, row.row.authors); }},
    {"emails",
     [](const Json& value, ManifestRow& row) { return read_names(value, row.row.emails); }},
    {"supplement",
     [](const Json& value, ManifestRow& row) { return read_text(value, row.supplement); }},
};

class JsonRows : public ManifestRows {
 public:
  explicit JsonRows(util::ByteReader& bytes) : bytes_(bytes) {
    if (bytes_.ahead().starts_with("\xef\xbb\xbf"))
      for (int i = 0; i < 3; ++i) bytes_.next();
  }

  bool next(ManifestRow& row) override {
    std::string text;
    while (bytes_.peek() != kEnd) {
      row = {};
      row.line = line_++;
      bool is_whole = read_line(text);
      if (!is_whole)
        row.problem = fmt::format("it is longer than {} bytes", kMostRowBytes);
      else if (util::trim(text).empty())
        continue;
      else
        parse(text, row);
      return true;
    }
    return false;
  }

 private:
  bool read_line(std::string& text) {
    std::size_t length = 0;
    text.clear();
    for (int byte = bytes_.next(); byte != kEnd && byte != '\n'; byte = bytes_.next())
      if (++length <= kMostRowBytes) text.push_back(static_cast<char>(byte));
    return length <= kMostRowBytes;
  }

  static void parse(const std::string& text, ManifestRow& row) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
      row.problem = "it is not a JSON object; write one a line";
      return;
    }
    for (const Key& key : kKeys) {
      auto found = json.find(key.name);
      if (found == json.end() || found->is_null()) continue;
      std::string wanted = key.read(*found, row);
      if (!wanted.empty() && row.problem.empty())
        row.problem = fmt::format("{} should be {}", key.name, wanted);
    }
  }

  util::ByteReader& bytes_;
  std::size_t line_ = 1;
};

}  // namespace

std::unique_ptr<ManifestRows> json_rows(util::ByteReader& bytes) {
  return std::make_unique<JsonRows>(bytes);
}

}  // namespace batch
