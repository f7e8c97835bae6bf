#include "util/version.hpp"

namespace util {

std::string_view version() {
  return DESKCHECK_VERSION;
}

}  // namespace util
