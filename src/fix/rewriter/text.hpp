// Objects in the syntax of the format.
#pragma once

#include <functional>
#include <string>

#include "fix/rewriter/objects.hpp"

namespace fix {

// What stands where an object refers to another: "12 0 R", or null.
using WriteReference = std::function<std::string(const PoDoFo::PdfReference&)>;

class Text {
 public:
  explicit Text(WriteReference write_reference);
  std::string of(const Value& value);

 private:
  void add(const Value& value);
  void add_name(const std::string& name);
  void add_string(const PoDoFo::PdfString& string);
  void add_real(double number);

  WriteReference write_reference_;
  std::string out_;
};

}  // namespace fix
