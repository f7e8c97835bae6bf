#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "batch/csv.hpp"
#include "batch/identities.hpp"
#include "batch/ids.hpp"
#include "batch/manifest_rows.hpp"
#include "packs/fields.hpp"
#include "packs/toml.hpp"
#include "util/file.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

using util::Error;
using util::Expected;

// A conference of 20,000 papers has some ten megabytes.
constexpr std::uint64_t kMostBytes = 64u << 20;
constexpr std::size_t kMostPapers = 200'000;
// Trees of TOML take ten times the memory of their text.
constexpr std::uint64_t kMostBytesOfToml = 8u << 20;
constexpr std::size_t kMostNames = 5'000;  // of a kind, of one paper; what results keep

// Rows for one paper become one.
class Rows {
 public:
  // What is wrong with it; empty where nothing is.
  std::string add(IdentityRow row) {
    std::string key = row.id + '\0' + row.file;
    if (rows_.size() == kMostPapers) return fmt::format("more than {} papers", kMostPapers);
    auto [known, is_new] = places_.emplace(key, rows_.size());
    if (is_new) rows_.push_back({row.id, row.file, {}});
    model::Identities& all = rows_[known->second].people;
    for (auto part : {&model::Identities::names, &model::Identities::emails,
                      &model::Identities::affiliations, &model::Identities::handles}) {
      auto& texts = all.*part;
      texts.insert(texts.end(), (row.people.*part).begin(), (row.people.*part).end());
      if (texts.size() > kMostNames) return fmt::format("more than {} for one paper", kMostNames);
    }
    return "";
  }
  std::vector<IdentityRow> take() { return std::move(rows_); }

 private:
  std::vector<IdentityRow> rows_;
  std::unordered_map<std::string, std::size_t> places_;
};

struct Person {
  std::string first, last;
};

struct Column {
  std::string_view names;  // by which it is known, separated by bars
  void (*store)(IdentityRow& row, Person& person, const std::string& field);
};

void append(std::vector<std::string>& all, const std::string& field) {
  for (std::string& each : names_in(field))
    if (!each.empty()) all.push_back(std::move(each));
}

// Ours, and those of the tables that conference systems write.
constexpr Column kColumns[] = {
    {"paper_id|id|paper|paper id|submission|submission id|#",
     [](auto& row, auto&, const auto& field) { row.id = util::trim(field); }},
    {"file|path", [](auto& row, auto&, const auto& field) { row.file = util::trim(field); }},
    {"names|name|authors|author names|author",
     [](auto& row, auto&, const auto& field) { append(row.people.names, field); }},
    {"first|first name|given name",
     [](auto&, auto& person, const auto& field) { person.first = util::trim(field); }},
    {"last|last name|family name",
     [](auto&, auto& person, const auto& field) { person.last = util::trim(field); }},
    {"emails|email|author emails|e-mail",
     [](auto& row, auto&, const auto& field) { append(row.people.emails, field); }},
    {"affiliations|affiliation|organization|organizations",
     [](auto& row, auto&, const auto& field) { append(row.people.affiliations, field); }},
    {"handles|handle|accounts|github",
     [](auto& row, auto&, const auto& field) { append(row.people.handles, field); }},
};

// Null for columns that say nothing of people, which are passed over.
const Column* column_named(std::string_view field) {
  std::string name = util::fold(util::trim(field));
  for (const Column& column : kColumns)
    for (const std::string& known : util::split(column.names, '|'))
      if (name == known) return &column;
  return nullptr;
}

bool says_nothing(const IdentityRow& row) {
  return row.people.empty();
}

// The first mistake ends the reading: half a table would let authors go unnoticed.
class CsvIdentities {
 public:
  CsvIdentities(std::string path, int file) : path_(std::move(path)), bytes_(file) {}

  Expected<std::vector<IdentityRow>> read() {
    CsvReader reader(bytes_);
    CsvRow read;
    if (!reader.next(read)) return at(1, "it is empty; the first row names the columns");
    if (!read.problem.empty()) return at(read.line, read.problem);
    if (auto problem = read_header(read.fields); !problem.empty()) return at(read.line, problem);
    Rows rows;
    while (reader.next(read)) {
      if (read.problem.empty()) read.problem = add(read, rows);
      if (!read.problem.empty()) return at(read.line, read.problem);
    }
    if (bytes_.error() != 0)
      return Error{fmt::format("{}: {}", path_, std::strerror(bytes_.error()))};
    auto all = rows.take();
    if (all.empty()) return at(1, "it has no row beside the names of its columns");
    return all;
  }

 private:
  Error at(std::size_t line, std::string_view problem) const {
    return {fmt::format("{}:{}: {}", path_, line, problem)};
  }

