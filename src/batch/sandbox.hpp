// The walls around a process that reads hostile bytes, and which of them this system has.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "batch/syscalls.hpp"

namespace batch {

// As bits of a number, that a child can hand on.
enum Wall : unsigned {
  kLimits = 1,      // processor time, open files, core files, file sizes, stack
  kMemory = 2,      // address space
  kPrivileges = 4,  // none can be gained, nobody may look in
  kFiles = 8,       // Landlock: none can be opened
  kCalls = 16,      // seccomp: few system calls
};
inline constexpr unsigned kAllWalls = 31;

// "rlimits", "memory", "privileges", "landlock", "seccomp".
std::vector<std::string> names_of(unsigned walls);

struct SandboxLimits {
  std::uint64_t memory_bytes = 0;
  int cpu_seconds = 0;  // 0 = the parent alone watches
};

inline constexpr std::uint64_t kStackBytes = 8u << 20;

class Sandbox {
 public:
  // Tries the walls in a process that is thrown away.
  Sandbox(SandboxLimits limits, bool receives);

  unsigned walls() const { return walls_; }
  // In the child, for good. False where a wall that stood when it was tried now does not.
  bool enter() const;

 private:
  unsigned raise(unsigned wanted) const;
  unsigned probe() const;

  SandboxLimits limits_;
  SyscallFilter filter_;
  int landlock_;
  unsigned walls_ = 0;
};

}  // namespace batch
