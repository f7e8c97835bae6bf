// The system calls that a sandboxed process may make: a filter built once and installed in each.
#pragma once

#include <linux/filter.h>

#include <vector>

namespace batch {

class SyscallFilter {
 public:
  // `receives`: descriptors come over a socket.
  explicit SyscallFilter(bool receives);

  bool is_built() const { return !program_.empty(); }
  // For the calling thread and for good. False where the kernel refused.
  bool install() const;

 private:
  std::vector<sock_filter> program_;
};

}  // namespace batch
