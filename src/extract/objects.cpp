#include "extract/objects.hpp"

#include <Dict.h>

#include <cmath>

#include "extract/limits.hpp"
#include "extract/text_string.hpp"

namespace extract {
namespace {

void append_key(const Object& object, int depth, std::string& out);

void append_key(const Dict& dictionary, int depth, std::string& out) {
  for (int i = 0; i < dictionary.getLength(); ++i) {
    out += '/';
    out += dictionary.getKey(i);
    append_key(dictionary.getValNF(i), depth, out);
  }
}

void append_key(const Object& object, int depth, std::string& out) {
  out += static_cast<char>('A' + object.getType());
  if (object.isBool()) {
    out += object.getBool() ? '1' : '0';
  } else if (object.isInt()) {
    out += std::to_string(object.getInt());
  } else if (object.isNum()) {
    const double number = object.getNum();
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
  } else if (object.isRef()) {
    out += std::to_string(object.getRefNum()) + ' ' + std::to_string(object.getRefGen());
  } else if (object.isName()) {
    out += object.getName();
  } else if (object.isString()) {
    out += std::to_string(object.getString()->getLength()) + ' ' + object.getString()->toStr();
  } else if (object.isArray() && depth < limits::kTreeDepth) {
    for (int i = 0; i < object.arrayGetLength(); ++i)
      append_key(object.arrayGetNF(i), depth + 1, out);
  } else if (object.isDict() && depth < limits::kTreeDepth) {
    append_key(*object.getDict(), depth + 1, out);
  }
  out += '\n';
}

}  // namespace

std::string key_of(const Object& object) {
  std::string out;
  append_key(object, 0, out);
  return out;
}

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
