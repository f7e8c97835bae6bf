#include "checks/templates.hpp"

#include <re2/re2.h>
#include <catch2/catch.hpp>

#include <random>
#include <string>

namespace {

// The end of the first match from `at` on, as the expression has it; npos where there is none.
std::size_t end_by_expression(const re2::RE2& pattern, const std::string& text, std::size_t at,
                              std::string& ordinal) {
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(pattern.NumberOfCapturingGroups()) +
                                       1);
  if (!pattern.Match(text, at, text.size(), re2::RE2::ANCHOR_START, groups.data(),
                     static_cast<int>(groups.size())))
    return std::string::npos;
  auto named = pattern.NamedCapturingGroups().find("ordinal");
  if (named != pattern.NamedCapturingGroups().end())
    ordinal = groups[static_cast<std::size_t>(named->second)].as_string();
  return static_cast<std::size_t>(groups[0].data() - text.data()) + groups[0].size();
}

}  // namespace

TEST_CASE("templates are spelled as their expressions have it", "[checks]") {
  const std::string pieces[] = {"19",           "20",          "2",          "7",        "39",
                                "st",           "th",          "twenty",     "first",    "sixth",
                                "teenth",       "six",         "tenth",      "eleventh", "meeting",
                                "of",           "fiftieth",    "thirteenth", "a",        "\xc3\xa9",
                                "\xe4\xb8\xad", "\xe0\xa5\x8d"};
  const std::string templates[] = {"{ordinal} meeting",
                                   "meeting {year}",
                                   "{year}",
                                   "{ordinal}{number}",
                                   "of {number} {year}",
                                   "{number}{ordinal} of",
                                   "{ordinal}",
                                   "meeting {words} of {year}",
                                   "{words}{number}",
                                   "{words} {year} of # {number}"};
  std::mt19937 random(3);
  for (const std::string& wanted : templates) {
    auto parsed = checks::parse_template(wanted);
    REQUIRE(parsed.is_plain);
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(256 << 20);
    re2::RE2 pattern(parsed.expression(), options);
    REQUIRE(pattern.ok());
    // Those of any script are slow by their expressions.
    const int texts = wanted.find("{words}") == wanted.npos ? 3000 : 100;
    for (int i = 0; i < texts; ++i) {
      std::string text;
      for (auto count = 1 + random() % 6; count > 0; --count)
        text += pieces[random() % std::size(pieces)];
      for (std::size_t at = 0; at < text.size(); ++at) {
        std::string ordinal;
        std::size_t end = end_by_expression(pattern, text, at, ordinal);
        auto spelling = checks::spelled_at(parsed, text, at);
        INFO(wanted << ": " << text << " from " << at);
        REQUIRE((spelling ? spelling->end : std::string::npos) == end);
        if (spelling) REQUIRE(spelling->ordinal == ordinal);
      }
    }
  }
}

TEST_CASE("templates of many placeholders are left to their expressions", "[checks]") {
  CHECK(checks::parse_template("of {number} {number} {number} at {words}").is_plain == false);
  CHECK(checks::parse_template("of {number} {number} at {words}").is_plain);
}
