// Opens what is to be judged, and reads it whole without trusting it to stay as it is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "batch/input.hpp"
#include "batch/note.hpp"
#include "util/descriptor.hpp"

namespace batch {

// What shows that a file is another one than before.
struct FileState {
  std::uint64_t bytes = 0;
  std::int64_t seconds = 0;  // of its last change
  std::int64_t nanoseconds = 0;
  bool operator==(const FileState&) const = default;
};

struct Opened {
  // Of the supplement; none where there is none. One that cannot be opened has its problem.
  std::shared_ptr<Opened> supplement;
  std::shared_ptr<util::Descriptor> file;  // none where it could not be opened
  FileState state;
  std::string problem;  // a sentence for a person
  int shortage = 0;     // errno where the system lacks descriptors or memory: later it may go
};

Opened open_input(const Input& input);

// Gives the supplement that was opened to whoever reads it.
void attach(Input& input, const Opened& opened);

// Whether it still is what it was.
bool is_unchanged(int file, const FileState& expected);

// Remark::none, and the bytes; else why there are none, with errno. std::bad_alloc where memory is
// short.
struct Reading {
  Remark remark = Remark::none;
  int error = 0;
  std::string bytes;
};
Reading read_whole(int file, const FileState& expected);

}  // namespace batch
