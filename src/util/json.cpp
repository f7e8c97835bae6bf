#include "util/json.hpp"

#include <cmath>

namespace util {

double rounded(double value) {
  double hundredths = std::round(value * 100);
  return hundredths == 0 ? 0 : hundredths / 100;  // no negative zero
}

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace util
