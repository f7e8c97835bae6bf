#include "batch/note.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <new>

namespace batch {

Notes::Notes(int count)
    : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))),
      bytes_(page_ * static_cast<std::size_t>(count)) {
  void* memory = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  memory_ = static_cast<char*>(memory);
  for (int number = 0; number < count; ++number)
    new (memory_ + page_ * static_cast<std::size_t>(number)) Note;
}

Notes::~Notes() {
  munmap(memory_, bytes_);
}

Note& Notes::of(int number) const {
  return *reinterpret_cast<Note*>(memory_ + page_ * static_cast<std::size_t>(number));
}

void Notes::keep_only(int number) const {
  std::size_t before = page_ * static_cast<std::size_t>(number), after = before + page_;
  if (before > 0) munmap(memory_, before);
  if (after < bytes_) munmap(memory_ + after, bytes_ - after);
}

}  // namespace batch
