// Records through a pipe: four bytes of length, lowest first, and as many bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace batch {

// False where nobody reads any more.
bool write_record(int pipe, std::string_view record);

// Takes what has come without waiting for more.
class RecordReader {
 public:
  enum class State {
    waiting,
    complete,  // and not a byte more
    ended,     // the other side closed it
    broken,    // longer than records are, or longer than announced
  };

  State read(int pipe);
  // Of the record read: complete and, at the end of the pipe, whole.
  bool is_whole() const;
  std::string take();

 private:
  State judge() const;

  std::string bytes_;
};

}  // namespace batch
