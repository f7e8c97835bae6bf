#include "checks/ownership.hpp"

#include <catch2/catch.hpp>

#include "checks/params.hpp"

namespace {

using checks::Claim;

std::vector<std::string> list(std::string_view text) {
  checks::Param param{"x", checks::ParamType::texts, text, ""};
  return std::get<std::vector<std::string>>(*checks::parse_fallback(param));
}

Claim claim(std::string_view before) {
  static const checks::Cues cues{{"our code", "our implementation", "we release", "code available"},
                                 list(checks::kOtherWords),
                                 list(checks::kLeadWords)};
  return checks::claim(before, cues);
}

}  // namespace

TEST_CASE("links that are said to be the authors' own", "[checks]") {
  CHECK(claim("Our code is publicly available at ") == Claim::clear);
  CHECK(claim("Our code (") == Claim::clear);
  CHECK(claim("We release all models and data at ") == Claim::clear);
  CHECK(claim("Like the official one, our implementation can be found here: ") == Claim::clear);
  CHECK(claim("Our code is avail- able from ") == Claim::clear);
}

TEST_CASE("links to the work of others", "[checks]") {
  CHECK(claim("We use the parser of Doe et al. (") == Claim::none);
  CHECK(claim("Our code builds on ") == Claim::none);
  CHECK(claim("Our implementation is based on the code at ") == Claim::none);
  CHECK(claim("Our code uses the framework at ") == Claim::none);
  CHECK(claim("The authors provide your code at ") == Claim::none);
  CHECK(claim("We release our code and compare with the tool at ") == Claim::none);
  CHECK(claim("") == Claim::none);
}

TEST_CASE("links that may be either", "[checks]") {
  CHECK(claim("We release annotations for the corpus of Doe (") == Claim::unsure);
}
