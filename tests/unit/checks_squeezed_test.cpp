#include "checks/squeezed.hpp"

#include <catch2/catch.hpp>

using checks::Squeezed;

namespace {

std::string found(std::string_view text, std::string_view phrase) {
  auto span = Squeezed(text).find(phrase);
  return span ? std::string(text.substr(span->begin, span->end - span->begin)) : "nothing";
}

}  // namespace

TEST_CASE("a phrase is found across breaks, hyphens, ligatures and small capitals", "[checks]") {
  CHECK(found("Paper under double-\nblind re-\nview.", "under double-blind review") ==
        "under double-\nblind re-\nview");
  CHECK(found("Con\xef\xac\x81"
              "dential copy",
              "confidential") ==
        "Con\xef\xac\x81"
        "dential");
  CHECK(found("A CKNOWLEDGMENTS", "Acknowledgments") == "A CKNOWLEDGMENTS");
  CHECK(found("(Neuro 2025). Do not distribute.", "neuro 2025 do not distribute") ==
        "Neuro 2025). Do not distribute");
}

TEST_CASE("only whole words are found, marks may touch them", "[checks]") {
  CHECK(found("your code", "our code") == "nothing");
  CHECK(found("our codec", "our code") == "nothing");
  CHECK(found("your code and our code1", "our code") == "our code");
  CHECK(found("Anonymous Authors\u2217", "anonymous authors") == "Anonymous Authors");
  CHECK(Squeezed("your code").has("our code"));
}

TEST_CASE("all places are found", "[checks]") {
  auto spans = Squeezed("our code, your code, our code").find_all("our code");
  REQUIRE(spans.size() == 2);
  CHECK(spans[1].begin == 21);
  CHECK(spans[1].end == 29);
}

TEST_CASE("nothing and invalid bytes find nothing", "[checks]") {
  CHECK_FALSE(Squeezed("text").find(""));
  CHECK_FALSE(Squeezed("text").has("..."));
  CHECK_FALSE(Squeezed("").find("a"));
  CHECK(found("\xff\xc3(abc\xe2\x80", "abc") == "abc");
}
