#include "packs/decisions.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "checks/registry.hpp"
#include "packs/fields.hpp"
#include "packs/toml.hpp"
#include "util/file.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

// A conference with 20,000 papers and a decision on each has some four megabytes.
constexpr std::uint64_t kMostBytes = 8u << 20;

constexpr std::string_view kTables[] = {"confirmed", "waiver"};
constexpr std::string_view kKeys[] = {"by",    "check",  "fingerprint", "page",
                                      "paper", "reason", "until"};

std::vector<std::string> ids_and_groups() {
  std::vector<std::string> names;
  for (const checks::Entry& entry : checks::all()) {
    std::string id(entry.check->id);
    std::string group = id.substr(0, id.find('/') + 1);
    if (names.empty() || std::find(names.begin(), names.end(), group) == names.end())
      names.push_back(group);
    names.push_back(std::move(id));
  }
  return names;
}

class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)), known_(ids_and_groups()) {}

  util::Expected<std::vector<model::Decision>> read() {
    auto text = util::read_file(file_, kMostBytes);
    if (!text) return text.error();
    auto tree = read_toml(*text, 0);
    const std::vector<std::string> files = {file_};
    if (auto* wrong = std::get_if<SyntaxError>(&tree))
      problems_.add(wrong->place, wrong->message);
    else
      add(std::get<Node>(tree));
    if (auto mistakes = problems_.listed(files); !mistakes.empty()) return first_of(mistakes);
    std::stable_sort(all_.begin(), all_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<model::Decision> decisions;
    for (auto& [place, decision] : all_) decisions.push_back(std::move(decision));
    return decisions;
  }

 private:
  void add(const Node& root) {
    reject_unknown_keys(root, kTables, "the waivers", problems_);
    for (std::string_view name : kTables) {
      const Entry* entry = root.find(name);
      if (entry && entry->value.is(Node::Kind::table)) {
        problems_.add(entry->value.place,
                      fmt::format("write [[{}]], in two pairs of brackets", name));
        continue;
      }
      const Node* list = find(root, name, Node::Kind::list, problems_);
      if (!list) continue;
      for (const Node& item : list->items) {
        if (item.is(Node::Kind::table))
          all_.emplace_back(item.place, decision(item, name));
        else
          problems_.add(item.place, fmt::format("write [[{}]] above the keys of each", name));
      }
    }
  }

  model::Decision decision(const Node& table, std::string_view name) {
    reject_unknown_keys(table, kKeys, fmt::format("[[{}]]", name), problems_);
    model::Decision it;
    it.confirms = name == "confirmed";
    it.check = text_or(table, "check", "", problems_);
    it.paper = paper_of(table);
    it.fingerprint = text_or(table, "fingerprint", "", problems_);
    it.ruling = {text_or(table, "reason", "", problems_), text_or(table, "by", "", problems_),
                 date(table, "until", problems_)};
    it.place =
        fmt::format("{}:{}:{}", util::printable(file_), table.place.line, table.place.column);
    if (const Node* page = find(table, "page", Node::Kind::integer, problems_))
      it.page = page_of(*page);
    expect_check(table, it.check);
    const Entry* reason = table.find("reason");
    bool is_text = !reason || reason->value.is(Node::Kind::text);
    if (!it.confirms && is_text && util::trim(it.ruling.reason).empty())
      problems_.add(table.place, "a waiver says why: reason = \"...\"");
    return it;
  }

  // An id may be written as a number.
  std::string paper_of(const Node& table) {
    const Entry* entry = table.find("paper");
    if (entry && entry->value.is(Node::Kind::integer)) return std::to_string(entry->value.integer);
    return text_or(table, "paper", "", problems_);
  }

  int page_of(const Node& page) {
    if (page.integer >= 1 && page.integer <= std::numeric_limits<int>::max())
      return static_cast<int>(page.integer);
    problems_.add(page.place, "pages count from 1");
    return 1;
  }

  void expect_check(const Node& table, const std::string& check) {
    const Entry* entry = table.find("check");
    if (!entry)
      problems_.add(table.place,
                    "it does not say which check; write check = \"layout/margins\", or "
                    "\"layout/\" for all of a group");
    else if (entry->value.is(Node::Kind::text) &&
             std::find(known_.begin(), known_.end(), check) == known_.end())
      problems_.add(entry->value.place,
                    fmt::format("unknown check {}{}", in_quotes(check), suggest(check, known_)));
  }

  std::string file_;
  std::vector<std::string> known_;
  Problems problems_;
  std::vector<std::pair<Place, model::Decision>> all_;
};

}  // namespace

util::Expected<std::vector<model::Decision>> read_decisions(const std::string& file) {
  return Reader(file).read();
}

}  // namespace packs
