#include "checks/addresses.hpp"

#include <catch2/catch.hpp>

namespace {

using Texts = std::vector<std::string>;

Texts emails(std::string_view text) {
  Texts all;
  for (const auto& email : checks::find_emails(text))
    all.insert(all.end(), email.addresses.begin(), email.addresses.end());
  return all;
}

Texts urls(std::string_view text) {
  Texts all;
  for (const auto& url : checks::find_urls(text)) all.push_back(url.host + url.path);
  return all;
}

}  // namespace

TEST_CASE("e-mail addresses are found as authors write them", "[checks]") {
  CHECK(emails("Write to jane.doe@cs.uni-x.edu.") == Texts{"jane.doe@cs.uni-x.edu"});
  CHECK(emails("{ann, bob}@uni.edu") == Texts{"ann@uni.edu", "bob@uni.edu"});
  CHECK(emails("(ann|bob)@uni.edu") == Texts{"ann@uni.edu", "bob@uni.edu"});
  CHECK(emails("\\{ann,bob\\} @ uni.edu").size() <= 2);
  CHECK(emails("{ann,bob} @uni.edu") == Texts{"ann@uni.edu", "bob@uni.edu"});
  CHECK(emails("<jane@163.com>, joe@uni.ac.uk") == Texts{"jane@163.com", "joe@uni.ac.uk"});
  CHECK(emails("jane@uni.edu.We show") == Texts{"jane@uni.edu"});
}

TEST_CASE("what merely has an at sign is no address", "[checks]") {
  for (const char* text :
       {"recall@10.In the", "precision@k.This", "hits@10.in", "top-1@k.is", "mAP@0.5", "@dataclass",
        "git@github.com:user/repo.git", "https://user@host.com/x", "https://m.com/@user.name.de",
        "@user@social.network.de", "file@main.cpp", "user@localhost", "a @ b", "x@y", "@@@.com"})
    CHECK(emails(text) == Texts{});
}

TEST_CASE("small capitals leave blanks in addresses", "[checks]") {
  CHECK(emails(checks::close_up_addresses("JANE @ UNI . EDU")) == Texts{"JANE@UNI.EDU"});
  CHECK(emails(checks::close_up_addresses("JANE @ CS. UNI. EDU\nUniversity")) ==
        Texts{"JANE@CS.UNI.EDU"});
}

TEST_CASE("web addresses are found with and without scheme", "[checks]") {
  CHECK(urls("see https://www.Site.org/User/x.") == Texts{"site.org/User/x"});
  CHECK(urls("(https://site.org/a_(b)), www.site.org") == Texts{"site.org/a_(b)", "site.org"});
  CHECK(urls("at site.org/user; user.site.io and https: //site.org/x") ==
        Texts{"site.org/user", "user.site.io", "site.org/x"});
  CHECK(urls("http://uni.edu/\u223cjane/") == Texts{"uni.edu/~jane/"});
  CHECK(urls("jane@site.org and 3.14/x, e.g./i.e.") == Texts{});
}

TEST_CASE("places hold addresses by host and beginning of path", "[checks]") {
  auto url = checks::parse_url("https://Sub.Site.org:8080/Jane/repo?x#y");
  REQUIRE(url);
  CHECK(url->host == "sub.site.org");
  CHECK(url->path == "/Jane/repo?x#y");
  CHECK(checks::is_under(*url, {"site.org"}));
  CHECK(checks::is_under(*url, {"sub.site.org/jane"}));
  CHECK(checks::is_under(*url, {"https://site.org/"}));
  CHECK(checks::is_under(*url, {"sub."}));
  CHECK_FALSE(checks::is_under(*url, {"su."}));
  CHECK_FALSE(checks::is_under(*url, {"ite.org"}));
  CHECK_FALSE(checks::is_under(*url, {"other.site.org"}));
  CHECK_FALSE(checks::is_under(*url, {"site.org/joe"}));
  CHECK_FALSE(checks::is_under(*url, {""}));
  CHECK_FALSE(checks::names_owner(*checks::parse_url("https://site.org/"), {"site.org"}));
  CHECK(checks::names_owner(*checks::parse_url("https://jane.site.org"), {"site.org"}));
  CHECK_FALSE(checks::parse_url("mailto:jane@uni.edu"));
  CHECK_FALSE(checks::parse_url("https://localhost/x"));
}
