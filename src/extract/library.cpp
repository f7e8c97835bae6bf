#include "extract/library.hpp"

#include <Error.h>
#include <GlobalParams.h>

#include <climits>
#include <mutex>
#include <utility>

namespace extract {
namespace {

thread_local int complaints = 0;

void count_complaint(ErrorCategory, Goffset, const char*) {
  if (complaints < INT_MAX) ++complaints;
}

}  // namespace

void set_up_library() {
  static std::once_flag once;
  std::call_once(once, [] {
    setErrorCallback(count_complaint);
    globalParams = std::make_unique<GlobalParams>();
  });
}

int take_complaints() {
  return std::exchange(complaints, 0);
}

}  // namespace extract
