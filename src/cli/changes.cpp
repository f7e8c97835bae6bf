#include "cli/changes.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>
#include <utility>

namespace cli {
namespace {

// Events wake us at once. A file system of another machine sends none, so we also look.
constexpr std::chrono::milliseconds kLook{500};
// TeX writes each page as it is set; between two of them less passes, or the end is not there yet.
constexpr std::chrono::milliseconds kQuiet{300};
constexpr std::uint32_t kEvents =
    IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM;
// Where readers look for the end of a PDF.
constexpr off_t kTail = 1024;

std::string folder_of(const std::string& file) {
  auto slash = file.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : file.substr(0, slash);
}

// What has no beginning or no end of a PDF may still be written. An answer to a file that is no PDF
// at all can wait for one.
bool is_whole(const std::string& file) {
  util::Descriptor opened(open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat facts;
  if (opened.number() < 0 || fstat(opened.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
    return false;
  std::array<char, kTail> tail;
  off_t begin = std::max<off_t>(0, facts.st_size - kTail);
  ssize_t count = pread(opened.number(), tail.data(), tail.size(), begin);
  if (count <= 0) return false;
  return std::string_view(tail.data(), static_cast<std::size_t>(count)).find("%%EOF") !=
         std::string_view::npos;
}

}  // namespace

Changes::Changes(std::vector<std::string> papers)
    : papers_(std::move(papers)), events_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  // Of folders: a file that takes the place of another is none that was watched.
  for (const std::string& file : papers_)
    if (events_.number() >= 0)
      inotify_add_watch(events_.number(), folder_of(file).c_str(), kEvents);
  mark();
}

void Changes::mark() {
  marked_ = stamps();
}

Changes::Stamp Changes::stamp_of(const std::string& file) {
  struct stat facts;
  if (stat(file.c_str(), &facts) != 0) return {};
  return {true,          facts.st_dev,         facts.st_ino,
          facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec};
}

std::vector<Changes::Stamp> Changes::stamps() const {
  std::vector<Stamp> all;
  for (const auto* files : {&papers_, &others_})
    for (const std::string& file : *files) all.push_back(stamp_of(file));
  return all;
}

// Until something happens, at most as long.
void Changes::sleep(std::chrono::milliseconds time) const {
  if (events_.number() < 0) {
    std::this_thread::sleep_for(time);
    return;
  }
  pollfd waiting{events_.number(), POLLIN, 0};
  if (poll(&waiting, 1, static_cast<int>(time.count())) <= 0) return;
  std::array<char, 4096> dropped;
  while (read(events_.number(), dropped.data(), dropped.size()) > 0) continue;
}

bool Changes::wait(const std::function<bool()>& gives_up) {
  auto quiet_since = std::chrono::steady_clock::now();
  std::vector<Stamp> last = stamps();
  while (!gives_up()) {
    bool has_changed = last != marked_;
    sleep(has_changed ? kQuiet : kLook);
    std::vector<Stamp> now = stamps();
    if (now != last) {
      last = std::move(now);
      quiet_since = std::chrono::steady_clock::now();
      continue;
    }
    bool is_quiet = std::chrono::steady_clock::now() - quiet_since >= kQuiet;
    if (has_changed && is_quiet && std::all_of(papers_.begin(), papers_.end(), is_whole))
      return true;
  }
  return false;
}

}  // namespace cli
