#include "batch/opened.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "extract/limits.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

FileState state_of(const struct stat& facts) {
  return {static_cast<std::uint64_t>(facts.st_size), facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec};
}

// glibc's fstat() may call newfstatat, which could also name files and is closed in the sandbox.
bool ask(int file, struct stat& facts) {
#ifdef __x86_64__
  return syscall(SYS_fstat, file, &facts) == 0;
#else
  return fstat(file, &facts) == 0;
#endif
}

Opened fail(int error) {
  Opened out;
  out.problem = std::strerror(error);
  if (error == EMFILE || error == ENFILE || error == ENOMEM) out.shortage = error;
  return out;
}

std::shared_ptr<util::Descriptor> open_file(const std::string& path) {
  // O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
  int number = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (number < 0) return nullptr;
  return std::make_shared<util::Descriptor>(number);
}

// How much was read; less than asked for where the file ends before. -1 with errno.
ssize_t read_fully(int file, char* to, std::size_t count) {
  std::size_t got = 0;
  while (got < count) {
    // Not read(): others may share the offset.
    ssize_t more = pread(file, to + got, count - got, static_cast<off_t>(got));
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) return -1;
    if (more == 0) break;
    got += static_cast<std::size_t>(more);
  }
  return static_cast<ssize_t>(got);
}

Opened open_regular(std::shared_ptr<util::Descriptor> file) {
  Opened out;
  if (!file) return fail(errno);
  struct stat facts;
  if (!ask(file->number(), facts)) return fail(errno);
  out.state = state_of(facts);
  if (S_ISREG(facts.st_mode))
    out.file = std::move(file);
  else
    out.problem = "not a regular file; give the PDF itself";
  return out;
}

}  // namespace

Opened open_input(const Input& input) {
  Opened out = open_regular(input.memory ? input.memory : open_file(input.file));
  if (!out.file) return out;
  if (out.state.bytes > extract::kMostFileBytes) {
    out.file.reset();
    out.problem = fmt::format("{} bytes, more than the limit of {}; make its pictures smaller",
                              out.state.bytes, extract::kMostFileBytes);
    return out;
  }
  if (!input.supplement) return out;
  Opened beside = open_regular(open_file(input.supplement->file));
  if (beside.shortage != 0) return beside;
  out.supplement = std::make_shared<Opened>(std::move(beside));
  return out;
}

void attach(Input& input, const Opened& opened) {
  if (input.supplement && opened.supplement) input.supplement->open = opened.supplement->file;
}

bool is_unchanged(int file, const FileState& expected) {
  struct stat facts;
  return ask(file, facts) && state_of(facts) == expected;
}

Reading read_whole(int file, const FileState& expected) {
  Reading out;
  // One byte more than there should be, to see it grow.
  std::string bytes(expected.bytes + 1, '\0');
  ssize_t got = read_fully(file, bytes.data(), bytes.size());
  struct stat facts;
  if (got < 0 || !ask(file, facts)) {
    out.remark = Remark::unreadable;
    out.error = errno;
    return out;
  }
  bool is_same = static_cast<std::uint64_t>(got) == expected.bytes && state_of(facts) == expected;
  if (!is_same) {
    out.remark = Remark::changed;
    return out;
  }
  bytes.resize(static_cast<std::size_t>(got));
  out.bytes = std::move(bytes);
  return out;
}

}  // namespace batch