  std::string read_header(const std::vector<std::string>& fields) {
    bool names_people = false;
    for (const std::string& field : fields) {
      const Column* column = column_named(field);
      if (column && std::count(columns_.begin(), columns_.end(), column) > 0)
        return fmt::format("there are two columns for {}", util::trim(field));
      columns_.push_back(column);
      names_people = names_people || (column && column - kColumns >= 2);
    }
    if (names_people) return "";
    return fmt::format(
        "no column says who wrote the papers. Columns found: {}. Known: paper_id, file, names, "
        "first, last, emails, affiliations, handles; separated by commas",
        util::shortened(util::join(fields, ", "), 200));
  }

  std::string add(const CsvRow& read, Rows& rows) {
    if (read.fields.size() != columns_.size())
      return fmt::format(
          "it has {} fields, but there are {} columns; put a field that contains a comma in "
          "quotation marks",
          read.fields.size(), columns_.size());
    IdentityRow row;
    Person person;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!util::is_utf8(read.fields[i])) return "it is not UTF-8; save the file as UTF-8";
      if (columns_[i]) columns_[i]->store(row, person, read.fields[i]);
    }
    std::string name(util::trim(person.first + " " + person.last));
    if (!name.empty()) row.people.names.push_back(std::move(name));
    if (says_nothing(row)) return "";  // a paper whose authors are not known
    return rows.add(std::move(row));
  }

  std::string path_;
  util::ByteReader bytes_;
  std::vector<const Column*> columns_;
};

constexpr std::string_view kKeys[] = {"affiliations", "emails", "file",  "handles",
                                      "id",           "names",  "paper", "paper_id"};

// An id may be written as a number.
std::string id_in(const packs::Node& table, packs::Problems& problems) {
  for (const char* key : {"paper_id", "id"}) {
    const packs::Entry* entry = table.find(key);
    if (!entry) continue;
    if (entry->value.is(packs::Node::Kind::integer)) return std::to_string(entry->value.integer);
    return packs::text_or(table, key, "", problems);
  }
  return "";
}

// Of the whole file, or of one [[paper]] in it.
IdentityRow row_in(const packs::Node& table, packs::Problems& problems) {
  packs::reject_unknown_keys(table, kKeys, "the identities", problems);
  IdentityRow row;
  row.id = id_in(table, problems);
  row.file = packs::text_or(table, "file", "", problems);
  row.people = {packs::texts(table, "names", problems), packs::texts(table, "emails", problems),
                packs::texts(table, "affiliations", problems),
                packs::texts(table, "handles", problems)};
  if (says_nothing(row) && !table.find("paper") && problems.empty())
    problems.add(table.place, "it names nobody; write names, emails, affiliations or handles");
  return row;
}

Expected<std::vector<IdentityRow>> read_toml(const std::string& path) {
  auto text = util::read_file(path, kMostBytesOfToml);
  if (!text) return text.error();
  auto read = packs::read_toml(*text, 0);
  if (auto* wrong = std::get_if<packs::SyntaxError>(&read))
    return Error{
        fmt::format("{}:{}:{}: {}", path, wrong->place.line, wrong->place.column, wrong->message)};
  const auto& root = std::get<packs::Node>(read);
  packs::Problems problems;
  Rows rows;
  auto add = [&](const packs::Node& table) {
    IdentityRow row = row_in(table, problems);
    if (says_nothing(row)) return;
    if (auto problem = rows.add(std::move(row)); !problem.empty())
      problems.add(table.place, problem);
  };
  add(root);
  if (const packs::Node* papers = packs::find(root, "paper", packs::Node::Kind::list, problems))
    for (const packs::Node& paper : papers->items) {
      if (paper.is(packs::Node::Kind::table))
        add(paper);
      else
        problems.add(paper.place, "a paper is a table; write [[paper]] above its keys");
    }
  const std::vector<std::string> files = {path};
  if (auto listed = problems.listed(files); !listed.empty()) return listed.front();
  return rows.take();
}

Expected<std::vector<IdentityRow>> read_csv(const std::string& path) {
  // O_NONBLOCK: a pipe put in its place must not make us wait.
  util::Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (file.number() < 0) return Error{fmt::format("{}: {}", path, std::strerror(errno))};
  struct stat facts;
  if (fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
    return Error{fmt::format("{}: not a regular file", path)};
  if (facts.st_size > static_cast<off_t>(kMostBytes))
    return Error{fmt::format("{}: larger than the limit of {} bytes", path, kMostBytes)};
  return CsvIdentities(path, file.number()).read();
}

}  // namespace

Expected<std::vector<IdentityRow>> read_identity_rows(const std::string& path) {
  return ends_in(path, ".toml") ? read_toml(path) : read_csv(path);
}

}  // namespace batch
