// Files of records, a line each: read one after another in constant memory, and again at a place.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/result.hpp"
#include "util/descriptor.hpp"
#include "util/expected.hpp"

namespace batch {

// Stored results one after another.
class Records {
 public:
  virtual ~Records() = default;
  // None at the end; an error where what was stored cannot be read again.
  virtual util::Expected<std::optional<model::Result>> next() = 0;
};

// Where a line lies, without its end.
struct Place {
  std::uint64_t offset = 0;
  std::uint32_t length = 0;
};

// A record as a line that shows whether it is whole: valid JSON, with a checksum as its last key.
std::string sealed(const model::Result& result);
// The result of a line, sealed or as reports write it; the reason where it is no record or damaged.
util::Expected<model::Result> unsealed(std::string_view line);

class RecordFile {
 public:
  // Regular files only.
  static util::Expected<std::unique_ptr<RecordFile>> open(const std::string& path);
  // Of a file that is open already, for reading.
  RecordFile(std::string path, std::shared_ptr<util::Descriptor> file)
      : path_(std::move(path)), file_(std::move(file)) {}

  struct Line {
    Place place;
    std::uint64_t number = 0;  // from 1
    bool is_torn = false;      // the last one, and it does not end; or longer than any record
    util::Expected<model::Result> result;
  };
  // Empty lines are passed over; none at the end.
  util::Expected<std::optional<Line>> next();

  util::Expected<std::string> read(Place place) const;
  util::Expected<model::Result> result(Place place) const;

  const std::string& path() const { return path_; }
  // Where the last line ends that does end; what follows is torn.
  std::uint64_t whole() const { return whole_; }

 private:
  util::Expected<bool> fill();
  util::Expected<bool> skip_line();
  Line take(std::size_t length, bool has_end);

  std::string path_;
  std::shared_ptr<util::Descriptor> file_;
  std::string held_;             // what was read of the file...
  std::uint64_t held_from_ = 0;  // ...from here on
  std::size_t given_ = 0;        // how much of it makes up the lines before
  std::uint64_t whole_ = 0;
  std::uint64_t lines_ = 0;
};

}  // namespace batch
