#include "batch/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <utility>

#include "model/result_json.hpp"
#include "util/format.hpp"
#include "util/output_file.hpp"

namespace batch {
namespace {

using model::Result;
using util::Error;
using util::Expected;

// What a power failure may cost at most.
constexpr int kMostUnsynced = 64;
constexpr std::chrono::seconds kLongestUnsynced{1};

// A file without a name ends with its run: the first papers' records need not go through it.
constexpr std::size_t kMostHeld = 64;

// The processes of a run that was killed hold its lock until they have noticed.
constexpr int kTriesToLock = 20;
constexpr std::chrono::milliseconds kBetweenTries{50};

std::string reason() {
  return std::strerror(errno);
}

bool is_no_regular_file(const std::string& path) {
  struct stat facts;
  return stat(path.c_str(), &facts) == 0 && !S_ISREG(facts.st_mode);
}

bool write_at(int descriptor, std::string_view bytes, std::uint64_t offset) {
  while (!bytes.empty()) {
    ssize_t count = pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
  return true;
}

bool lock_in_time(int descriptor) {
  for (int i = 0; i < kTriesToLock; ++i) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK && errno != EINTR) return false;
    std::this_thread::sleep_for(kBetweenTries);
  }
  errno = EWOULDBLOCK;
  return false;
}

// A record is written by the process that reads the paper, which may have been taken over: by its
// key alone it could pass for another's.
std::string name_of(const std::string& key, const std::string& path, const std::string& id) {
  return fmt::format("{} {} {}", key, model::in_record(id), model::in_record(path));
}

// A run that ends removes the name between our opening and our locking it.
bool still_has_name(int descriptor, const std::string& path) {
  struct stat ours, named;
  return fstat(descriptor, &ours) == 0 && stat(path.c_str(), &named) == 0 &&
         ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

}  // namespace

// Walks over the papers; the journal outlives it.
class JournalRecords : public Records {
 public:
  JournalRecords(const Journal& journal, bool until_missing)
      : journal_(journal), until_missing_(until_missing) {}

  Expected<std::optional<Result>> next() override {
    while (at_ < journal_.papers_.size()) {
      const Journal::Entry& entry = journal_.papers_[at_];
      if (!entry.is_filled() && until_missing_) break;
      ++at_;
      if (entry.held) return std::optional(*entry.held);
      if (!entry.file) continue;
      auto result = entry.file->result(entry.place);
      if (!result) return result.error();
      return std::optional(std::move(*result));
    }
    return std::optional<Result>();
  }

