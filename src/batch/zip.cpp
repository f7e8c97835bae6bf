#include "batch/zip.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "archives/zip_directory.hpp"
#include "batch/found.hpp"
#include "batch/ids.hpp"
#include "batch/zip_process.hpp"
#include "util/descriptor.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

using archives::ZipTrouble;

constexpr const char* kSentences[] = {
    "",
    "zips need libarchive, which is missing; install it (Debian calls it libarchive13), or unpack "
    "the zip and give the folder",
    "this is no zip, or it is cut off",
    "this zip is a part of several; join them first",
    "the zip's directory is too large; unpack the zip and give the folder",
    "the zip's directory is broken, so papers may be missing; make the zip anew",
    "it holds too many papers, and some are left out; unpack it and give the folder",
    "it is encrypted in the zip; unpack the zip and give the folder",
    "it is a link or a device in the zip, not a file",
    "its name leads out of the zip",
    "its name comes more than once in the zip; the first one is taken",
    "its name is too long",
    "it is larger than is taken out of a zip",
    "more than is taken out of one zip has been taken; unpack it and give the folder",
    "it cannot be unpacked: it is broken, or packed by an unknown method",
};
static_assert(std::size(kSentences) == static_cast<std::size_t>(ZipTrouble::count_));

std::string sentence_of(const Frame& frame) {
  std::size_t number = frame.payload.empty() ? 0 : static_cast<unsigned char>(frame.payload[0]);
  return number < std::size(kSentences) ? kSentences[number] : "the zip cannot be read";
}

// Bytes that nobody can change any more once they are sealed.
class Memory {
 public:
  Memory()
      : bytes_(std::make_shared<util::Descriptor>(
            memfd_create("paper", MFD_CLOEXEC | MFD_ALLOW_SEALING))) {
    if (bytes_->number() < 0) error_ = errno;
  }

  void append(std::string_view some) {
    while (error_ == 0 && !some.empty()) {
      ssize_t count = write(bytes_->number(), some.data(), some.size());
      if (count < 0 && errno != EINTR) error_ = errno;
      if (count > 0) some.remove_prefix(static_cast<std::size_t>(count));
    }
  }

  // None with error() where memory was short.
  std::shared_ptr<util::Descriptor> seal() {
    constexpr int kAll = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
    if (error_ == 0 && fcntl(bytes_->number(), F_ADD_SEALS, kAll) != 0) error_ = errno;
    if (error_ == 0 && lseek(bytes_->number(), 0, SEEK_SET) != 0) error_ = errno;
    return error_ == 0 ? bytes_ : nullptr;
  }
  int error() const { return error_; }

 private:
  std::shared_ptr<util::Descriptor> bytes_;
  int error_ = 0;
};

