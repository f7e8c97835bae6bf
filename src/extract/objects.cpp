#include "extract/objects.hpp"

#include <cmath>

#include "extract/text_string.hpp"

namespace extract {

std::string text_of(const Object& object) {
  if (object.isString()) return decode_text_string(object.getString()->toStr());
  if (object.isName()) return clean_utf8(object.getName());
  return {};
}

double number_or(const Object& object, double fallback) {
  if (!object.isNum()) return fallback;
  const double number = object.getNum();
  return std::isfinite(number) ? number : fallback;
}

}  // namespace extract