 private:
  const Journal& journal_;
  bool until_missing_;
  std::size_t at_ = 0;
};

Error Journal::error() const {
  std::string name = path_.empty() ? "a temporary file" : path_;
  return {fmt::format("cannot write {}: {}", name, reason())};
}

Expected<std::unique_ptr<Journal>> Journal::unnamed() {
  const char* folder = std::getenv("TMPDIR");
  std::string name = fmt::format("{}/deskcheck.XXXXXX", folder && *folder ? folder : "/tmp");
  int number = mkostemp(name.data(), O_CLOEXEC);
  if (number < 0) return Error{fmt::format("cannot write {}: {}", name, reason())};
  unlink(name.c_str());
  auto journal = std::unique_ptr<Journal>(new Journal(""));
  journal->file_ = std::make_shared<util::Descriptor>(number);
  journal->own_ = std::make_unique<RecordFile>(name, journal->file_);
  return journal;
}

std::optional<Error> Journal::lock() {
  while (true) {
    int number = ::open(path_.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC, 0666);
    if (number < 0) return error();
    file_ = std::make_shared<util::Descriptor>(number);
    if (is_no_regular_file(path_))
      return Error{fmt::format("cannot write {}: it is not a regular file", path_)};
    if (lock_in_time(number)) {
      if (still_has_name(number, path_)) return std::nullopt;
    } else if (errno == EWOULDBLOCK) {
      return Error{
          fmt::format("another run is writing {}; wait for it, or name another output", path_)};
    } else {
      return Error{fmt::format("cannot lock {}: {}; name an output on another file system", path_,
                               reason())};
    }
  }
}

std::optional<Error> Journal::index(RecordFile& records) {
  while (true) {
    auto line = records.next();
    if (!line) return line.error();
    if (!*line) return std::nullopt;
    RecordFile::Line& it = **line;
    if (it.is_torn)
      complaints_.push_back(
          fmt::format("{}: the last record is torn; its paper is done again", records.path()));
    else if (!it.result)
      complaints_.push_back(fmt::format("{}:{}: no record ({}); its paper is done again",
                                        records.path(), it.number, it.result.error().message));
    else if (!it.result->key.empty())
      recorded_.try_emplace(name_of(it.result->key, it.result->file.path, it.result->file.id),
                            Entry{&records, it.place, nullptr});
  }
}

std::optional<Error> Journal::resume(const std::string& output) {
  if (auto error = index(*own_)) return error;
  end_ = own_->whole();
  if (ftruncate(file_->number(), static_cast<off_t>(end_)) != 0) return error();
  if (access(output.c_str(), F_OK) != 0) return std::nullopt;
  auto earlier = RecordFile::open(output);
  if (!earlier) return earlier.error();
  earlier_ = std::move(*earlier);
  return index(*earlier_);
}

Expected<std::unique_ptr<Journal>> Journal::open(const Options& options) {
  if (options.output.empty() || is_no_regular_file(options.output)) return unnamed();
  auto journal = std::unique_ptr<Journal>(new Journal(journal_of(options.output)));
  if (auto error = journal->lock()) return *error;
  journal->own_ = std::make_unique<RecordFile>(journal->path_, journal->file_);
  struct stat facts;
  if (fstat(journal->file_->number(), &facts) != 0) return journal->error();
  if (facts.st_size > 0 && !options.resume)
    return Error{
        fmt::format("{} holds the records of a run that was broken off; "
                    "add --resume to go on with it, or remove that file",
                    journal->path_)};
  if (options.resume)
    if (auto error = journal->resume(options.output)) return *error;
  util::sync_folder_of(journal->path_);
  return journal;
}

bool Journal::take_over(const Input& input, const std::string& key) {
  auto found = recorded_.find(name_of(key, input.path, input.id));
  if (found == recorded_.end()) return false;
  papers_.push_back(found->second);
  ++filled_;
  ++taken_over_;
  return true;
}

void Journal::expect() {
  papers_.emplace_back();
}

std::optional<Error> Journal::write(const Result& result, Entry& entry) {
  std::string line = sealed(result) + "\n";
  if (!write_at(file_->number(), line, end_)) {
    auto failure = error();
    // Shorter is possible on a full disk; if not, the torn line is found when resuming.
    [[maybe_unused]] int status = ftruncate(file_->number(), static_cast<off_t>(end_));
    return failure;
  }
  entry = {own_.get(), {end_, static_cast<std::uint32_t>(line.size() - 1)}, nullptr};
  end_ += line.size();
  ++unsynced_;
  return std::nullopt;
}

std::optional<Error> Journal::add(const Result& result) {
  Entry entry;
  if (path_.empty() && held_ < kMostHeld) {
    entry.held = std::make_shared<const Result>(result);
    ++held_;
  } else if (auto failure = write(result, entry)) {
    return failure;
  }
  while (next_ < papers_.size() && papers_[next_].is_filled()) ++next_;
  if (next_ == papers_.size()) expect();
  papers_[next_] = std::move(entry);
  ++filled_;
  bool is_due =
      unsynced_ >= kMostUnsynced || std::chrono::steady_clock::now() - synced_ >= kLongestUnsynced;
  return is_due ? sync() : std::nullopt;
}

std::optional<Error> Journal::sync() {
  if (unsynced_ == 0 || path_.empty()) return std::nullopt;
  if (fdatasync(file_->number()) != 0) return error();
  unsynced_ = 0;
  synced_ = std::chrono::steady_clock::now();
  return std::nullopt;
}

std::unique_ptr<Records> Journal::records(bool until_missing) const {
  return std::make_unique<JournalRecords>(*this, until_missing);
}

std::optional<Error> Journal::remove() {
  if (path_.empty() || unlink(path_.c_str()) == 0) return std::nullopt;
  return Error{fmt::format("cannot remove {}: {}", path_, reason())};
}

std::optional<Input> Resuming::next() {
  while (auto input = source_->next()) {
    auto key = key_of_(*input);
    if (key && journal_.take_over(*input, *key)) continue;
    journal_.expect();
    return input;
  }
  return std::nullopt;
}

}  // namespace batch
