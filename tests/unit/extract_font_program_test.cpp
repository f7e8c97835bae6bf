#include <catch2/catch.hpp>

#include "extract/font_program.hpp"

namespace {

using extract::read_program_scale;

int type1_scale(const std::string& matrix) {
  return read_program_scale(fontType1, "%!PS-AdobeFont-1.0: X\n/FontType 1 def\n/FontMatrix" +
                                           matrix + "readonly def\n/Encoding");
}

// A CFF of one font named "A" whose top dictionary is this.
int cff_scale(const std::string& top) {
  const std::string start("\1\0\4\1\0\1\1\1\2A\0\1\1\1", 14);
  return read_program_scale(fontType1C, start + static_cast<char>(1 + top.size()) + top);
}

}  // namespace

TEST_CASE("a matrix that squeezes a Type 1 program is seen", "[extract]") {
  CHECK(type1_scale("[0.001 0 0 0.001 0 0]") == 1000);
  CHECK(type1_scale(" [ 0.00092 0 0  0.001 0 0 ] ") == 920);
  CHECK(type1_scale("{.00098 0 .000167 .001 0 0}") == 980);
  CHECK(type1_scale("[1e-3 0 0 1E-3 0 0]") == 1000);
  CHECK(type1_scale("[0.001 0 ") == 0);
  CHECK(type1_scale("[0 0 0 0 0 0]") == 0);
  CHECK(type1_scale(" 12 ") == 0);
  CHECK(read_program_scale(fontType1, "%!PS-AdobeFont-1.0: X") == 0);
}

TEST_CASE("a matrix that squeezes a CFF program is seen", "[extract]") {
  const std::string usual("\x1e\x0a\x00\x1f", 4), narrow("\x1e\x0a\x00\x09\x2f", 5);
  const auto matrix = [](const std::string& x, const std::string& y) {
    return x + "\x8b\x8b" + y + "\x8b\x8b\x0c\x07";
  };
  CHECK(cff_scale(matrix(usual, usual)) == 1000);
  CHECK(cff_scale(matrix(narrow, usual)) == 920);
  CHECK(cff_scale("\x8b\x02" + matrix(narrow, usual)) == 920);
  CHECK(cff_scale(matrix("\x1e\x92\xc5\xff", "\x1e\x1c\x3f")) == 920);
  CHECK(cff_scale("\x8b\x02") == 1000);
  CHECK(cff_scale(matrix(narrow, "\x1e\x0a")) == 0);
  CHECK(read_program_scale(fontType1C, std::string("\1\0\4\1", 4)) == 0);
}

TEST_CASE("a TrueType program has an em and no matrix", "[extract]") {
  CHECK(read_program_scale(fontTrueType, "") == 1000);
}
