#include <catch2/catch.hpp>

#include <Parser.h>

#include <random>

#include "extract/objects.hpp"
#include "extract/plain_object.hpp"
#include "open_pdf.hpp"

namespace {

constexpr char kFile[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n";

std::string by_library(const std::string& text, XRef& table) {
  Parser parser(&table,
                new MemStream(text.data(), 0, static_cast<Goffset>(text.size()), Object(objNull)),
                false);
  return extract::key_of(parser.getObj());
}

// Whether it was read; what was read is what the library reads, without a complaint.
bool is_read(const std::string& text, XRef& table) {
  auto plain = extract::read_plain_object(text, table);
  if (!plain) return false;
  extract::take_complaints();
  CAPTURE(text);
  CHECK(extract::key_of(*plain) == by_library(text, table));
  CHECK(extract::take_complaints().count == 0);
  return true;
}

}  // namespace

TEST_CASE("an object that is plainly written is read as the library reads it", "[extract]") {
  OpenPdf open(kFile);
  for (const char* text :
       {"0", "-0", "17", "-17", "999999999", "3.", "0.1", "-12.3456789012345", "true", "false",
        "null", "/Name", " /A.b+c ", "(text)", "()", "<00ff41>", "<>", "12 0 R", "\n7 65535 R\r",
        "[]", "[ 1 2 3 ]", "[1 0 R 2 0 R]", "[1 2 R]", "[1 2/R]", "<<>>", "<</A/B>>", "<</A 1/B 2>>",
        "<</A<</B[(x)<41>]/C 3 0 R>>/D null>>", "<</A 1/A 2>>", "[0 0 612 792.5]", "[[[[1]]]]"}) {
    CAPTURE(text);
    CHECK(is_read(text, open.xref()));
  }
}

TEST_CASE("what is oddly written is left to the library", "[extract]") {
  OpenPdf open(kFile);
  for (const char* text :
       {"", "  ", "1 2", "1x", "--1", "+1", ".5", "1.2.3", "1-2", "1e5", "1000000000", "nul", "R",
        "0 0 R/", "/", "/A#42", "/\xc3\xa9", "(a\\)b)", "(a(b)c)", "(a\nb)", "(open", "<4", "<4g>",
        "<414>", "<41 42>", "[1", "[1 R]", "<</A>>", "<<1 2>>", "<</A 1", "<</A 1>", "]", ">>",
        "%c\n1", "1 %c", "<</A 1>>stream\n", "{1}"}) {
    CAPTURE(text);
    CHECK_FALSE(is_read(text, open.xref()));
  }
  CHECK_FALSE(is_read(std::string(60, '[') + std::string(60, ']'), open.xref()));
  CHECK_FALSE(is_read("/" + std::string(101, 'a'), open.xref()));
}

TEST_CASE("whatever is read of any pieces is what the library reads", "[extract]") {
  OpenPdf open(kFile);
  const std::vector<std::string> pieces = {"<<",  ">>", "[",   "]",   "/A", "/Bc", "(x)", "<41>", "1",
                                           "0",   "R",  "-2",  "3.5", " ",  "\n",  "null", "true", ".",
                                           "12 0 R", "<", ">", "(",   ")",  "\\",  "#",   "-",    "/"};
  std::mt19937 random(7);
  int read = 0;
  for (int i = 0; i < 40'000; ++i) {
    std::string text = i % 2 ? "[" : "<<";
    for (std::size_t n = random() % 7; n > 0; --n) {
      text += pieces[random() % (i % 3 ? 17 : pieces.size())];
      if (random() % 2) text += ' ';
    }
    text += i % 2 ? "]" : ">>";
    read += is_read(text, open.xref());
  }
  CHECK(read > 2'000);
}
