#include "batch/child.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <span>

#include "batch/job.hpp"
#include "batch/nursery.hpp"
#include "batch/record.hpp"
#include "batch/record_pipe.hpp"

namespace batch {
namespace {

constexpr int kFailed = 1;
constexpr std::uintptr_t kLeastChunk = 64;

// The supplement, which is read piece by piece; the paper was held in memory.
bool has_changed(const Job& job) {
  const auto& supplement = job.input.supplement;
  return supplement && supplement->open &&
         !is_unchanged(supplement->open->number(), job.supplement_state);
}

// The record; empty where the note says why there is none.
std::string work_on(const Cradle& cradle, const Job& job) {
  Note& note = cradle.notes.of(cradle.number);
  try {
    Reading reading = read_whole(job.file, job.state);
    if (reading.remark != Remark::none) {
      note.say(reading.remark, reading.error);
      return "";
    }
    model::Result result = cradle.work.examine(job.input, reading.bytes, note.stage);
    if (has_changed(job)) {
      note.say(Remark::changed);
      return "";
    }
    note.stage.enter(util::Step::record);
    std::string record = encode(result);
    if (record.size() <= kMostRecordBytes) return record;
    note.say(Remark::too_long);
  } catch (const std::bad_alloc&) {
    note.say(Remark::memory);
  } catch (...) {
    note.say(Remark::threw);
  }
  return "";
}

// Memory comes in large pages where the system has them: a process that lives for one paper would
// spend a tenth of its time on the faults of small ones. What is not used is not taken.
void widen_heap() {
  constexpr int kAhead = 32 << 20, kLarge = 64 << 20;
  constexpr std::uintptr_t kLargePage = 2 << 20;
  mallopt(M_MMAP_THRESHOLD, kLarge);
  mallopt(M_TRIM_THRESHOLD, 16 * kLarge);
  void* room = std::malloc(kAhead);
  if (!room) return;
  auto begin = reinterpret_cast<std::uintptr_t>(room);
  std::uintptr_t start = (begin + kLargePage - 1) & ~(kLargePage - 1);
  madvise(reinterpret_cast<void*>(start), kAhead - kLargePage, MADV_HUGEPAGE);
  // What lies before the first large page is kept, and so never touched.
  if (!std::realloc(room, std::max(start - begin, 2 * kLeastChunk) - kLeastChunk)) std::free(room);
}

void prepare(const Cradle& cradle) {
  Note& note = cradle.notes.of(cradle.number);
  cradle.notes.keep_only(cradle.number);
  if (!settle(cradle, note) || !cradle.sandbox.enter()) {
    note.say(Remark::not_sandboxed);
    _exit(kFailed);
  }
  widen_heap();
}

}  // namespace

void live_for_one(const Cradle& cradle, const Input& input, const Opened& opened) {
  prepare(cradle);
  Job job{input, opened.state, kTask, {}};
  if (cradle.supplement >= 0) {
    job.input.supplement->open = std::make_shared<util::Descriptor>(kSupplement);
    job.supplement_state = opened.supplement->state;
  }
  std::string record = work_on(cradle, job);
  bool is_answered = write_record(kAnswers, record);
  _exit(is_answered ? 0 : kFailed);
}

void live_for_many(const Cradle& cradle) {
  prepare(cradle);
  while (auto job = receive_job(kTask)) {
    std::string record = work_on(cradle, *job);
    close(job->file);
    if (!write_record(kAnswers, record)) break;
  }
  _exit(0);
}

}  // namespace batch
