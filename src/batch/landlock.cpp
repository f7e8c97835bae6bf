#include "batch/landlock.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

// Debian 12's <linux/landlock.h> knows two of the versions; the numbers are the kernel's for good.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_restrict_self 446
#endif

namespace batch::landlock {
namespace {

struct Ruleset {
  std::uint64_t files = 0;
  std::uint64_t network = 0;  // from version 4
  std::uint64_t scoped = 0;   // from version 6
};

constexpr std::uint32_t kAskVersion = 1;

constexpr std::uint64_t lowest_bits(int count) {
  return (std::uint64_t{1} << count) - 1;
}

Ruleset everything(int version) {
  Ruleset rules;
  rules.files = lowest_bits(13);                     // execute to make_sym
  if (version >= 2) rules.files |= 1ULL << 13;       // rename and link between folders
  if (version >= 3) rules.files |= 1ULL << 14;       // truncate
  if (version >= 5) rules.files |= 1ULL << 15;       // ioctl on devices
  if (version >= 4) rules.network = lowest_bits(2);  // bind and connect by TCP
  if (version >= 6) rules.scoped = lowest_bits(2);   // abstract sockets, signals
  return rules;
}

std::size_t size_of_ruleset(int version) {
  if (version >= 6) return 24;
  return version >= 4 ? 16 : 8;
}

}  // namespace

int version() {
  long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, kAskVersion);
  return version > 0 ? static_cast<int>(version) : 0;
}

bool deny_all(int version) {
  Ruleset rules = everything(version);
  long set = syscall(SYS_landlock_create_ruleset, &rules, size_of_ruleset(version), 0);
  if (set < 0) return false;
  bool is_denied = syscall(SYS_landlock_restrict_self, set, 0) == 0;
  close(static_cast<int>(set));
  return is_denied;
}

}  // namespace batch::landlock
