#include <catch2/catch.hpp>

#include "util/file.hpp"
#include "util/json.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

TEST_CASE("folding maps letters that are not plain together with the plain one before", "[util]") {
  CHECK(util::fold("Cafe\u0301 “RÉSUMÉ”") == "café “résumé”");
  CHECK(util::fold("A\u00ad\u030aNGSTROM") == "ångstrom");
  CHECK(util::fold("1\u00a0\u3000 2…") == "1 2...");
  CHECK(util::fold("a\xcc") == "a\ufffd");
}

TEST_CASE("folding ignores case, ligatures, soft hyphens and runs of space", "[util]") {
  CHECK(util::fold("Deﬁnition\u00a0 \n1") == "definition 1");
  CHECK(util::fold("  Ap\u00adpendix ") == "appendix");
  CHECK(util::fold("STRASSE") == util::fold("Straße"));
  CHECK(util::fold(" \t A  Plain\v\nWord-2 [x] ") == "a plain word-2 [x]");
  CHECK(util::fold(" \r\n") == "");
  CHECK(util::contains_folded("Submitted to  39th\nConference", "submitted TO 39th conference"));
}

TEST_CASE("invalid UTF-8 becomes a replacement and nothing is lost around it", "[util]") {
  CHECK(util::to_utf32("a\xff"
                       "b") ==
        U"a\ufffd"
        U"b");
  CHECK(util::to_utf8(std::u32string{0xd800}) == "\ufffd");
  CHECK(util::fold("\xc3") == "\ufffd");
}

TEST_CASE("what a terminal would obey is shown instead", "[util]") {
  CHECK(util::printable("\x1b[31mred\x07") == "\\u{1b}[31mred\\u{7}");
  CHECK(util::printable("a\nb\tc") == "a b c");
  CHECK(util::printable("\u202e"
                        "evil\u2066") == "\\u{202e}evil\\u{2066}");
  CHECK(util::printable("\xc2\x9b") == "\\u{9b}");
  CHECK(util::printable("naïve – “quote”") == "naïve – “quote”");
}

TEST_CASE("shortening counts code points", "[util]") {
  CHECK(util::shortened("äöü", 3) == "äöü");
  CHECK(util::shortened("äöüß", 3) == "äö…");
  CHECK(util::shortened("abc", 0) == "…");
}

TEST_CASE("a typing error is close, another word is not", "[util]") {
  std::vector<std::string> known = {"length/main-pages", "length/total-pages", "font/type3"};
  CHECK(util::nearest("lenght/main-pages", known) == "length/main-pages");
  CHECK(util::nearest("font/typ3", known) == "font/type3");
  CHECK_FALSE(util::nearest("kitchen", known));
  CHECK(util::nearest("cpa", std::vector<std::string>{"cat", "cap"}) == "cap");
}

TEST_CASE("splitting keeps empty parts, joining puts them back", "[util]") {
  CHECK(util::split("a,,b", ',') == std::vector<std::string>{"a", "", "b"});
  CHECK(util::join(util::split("a,,b", ','), ",") == "a,,b");
  CHECK(util::trim(" \t x y\n") == "x y");
}

TEST_CASE("hash of the empty string and of abc, as FIPS 180-4 prints them", "[util]") {
  CHECK(util::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(util::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("numbers are rounded to a hundredth without a negative zero", "[util]") {
  CHECK(util::dump(util::Json(util::rounded(9.96264))) == "9.96");
  CHECK(util::dump(util::Json(util::rounded(-0.001))) == "0.0");
  CHECK(util::dump(util::Json("\xff")) == "\"\ufffd\"");
}

TEST_CASE("only regular files within the limit are read", "[util]") {
  CHECK_FALSE(util::read_file("/dev/zero", 1000));
  CHECK_FALSE(util::read_file("/nonexistent/file", 1000));
  auto self = util::read_file(DESKCHECK_SOURCE "/CMakeLists.txt", 1'000'000);
  REQUIRE(self);
  CHECK(self->starts_with("cmake_minimum_required"));
  auto limited = util::read_file(DESKCHECK_SOURCE "/CMakeLists.txt", 10);
  REQUIRE_FALSE(limited);
  CHECK(limited.error().message.find("more than the limit of 10") != std::string::npos);
}

TEST_CASE("letters, capitals and accents are known in every script", "[util]") {
  for (char32_t c : U"aZäßЖא漢ª") CHECK((c == 0 || util::is_letter(c)));
  for (char32_t c : U"1.-’ \u0301") CHECK(!util::is_letter(c));
  for (char32_t c : U"ZÄЖ") CHECK((c == 0 || util::is_capital(c)));
  for (char32_t c : U"zäжא1") CHECK(!util::is_capital(c));
  CHECK(util::is_combining(U'\u0301'));
  CHECK(!util::is_combining(U'a'));
  CHECK(!util::is_letter(0x110000));
}
