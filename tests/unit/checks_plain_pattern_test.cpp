#include "checks/plain_pattern.hpp"

#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>

using checks::is_plain_pattern;

TEST_CASE("patterns as packs write them are plain", "[checks]") {
  for (const char* source :
       {"anon.*", R"(.*\banonymi[sz]ed\b.*)", "blind(ed)?( .*)?", R"(n\.?/?a\.?)",
        "(paper|submission)( (id|no\\.?|number))?[ #:]*[0-9]*", "(?:a|b)+?c", "[^a-z0-9_-]+", "",
        "a||b", "^x$", "[0-9]{4}", "a{2}", "[nx]{3,}", "w{1,4}x"})
    CHECK(is_plain_pattern(source));
}

TEST_CASE("what the library may refuse or read otherwise is not plain", "[checks]") {
  for (const char* source :
       {"a**", "*a",    "(a",     "a)",    "[",       "[]",      "[z-a]", "[a-Z]", "a{2",
        "a{}", "a{,2}", "a{3,2}", "a{12}", "(ab){2}", "a{2}{2}", "a{2}?", "(?i)a", "(?P<n>a)",
        "\\",  "\\q",   "\\1",    "a+*",   "x??+",    "ä",       "\n"})
    CHECK_FALSE(is_plain_pattern(source));
}

TEST_CASE("no plain pattern is refused by the library", "[checks]") {
  constexpr std::string_view kSigns = "ab19AZ-^$.|*+?()[]{}\\bdsw: ";
  re2::RE2::Options options;
  options.set_log_errors(false);
  std::mt19937 random(7);
  int plain = 0;
  for (int i = 0; i < 40'000; ++i) {
    std::string source;
    for (std::size_t length = random() % 9; source.size() < length;)
      source += kSigns[random() % kSigns.size()];
    if (!is_plain_pattern(source)) continue;
    ++plain;
    INFO(source);
    REQUIRE(re2::RE2(source, options).ok());
  }
  CHECK(plain > 2'000);
}

TEST_CASE("a pattern needs the letters that all its matches have", "[checks]") {
  using checks::letters_needed;
  CHECK(letters_needed(R"(.*\bNSF\b.*)") == "nsf");
  CHECK(letters_needed("(john|jane)[._]?doe") == "doe");
  CHECK(letters_needed("colou?r") == "colo");
  CHECK(letters_needed("ab+cd{2}e") == "a");
  CHECK(letters_needed(R"(n\.?/a\.b)") == "/a.b");
  CHECK(letters_needed("cat|dog") == "");
  CHECK(letters_needed(R"([0-9]+\d\w(a(b|c)d))") == "");
}

TEST_CASE("no text without the letters that a pattern needs matches it", "[checks]") {
  constexpr std::string_view kSigns = "aabb.|*+?()[]{}2,\\b ";
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  std::mt19937 random(11);
  int needed = 0;
  for (int i = 0; i < 40'000; ++i) {
    std::string source;
    for (std::size_t length = random() % 10; source.size() < length;)
      source += kSigns[random() % kSigns.size()];
    if (!is_plain_pattern(source)) continue;
    const std::string letters = checks::letters_needed(source);
    if (letters.empty()) continue;
    ++needed;
    const re2::RE2 pattern(source, options);
    for (int text = 0; text < 20; ++text) {
      std::string said;
      for (std::size_t length = random() % 7; said.size() < length;) said += "abb a."[random() % 6];
      INFO(source << " in " << said);
      if (said.find(letters) == std::string::npos) REQUIRE(!re2::RE2::PartialMatch(said, pattern));
    }
  }
  CHECK(needed > 1'000);
}
