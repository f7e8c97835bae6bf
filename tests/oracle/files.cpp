#include "oracle/files.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <new>

#include "extract/extract.hpp"
#include "oracle/gfx/read.hpp"
#include "util/file.hpp"

namespace fs = std::filesystem;

namespace oracle {
namespace {

constexpr std::uint64_t kMostFileBytes = 200'000'000;
constexpr rlim_t kSeconds = 20;  // of CPU for both readings; papers take less than 3
constexpr unsigned kWallSeconds = 60;
constexpr rlim_t kMemory = 3'000'000'000;  // address space

void limit(int resource, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

void confine() {
  limit(RLIMIT_CPU, kSeconds);
  limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__  // which reserves terabytes
  limit(RLIMIT_AS, kMemory);
#endif
  alarm(kWallSeconds);
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  dup2(nowhere, STDERR_FILENO);  // the library writes there when memory runs out
}

// Whether it ended by itself.
template <class Work>
bool run_confined(Work work) {
  std::cout.flush();
  const pid_t child = fork();
  if (child < 0) std::abort();
  if (child == 0) {
    confine();
    work();
    std::cout.flush();
    _exit(0);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Tally* share_tally() {
  void* memory =
      mmap(nullptr, sizeof(Tally), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) std::abort();
  return new (memory) Tally;
}

void compare_bytes(std::span<const char> bytes, int shown, Tally& tally) {
  tally.doing = Doing::ours;
  const model::Document ours = extract::read(bytes);
  tally.doing = Doing::theirs;
  const Reading theirs = read(bytes);
  tally.doing = Doing::comparing;
  compare_and_count(ours, theirs.document, theirs.complaints, shown, tally);
  tally.doing = Doing::done;
}

}  // namespace

std::vector<fs::path> list_files(const std::vector<fs::path>& paths) {
  std::vector<fs::path> out;
  for (const fs::path& path : paths) {
    std::error_code error;  // links that lead nowhere, or round in circles, are no files
    if (!fs::is_directory(path, error)) {
      out.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      const bool is_pdf = entry.path().extension() == ".pdf";
      if (is_pdf && entry.is_regular_file(error)) out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Ending compare_file(const fs::path& file, int shown, Tally& tally) {
  const auto bytes = util::read_file(file, kMostFileBytes);
  if (!bytes) return Ending::unreadable;
  static Tally* const shared = share_tally();
  *shared = {};
  const bool ended = run_confined([&] { compare_bytes(*bytes, shown, *shared); });
  if (ended) {
    tally = *shared;
    return Ending::compared;
  }
  if (shared->doing == Doing::theirs) return Ending::theirs_died;
  if (shared->doing == Doing::comparing) return Ending::ours_died;
  return run_confined([&] { read(*bytes); }) ? Ending::ours_died : Ending::both_died;
}

}  // namespace oracle
