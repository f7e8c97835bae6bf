// The process that reads a zip, and what it tells: frames over a pipe, none of which is believed
// beyond its form.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "batch/zip_limits.hpp"
#include "util/descriptor.hpp"

namespace batch {

enum class Told : std::uint32_t {
  name,     // of the entry that comes next
  bytes,    // some of it
  whole,    // it has ended
  refused,  // it cannot be had; one byte says why
  end,      // there is no other; one byte says why some may be missing
};

struct Frame {
  Told told = Told::end;
  std::string payload;
};
inline constexpr std::size_t kLongestPayload = 64 * 1024;

// From which paper on, and how much was taken before it.
struct ZipPlace {
  std::size_t paper = 0;
  std::uint64_t bytes = 0;
  std::string only;  // the name of the one that is wanted; "" = all
};

class ZipProcess {
 public:
  // None with errno where the system has no process to give.
  static std::unique_ptr<ZipProcess> start(int zip, const ZipPlace& from, const ZipLimits& limits);
  ~ZipProcess();  // kills it
  ZipProcess(const ZipProcess&) = delete;
  ZipProcess& operator=(const ZipProcess&) = delete;

  // False where it died, told nonsense, or took too long.
  using Time = std::chrono::steady_clock::time_point;
  bool read(Frame& frame, Time until, const std::function<bool()>& gives_up);
  bool is_late() const { return is_late_; }
  // After that: "died of SIGSEGV", "took longer than 60 s"...
  std::string end(int seconds);

 private:
  ZipProcess(pid_t id, int answers) : id_(id), answers_(answers) {}
  bool read(char* bytes, std::size_t count, Time until, const std::function<bool()>& gives_up);
  bool wait(Time until, const std::function<bool()>& gives_up);

  pid_t id_;
  util::Descriptor answers_;
  bool is_late_ = false;
};

}  // namespace batch