class Zip : public Source {
 public:
  // All papers, or only the one of that name.
  Zip(const std::string& path, const std::string& only, ZipLimits limits,
      std::function<bool()> gives_up)
      : path_(path),
        file_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)),
        limits_(limits),
        gives_up_(std::move(gives_up)) {
    place_.only = only;
  }

  std::optional<Input> next() override {
    begin_wait();
    while (!is_done_) {
      if (!process_)
        if (auto problem = begin()) return problem;
      Frame frame;
      if (process_->read(frame, until_, gives_up_)) {
        if (auto input = hear(frame)) return input;
      } else if (gives_up_ && gives_up_()) {
        is_done_ = true;
      } else if (auto problem = bury()) {
        return problem;
      }
    }
    return std::nullopt;
  }

 private:
  std::optional<Input> begin() {
    name_.reset();
    if (file_.number() < 0) return end(std::strerror(errno_));
    process_ = ZipProcess::start(file_.number(), place_, limits_);
    if (process_) return std::nullopt;
    return end(fmt::format("no process to read this zip: {}", std::strerror(errno)));
  }

  // What a frame makes known, where that is all of an input.
  std::optional<Input> hear(const Frame& frame) {
    bool is_within = name_.has_value();
    if (is_within != (frame.told != Told::name && frame.told != Told::end)) return bury();
    switch (frame.told) {
      case Told::name:
        name_ = frame.payload.substr(0, limits_.name_bytes);
        memory_.emplace();
        taken_ = 0;
        return std::nullopt;
      case Told::bytes:
        taken_ += frame.payload.size();
        if (taken_ > limits_.entry_bytes) return bury();
        memory_->append(frame.payload);
        return std::nullopt;
      case Told::whole:
        return whole();
      case Told::refused:
        return refused(sentence_of(frame));
      case Told::end:
        break;
    }
    auto problem = sentence_of(frame);
    if (problem.empty() && place_.paper == 0)
      problem =
          is_for_one() ? "there is no such file in the zip" : "no file in this zip ends in .pdf";
    process_.reset();
    is_done_ = true;
    if (problem.empty()) return std::nullopt;
    return end(problem);
  }

  Input whole() {
    auto memory = memory_->seal();
    if (!memory) return refused(std::strerror(memory_->error()));
    Input input = found_at(path_ + '/' + *name_);
    input.file.clear();
    input.memory = std::move(memory);
    leave();
    return input;
  }

  // Of entries with one name each has a path of its own, or merging would take them for one.
  Input refused(const std::string& why) {
    int number = same_before();
    std::string path = path_ + '/' + *name_;
    if (number > 0) path += fmt::format(" ({})", number + 1);
    Input input = stuck_at(path, why);
    leave();
    return input;
  }

  bool is_for_one() const { return !place_.only.empty(); }

  int same_before() const { return name_ == last_name_ ? last_number_ + 1 : 0; }

  void leave() {
    is_done_ = is_for_one();
    last_number_ = same_before();
    last_name_ = name_;
    name_.reset();
    memory_.reset();
    ++place_.paper;
    place_.bytes += taken_;
  }

  // The process has died, lies, or takes too long. It may have been killed by chance, so it has a
  // second go at each paper; a paper at which it dies twice is passed over.
  std::optional<Input> bury() {
    std::string how = process_->end(limits_.seconds);
    bool was_late = process_->is_late();
    process_.reset();
    bool is_first = std::exchange(died_at_, place_.paper) != place_.paper;
    if (is_first && !(was_late && name_)) {
      begin_wait();
      return std::nullopt;
    }
    auto why = fmt::format("the process reading the zip {}", how);
    return name_ ? refused(why) : end(why + "; unpack the zip and give the folder");
  }

  void begin_wait() {
    until_ = std::chrono::steady_clock::now() + std::chrono::seconds(limits_.seconds);
  }

  Input end(const std::string& problem) {
    is_done_ = true;
    return stuck_at(is_for_one() ? path_ + '/' + place_.only : path_, problem);
  }

  std::string path_;
  util::Descriptor file_;
  int errno_ = errno;
  ZipLimits limits_;
  std::function<bool()> gives_up_;
  std::unique_ptr<ZipProcess> process_;
  ZipProcess::Time until_;
  ZipPlace place_;
  std::optional<std::string> name_;  // of the entry being heard of
  std::optional<std::string> last_name_;
  int last_number_ = 0;
  std::optional<Memory> memory_;
  std::uint64_t taken_ = 0;
  std::optional<std::size_t> died_at_;
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<Source> open_zip(const std::string& path, ZipLimits limits,
                                 std::function<bool()> gives_up) {
  return std::make_unique<Zip>(path, "", limits, std::move(gives_up));
}

std::unique_ptr<Source> open_in_zip(const std::string& path, ZipLimits limits,
                                    std::function<bool()> gives_up) {
  for (auto slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    auto zip = path.substr(0, slash);
    struct stat facts;
    if (!ends_in(zip, ".zip") || slash + 1 == path.size()) continue;
    if (stat(zip.c_str(), &facts) == 0 && S_ISREG(facts.st_mode))
      return std::make_unique<Zip>(zip, path.substr(slash + 1), limits, std::move(gives_up));
  }
  return nullptr;
}

}  // namespace batch
