// Finished records in a file as they come, so that nothing that ends the run loses them; read back
// in the order of the papers.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "batch/records.hpp"
#include "batch/source.hpp"

namespace batch {

class Journal {
 public:
  struct Options {
    // The file of records that the run will write; the journal is beside it, named
    // journal_of(output), and stays until remove(). None, or no regular file: a file without a
    // name, gone with the run.
    std::string output;
    // Records of `output` and of a journal that an earlier run left may be taken over. Without it,
    // such a journal is an error: it may hold hours of work.
    bool resume = false;
  };
  // Locked: a second run on the same output is refused.
  static util::Expected<std::unique_ptr<Journal>> open(const Options& options);
  static std::string journal_of(const std::string& output) { return output + ".partial"; }

  // What was found damaged in earlier records and will be done again; sentences for a person.
  const std::vector<std::string>& complaints() const { return complaints_; }
  std::size_t recorded() const { return recorded_.size(); }  // keys that could be taken over

  // The order of papers: each is either taken over from an earlier record of that name and key, or
  // its record will come. False where there is no such record.
  bool take_over(const Input& input, const std::string& key);
  void expect();

  // The record of the first paper expected that has none, or of one more where none is. It is with
  // the system at once, and on disk within a second or 64 records. After an error the journal is as
  // it was before.
  std::optional<util::Error> add(const model::Result& result);
  std::optional<util::Error> sync();

  std::size_t papers() const { return papers_.size(); }
  std::size_t taken_over() const { return taken_over_; }
  std::size_t missing() const { return papers_.size() - filled_; }  // expected, and none came

  // From the first paper, those without a record left out. A reader that has come to a paper whose
  // record is still expected stops there for now.
  std::unique_ptr<Records> records(bool until_missing = false) const;

  // When all outputs are written.
  std::optional<util::Error> remove();

 private:
  friend class JournalRecords;
  struct Entry {
    const RecordFile* file = nullptr;  // none: expected
    Place place;
    std::shared_ptr<const model::Result> held = nullptr;  // in memory instead
    bool is_filled() const { return file || held; }
  };

  explicit Journal(std::string path) : path_(std::move(path)) {}
  static util::Expected<std::unique_ptr<Journal>> unnamed();
  std::optional<util::Error> lock();
  std::optional<util::Error> index(RecordFile& records);
  std::optional<util::Error> write(const model::Result& result, Entry& entry);
  std::optional<util::Error> resume(const std::string& output);
  util::Error error() const;

  std::string path_;  // none where it has no name
  std::shared_ptr<util::Descriptor> file_;
  std::unique_ptr<RecordFile> own_, earlier_;
  std::unordered_map<std::string, Entry> recorded_;  // by key, path and id
  std::vector<std::string> complaints_;
  std::vector<Entry> papers_;
  std::size_t next_ = 0;  // the first that may be expected
  std::size_t filled_ = 0, taken_over_ = 0, held_ = 0;
  std::uint64_t end_ = 0;
  int unsynced_ = 0;
  std::chrono::steady_clock::time_point synced_ = std::chrono::steady_clock::now();
};

// Says which papers' records to take over, and hands on the others.
class Resuming : public Source {
 public:
  // The key that the paper's record would have; none where its bytes cannot be read.
  using KeyOf = std::function<std::optional<std::string>(const Input&)>;

  Resuming(std::unique_ptr<Source> source, Journal& journal, KeyOf key_of)
      : source_(std::move(source)), journal_(journal), key_of_(std::move(key_of)) {}
  std::optional<Input> next() override;
  std::optional<std::size_t> count() const override { return source_->count(); }

 private:
  std::unique_ptr<Source> source_;
  Journal& journal_;
  KeyOf key_of_;
};

}  // namespace batch
