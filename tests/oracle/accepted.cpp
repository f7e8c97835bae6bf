#include <array>

#include "oracle/difference.hpp"

namespace oracle {
namespace {

// Refused by its first bytes or its size, before any page is looked for.
bool is_refused_unopened(const Difference& difference) {
  const auto& failure = difference.our_document->failure;
  return failure &&
         (failure->kind == model::FailureKind::empty ||
          failure->kind == model::FailureKind::not_pdf ||
          failure->kind == model::FailureKind::too_large) &&
         difference.our_document->pages.empty();
}

constexpr const char* kRefused =
    "a file that does not begin as a PDF is refused, though the library would look for one in it";

constexpr std::array kAccepted = {
    Accepted{Property::pages, kRefused, is_refused_unopened},
    Accepted{Property::fonts, kRefused, is_refused_unopened},
};

}  // namespace

int find_reason(const Difference& difference) {
  for (std::size_t i = 0; i < kAccepted.size(); ++i) {
    if (kAccepted[i].property == difference.property && kAccepted[i].applies(difference)) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

std::size_t reason_count() {
  return kAccepted.size();
}

const char* reason_text(std::size_t index) {
  return kAccepted[index].reason;
}

}  // namespace oracle
