// Joins files of records, as shards of one run give them, into what one run would have given.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "batch/records.hpp"
#include "batch/source.hpp"

namespace batch {

// What stands in the way of a whole answer, in sentences for a person and in a fixed order.
struct MergeComplaints {
  std::vector<std::string> damaged;      // lines that are torn or no records; left out
  std::vector<std::string> conflicting;  // papers of which records differ; left out
  std::vector<std::string> missing;      // papers listed, of which there is no record
  std::vector<std::string> unlisted;     // papers with a record that are not listed; left out
  bool is_empty() const {
    return damaged.empty() && conflicting.empty() && missing.empty() && unlisted.empty();
  }
};

// Neither the order of the files nor how often one is named changes the answer, nor does joining
// that answer with the files again. What papers say of each other (batch/...) does not count when
// records are compared, as a shard cannot know it.
class Merge {
 public:
  struct Options {
    // Records of several packs, or of several versions of a pack or of this tool.
    bool allow_mixed = false;
    // The papers that there should be, in their order; else they are ordered by path, then by id.
    Source* listed = nullptr;
  };
  static util::Expected<std::unique_ptr<Merge>> of(const std::vector<std::string>& files,
                                                   const Options& options);
  ~Merge();

  const MergeComplaints& complaints() const { return complaints_; }
  std::size_t size() const { return order_.size(); }
  // In order; may be asked for again. The merge outlives them.
  std::unique_ptr<Records> records() const;

 private:
  friend class MergedRecords;
  struct Entry {
    const RecordFile* file = nullptr;
    Place place;
    bool is_conflicting = false;
  };
  using Paper = std::pair<std::string, std::string>;  // path and id

  struct Origin;  // what all records have in common
  struct PaperHash {
    std::size_t operator()(const Paper& paper) const;
  };

  Merge();
  std::optional<util::Error> add(RecordFile& file, bool allow_mixed);
  std::optional<util::Error> add(const RecordFile& file, Place place, const model::Result& result);
  void order_by_path();
  void order_by(Source& listed);
  void sort_complaints();

  std::vector<std::unique_ptr<RecordFile>> files_;
  std::unique_ptr<Origin> first_;
  std::unordered_map<Paper, Entry, PaperHash> papers_;
  std::vector<const Entry*> order_;
  MergeComplaints complaints_;
};

}  // namespace batch
