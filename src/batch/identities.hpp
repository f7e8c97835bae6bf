// Who wrote each paper, from a file beside the papers. The names lie in memory that no process
// which judges papers inherits: each is told of its own paper alone.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "batch/source.hpp"
#include "model/identities.hpp"
#include "util/descriptor.hpp"
#include "util/expected.hpp"

namespace batch {

// All that is said of one paper. A file may have several rows for it, as one for each author.
struct IdentityRow {
  std::string id, file;  // both empty: of the only paper there is
  model::Identities people;
};

// CSV or, where the name ends in .toml, TOML. An error names file and line.
util::Expected<std::vector<IdentityRow>> read_identity_rows(const std::string& path);

class IdentityTable {
 public:
  static util::Expected<std::shared_ptr<IdentityTable>> read(const std::string& path);

  // By id, path, or the name of the file; nobody where no row is about the paper.
  model::Identities find(const Input& input) const;

  bool has_one_row() const { return places_.size() == 1; }
  bool has_row_without_key() const { return has_row_without_key_; }
  // From here on its one row is about whatever paper is looked for.
  void use_for_any() { is_for_any_ = true; }

 private:
  struct Place {
    std::uint64_t offset = 0, length = 0;
  };
  using Keys = std::unordered_map<std::string, std::size_t>;  // digests

  bool keep(const IdentityRow& row);
  std::optional<std::size_t> place_of(const Input& input) const;

  util::Descriptor memory_{-1};
  std::uint64_t size_ = 0;
  std::vector<Place> places_;
  Keys by_id_, by_file_, by_name_;
  bool has_row_without_key_ = false;
  bool is_for_any_ = false;
};

// Papers with what the table says of them.
class Identified : public Source {
 public:
  Identified(std::unique_ptr<Source> source, std::shared_ptr<const IdentityTable> table)
      : source_(std::move(source)), table_(std::move(table)) {}
  std::optional<Input> next() override;
  std::optional<std::size_t> count() const override { return source_->count(); }

 private:
  std::unique_ptr<Source> source_;
  std::shared_ptr<const IdentityTable> table_;
};

// All that is known of who wrote a paper: what the manifest and the table say.
model::Identities identities_of(const Input& input);

}  // namespace batch
