#include "extract/library.hpp"

#include <Error.h>
#include <GlobalParams.h>

#include <climits>
#include <cstdio>
#include <mutex>
#include <utility>

namespace extract {
namespace {

thread_local Complaints complaints;

void count_complaint(ErrorCategory, Goffset, const char* message) {
  note_complaint();
  // Poppler 22.12 names the object nowhere else.
  int number = -1;
  if (std::sscanf(message, "xref num %9d not found but needed", &number) == 1) {
    complaints.missing_object = number;
  }
}

}  // namespace

void set_up_library() {
  static std::once_flag once;
  std::call_once(once, [] {
    setErrorCallback(count_complaint);
    globalParams = std::make_unique<GlobalParams>();
  });
}

void note_complaint() {
  if (complaints.count < INT_MAX) ++complaints.count;
}

int complaints_so_far() {
  return complaints.count;
}

Complaints take_complaints() {
  return std::exchange(complaints, {});
}

void put_back(const Complaints& taken) {
  complaints = taken;
}

}  // namespace extract
