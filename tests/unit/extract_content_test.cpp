#include <catch2/catch.hpp>

#include "extract/content_lexer.hpp"
#include "extract/limits.hpp"

namespace {

using extract::ContentLexer;
using extract::keyword_of;
using extract::Operand;

// The operands of the first operator, as "n:1 name:a text:b".
std::string operands(const std::string& content) {
  ContentLexer lexer(content);
  lexer.next();
  std::string out;
  for (const Operand& each : lexer.operands()) {
    if (!out.empty()) out += ' ';
    char number[32];
    std::snprintf(number, sizeof number, "%g", each.number);
    switch (each.kind) {
      case Operand::Kind::number:
        out += number;
        break;
      case Operand::Kind::name:
        out += "/" + std::string(lexer.text(each));
        break;
      case Operand::Kind::text:
        out += "(" + std::string(lexer.text(each)) + ")";
        break;
      case Operand::Kind::dictionary:
        out += "<<" + std::string(lexer.text(each)) + ">>";
        break;
      case Operand::Kind::open:
        out += "[";
        break;
      case Operand::Kind::close:
        out += "]";
        break;
      case Operand::Kind::other:
        out += std::string(lexer.text(each));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("numbers are read in every spelling", "[extract]") {
  CHECK(operands("1 -2 +3 .5 -.25 4. 007 re") == "1 -2 3 0.5 -0.25 4 7");
  CHECK(operands("1.5.5 m") == "1.5 0.5");
  CHECK(operands("--5 1-2 m") == "-5 12");
  CHECK(operands("0.00000000000001 - . m") == "0 -0 0");
  CHECK(operands("12abc") == "12");
  CHECK(operands("1%2\n3 m") == "1 3");
}

TEST_CASE("strings are decoded", "[extract]") {
  CHECK(operands("(a(b)c) Tj") == "(a(b)c)");
  CHECK(operands("(\\(\\101\\7x\\\n\\q) Tj") ==
        "((A\ax"
        "q)");
  CHECK(operands("(a\\\r\nb)(c) Tj") == "(ab) (c)");
  CHECK(operands("<414 2><> Tj") == "(AB) ()");
  CHECK(operands("<4") == "(@)");
  CHECK(operands("(never closed \\") == "(never closed )");
}

TEST_CASE("names, arrays and dictionaries are told apart", "[extract]") {
  CHECK(operands("/F#31 [(a)-5<62>]TJ") == "/F#31 [ (a) -5 (b) ]");
  CHECK(extract::decode_name("F#31#zz#4") == "F1#zz#4");
  CHECK(operands("/Span<</ActualText(>>)/K<</M 1>>>>BDC") == "/Span <</ActualText(>>)/K<</M 1>>>>");
  CHECK(operands("true false null m") == "true false null");
  CHECK(operands("<</Open") == "<</Open>>");
  CHECK(operands("} ) > m").empty());
}

TEST_CASE("operators follow one another, with what follows them at hand", "[extract]") {
  ContentLexer lexer("q 1 w(x)Tj\nBI /W 1 ID \x80 EI Q");
  const char* const expected[] = {"q", "w", "Tj", "BI", "ID"};
  for (const char* each : expected) {
    REQUIRE(lexer.next());
    CHECK(lexer.keyword() == keyword_of(each));
  }
  CHECK(lexer.rest() == " \x80 EI Q");
  lexer.skip(5);
  REQUIRE(lexer.next());
  CHECK(lexer.keyword() == keyword_of("Q"));
  CHECK_FALSE(lexer.next());
  lexer.skip(99);
  CHECK_FALSE(lexer.next());
}

TEST_CASE("an operator with operands without end is cut", "[extract]") {
  std::string content;
  for (std::size_t i = 0; i <= extract::limits::kOperands; ++i) content += "1 ";
  content += "m";
  ContentLexer lexer(content);
  CHECK(lexer.next());
  CHECK(lexer.was_cut());
  CHECK(lexer.operands().size() == extract::limits::kOperands);
}
