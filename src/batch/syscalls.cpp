#include "batch/syscalls.hpp"

#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "batch/sanitized.hpp"
#include "util/descriptor.hpp"

namespace batch {
namespace {

using Context = std::unique_ptr<void, decltype(&seccomp_release)>;

// Stands in the filter for the process's own id, which is known only after the fork.
constexpr std::uint32_t kOwnId = 0x5eedca11;

// What memory, threads' locks, clocks and answering need.
constexpr int kAllowed[] = {
    SCMP_SYS(read),         SCMP_SYS(pread64),
    SCMP_SYS(write),        SCMP_SYS(close),
    SCMP_SYS(lseek),        SCMP_SYS(fstat),
    SCMP_SYS(brk),          SCMP_SYS(munmap),
    SCMP_SYS(mremap),       SCMP_SYS(madvise),
    SCMP_SYS(futex),        SCMP_SYS(sched_yield),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction), SCMP_SYS(restart_syscall),
    SCMP_SYS(sigaltstack),  SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday),
    SCMP_SYS(time),         SCMP_SYS(getrandom),
    SCMP_SYS(getpid),       SCMP_SYS(gettid),
    SCMP_SYS(getrlimit),
    SCMP_SYS(sysinfo),  // glibc 2.36's qsort asks for the size of memory
};

// What libraries try in passing: they look for fonts, character maps and time zones, and do
// without.
constexpr int kRefused[] = {
    SCMP_SYS(open),       SCMP_SYS(openat),     SCMP_SYS(openat2),  SCMP_SYS(access),
    SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(stat),     SCMP_SYS(lstat),
    SCMP_SYS(newfstatat), SCMP_SYS(statx),      SCMP_SYS(readlink), SCMP_SYS(readlinkat),
    SCMP_SYS(getdents),   SCMP_SYS(getdents64), SCMP_SYS(statfs),   SCMP_SYS(ioctl),
};

bool add(void* context, std::uint32_t action, int call) {
  // A call that this processor does not have needs no rule.
  int error = seccomp_rule_add(context, action, call, 0);
  return error == 0 || error == -EDOM;
}

bool add_rules(void* context, bool receives) {
  bool is_good = true;
  for (int call : kAllowed) is_good &= add(context, SCMP_ACT_ALLOW, call);
  for (int call : kRefused) is_good &= add(context, SCMP_ACT_ERRNO(EACCES), call);
  // Sanitizers ask a pipe whether memory can be read.
  if (kIsSanitized) is_good &= add(context, SCMP_ACT_ALLOW, SCMP_SYS(pipe));
  if (kIsSanitized) is_good &= add(context, SCMP_ACT_ALLOW, SCMP_SYS(pipe2));
  if (receives) is_good &= add(context, SCMP_ACT_ALLOW, SCMP_SYS(recvmsg));
  auto is_not_code = SCMP_CMP(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
  for (int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    is_good &= seccomp_rule_add(context, SCMP_ACT_ALLOW, call, 1, is_not_code) == 0;
  auto only_asks = SCMP_CMP(2, SCMP_CMP_EQ, 0);
  is_good &= seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, only_asks) == 0;
  // Without this, abort() would look like an attack.
  auto to_itself = SCMP_CMP(0, SCMP_CMP_EQ, kOwnId);
  is_good &= seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, to_itself) == 0;
  return is_good;
}

std::vector<sock_filter> export_program(void* context) {
  util::Descriptor memory(memfd_create("filter", MFD_CLOEXEC));
  if (memory.number() < 0 || seccomp_export_bpf(context, memory.number()) != 0) return {};
  struct stat facts;
  if (fstat(memory.number(), &facts) != 0) return {};
  std::size_t bytes = static_cast<std::size_t>(facts.st_size);
  std::vector<sock_filter> program(bytes / sizeof(sock_filter));
  ssize_t got = pread(memory.number(), program.data(), bytes, 0);
  if (got != static_cast<ssize_t>(bytes)) return {};
  return program;
}

bool is_own_id(const sock_filter& instruction) {
  return instruction.code == (BPF_JMP | BPF_JEQ | BPF_K) && instruction.k == kOwnId;
}

}  // namespace

SyscallFilter::SyscallFilter(bool receives) {
  Context context(seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release);
  if (!context) return;
  bool is_good =
      seccomp_attr_set(context.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
  if (!is_good || !add_rules(context.get(), receives)) return;
  auto program = export_program(context.get());
  for (const sock_filter& instruction : program)
    if (is_own_id(instruction)) program_ = program;
}

bool SyscallFilter::install() const {
  auto program = program_;
  for (sock_filter& instruction : program)
    if (is_own_id(instruction)) instruction.k = static_cast<std::uint32_t>(getpid());
  sock_fprog whole = {static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0;
}

}  // namespace batch
