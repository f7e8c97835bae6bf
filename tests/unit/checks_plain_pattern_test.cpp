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
        "a||b", "^x$"})
    CHECK(is_plain_pattern(source));
}

TEST_CASE("what the library may refuse or read otherwise is not plain", "[checks]") {
  for (const char* source : {"a**", "*a", "(a", "a)", "[", "[]", "[z-a]", "[a-Z]", "a{2}", "(?i)a",
                             "(?P<n>a)", "\\", "\\q", "\\1", "a+*", "x??+", "ä", "\n"})
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
