#include "batch/records.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "model/result_json.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"

namespace batch {
namespace {

using model::Result;
using util::Error;
using util::Expected;

constexpr std::size_t kPiece = 1 << 18;

// A sealed line ends in this, sixteen digits and kSealEnd.
constexpr std::string_view kSeal = R"(,"sum":")";
constexpr std::string_view kSealEnd = R"("})";
constexpr std::size_t kSumDigits = 16;
constexpr std::size_t kSealSize = kSeal.size() + kSumDigits + kSealEnd.size();

std::string sum_of(std::string_view bytes) {
  return util::sha256(bytes).substr(0, kSumDigits);
}

Error error_of(const std::string& path) {
  return {fmt::format("cannot read {}: {}", path, std::strerror(errno))};
}

// How many bytes came; fewer than asked for at the end of the file alone.
ssize_t read_at(int descriptor, char* to, std::size_t size, std::uint64_t offset) {
  std::size_t got = 0;
  while (got < size) {
    ssize_t count = pread(descriptor, to + got, size - got, static_cast<off_t>(offset + got));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -1;
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  return static_cast<ssize_t>(got);
}

}  // namespace

std::string sealed(const Result& result) {
  std::string line = util::dump(model::to_record(result));
  line.pop_back();
  return fmt::format("{}{}{}{}", line, kSeal, sum_of(line), kSealEnd);
}

Expected<Result> unsealed(std::string_view line) {
  bool is_sealed = line.size() > kSealSize && line.ends_with(kSealEnd) &&
                   line.substr(line.size() - kSealSize).starts_with(kSeal);
  if (!is_sealed) return model::result_from_line(line);
  std::string_view record = line.substr(0, line.size() - kSealSize);
  if (line.substr(record.size() + kSeal.size(), kSumDigits) != sum_of(record))
    return Error{"damaged: its checksum is another"};
  return model::result_from_line(std::string(record) + "}");
}

Expected<std::unique_ptr<RecordFile>> RecordFile::open(const std::string& path) {
  // O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
  int number = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (number < 0) return error_of(path);
  auto file = std::make_shared<util::Descriptor>(number);
  struct stat facts;
  if (fstat(number, &facts) != 0) return error_of(path);
  if (!S_ISREG(facts.st_mode))
    return Error{fmt::format("cannot read {}: it is not a regular file", path)};
  return std::make_unique<RecordFile>(path, std::move(file));
}

// Whether more came.
Expected<bool> RecordFile::fill() {
  held_.erase(0, given_);
  held_from_ += given_;
  given_ = 0;
  std::size_t size = held_.size();
  held_.resize(size + kPiece);
  ssize_t got = read_at(file_->number(), held_.data() + size, kPiece, held_from_ + size);
  held_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0) return error_of(path_);
  return got > 0;
}

RecordFile::Line RecordFile::take(std::size_t length, bool has_end) {
  std::string_view text = std::string_view(held_).substr(given_, length);
  Line line{{held_from_ + given_, static_cast<std::uint32_t>(length)},
            ++lines_,
            !has_end,
            unsealed(text)};
  given_ += length + (has_end ? 1 : 0);
  if (has_end) whole_ = held_from_ + given_;
  return line;
}

Expected<bool> RecordFile::skip_line() {
  while (true) {
    auto end = held_.find('\n', given_);
    if (end != std::string::npos) {
      given_ = end + 1;
      whole_ = held_from_ + given_;
      return true;
    }
    given_ = held_.size();
    auto more = fill();
    if (!more || !*more) return more;
  }
}

Expected<std::optional<RecordFile::Line>> RecordFile::next() {
  std::size_t searched = 0;
  while (true) {
    auto end = held_.find('\n', given_ + searched);
    if (end == given_) {
      ++lines_;
      whole_ = held_from_ + ++given_;
      continue;
    }
    if (end != std::string::npos) return std::optional(take(end - given_, true));
    searched = held_.size() - given_;
    if (searched > model::kMostRecordBytes + kSealSize) {
      Line line{{held_from_ + given_, 0}, ++lines_, false, Error{"longer than any record"}};
      auto ended = skip_line();
      if (!ended) return ended.error();
      line.is_torn = !*ended;
      return std::optional(std::move(line));
    }
    auto more = fill();
    if (!more) return more.error();
    if (*more) continue;
    if (searched == 0) return std::optional<Line>();
    return std::optional(take(searched, false));
  }
}

Expected<std::string> RecordFile::read(Place place) const {
  std::string line(place.length, '\0');
  ssize_t got = read_at(file_->number(), line.data(), line.size(), place.offset);
  if (got < 0) return error_of(path_);
  if (static_cast<std::size_t>(got) < line.size())
    return Error{fmt::format("cannot read {}: it was cut short meanwhile", path_)};
  return line;
}

Expected<Result> RecordFile::result(Place place) const {
  auto line = read(place);
  if (!line) return line.error();
  auto result = unsealed(*line);
  if (!result)
    return Error{fmt::format("cannot read {}: a record changed meanwhile ({})", path_,
                             result.error().message)};
  return result;
}

}  // namespace batch
