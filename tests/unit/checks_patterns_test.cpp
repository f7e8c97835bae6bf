#include "checks/patterns.hpp"

#include <catch2/catch.hpp>

using checks::Patterns;

TEST_CASE("a pattern matches the whole text in any case", "[checks]") {
  Patterns patterns({"anonymous.*", R"(paper #?\d+)"});
  CHECK(patterns.match("Anonymous Authors"));
  CHECK(patterns.match("  PAPER #12 "));
  CHECK_FALSE(patterns.match("Not anonymous"));
  CHECK_FALSE(patterns.match("Paper #12 by Jane Doe"));
  CHECK_FALSE(Patterns({}).match(""));
}

TEST_CASE("all of several texts are asked for", "[checks]") {
  Patterns patterns({R"(.*@example\.com)"});
  CHECK(patterns.match_all({"a@example.com", "b@example.com"}));
  CHECK_FALSE(patterns.match_all({"a@example.com", "b@uni.edu"}));
}

TEST_CASE("broken and greedy patterns neither crash nor match", "[checks]") {
  std::string greedy = "((((a{1,100}){1,100}){1,100}){1,100})";
  Patterns patterns({"(", "[z-a]", greedy, std::string("\xff\xfe", 2), "fine"});
  CHECK(patterns.match("fine"));
  CHECK_FALSE(patterns.match("("));
  CHECK_FALSE(patterns.match(std::string(100000, 'a')));
}

TEST_CASE("a pack's author is told which pattern is broken", "[checks]") {
  using Texts = std::vector<std::string>;
  CHECK(checks::unless_patterns(Texts{"a.*", "b"}).empty());
  CHECK(checks::unless_patterns(Texts{"a.*", "(b"}) ==
        "\"(b\" is not a regular expression: missing ): (b");
}
