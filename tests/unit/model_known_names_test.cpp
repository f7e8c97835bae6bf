#include <catch2/catch.hpp>

#include "model/known_names.hpp"

using model::Account;
using model::Identities;
using model::KnownNames;
using model::Wording;

namespace {

// What is found of the names in a text, joined by bars.
std::string found(std::vector<std::string> names, const std::string& text,
                  Wording wording = Wording::prose) {
  std::string out;
  for (const auto& each : KnownNames(Identities{std::move(names), {}, {}, {}}).find(text, wording))
    out += (out.empty() ? "" : "|") + text.substr(each.begin, each.end - each.begin);
  return out;
}

}  // namespace

TEST_CASE("names are found in full, with initials and in either order", "[model]") {
  const std::string name = "Jane Quentin Doe";
  CHECK(found({name}, "by Jane Doe, and others") == "Jane Doe");
  CHECK(found({name}, "by Jane Quentin Doe.") == "Jane Quentin Doe");
  CHECK(found({name}, "JANE DOE") == "JANE DOE");
  CHECK(found({name}, "as J. Doe said") == "J. Doe");
  CHECK(found({name}, "as J. Q. Doe said") == "J. Q. Doe");
  CHECK(found({name}, "as J.Q. Doe said") == "J.Q. Doe");
  CHECK(found({name}, "Doe, Jane; Roe, Ann") == "Doe, Jane");
  CHECK(found({name}, "Doe, J.; Roe, A.") == "Doe, J");
  CHECK(found({name}, "Doe Jane") == "Doe Jane");
  CHECK(found({"Doe, Jane"}, "Jane X. Doe wrote") == "Jane X. Doe");
  CHECK(found({"Dr. Jane Doe (Nowhere)"}, "Jane Doe") == "Jane Doe");
  CHECK(found({name}, "jane doe").empty());
  CHECK(found({name}, "jane doe", Wording::label) == "jane doe");
  CHECK(found({name}, "J ANE D OE") == "J ANE D OE");
  CHECK(found({"Ludwig van der Berg"}, "L. van der Berg") == "L. van der Berg");
  CHECK(found({"Jean-Pierre Dupont"}, "J.-P. Dupont") == "J.-P. Dupont");
  CHECK(found({"Jean-Pierre Dupont"}, "Jean Pierre Dupont") == "Jean Pierre Dupont");
  CHECK(found({"王小明"}, "作者 王小明") == "王小明");
  CHECK(found({name}, "Jane Doe王, 師Ann Roe") == "Jane Doe");
  CHECK(found({"Jane Griffin"}, "Jane Gri\ufb03n") == "Jane Gri\ufb03n");
}

TEST_CASE("names are found without accents, transliterated and broken", "[model]") {
  CHECK(found({"Jörg Müller"}, "Joerg Mueller") == "Joerg Mueller");
  CHECK(found({"Jörg Müller"}, "Jorg Muller") == "Jorg Muller");
  CHECK(found({"Joerg Mueller"}, "Jörg Müller") == "Jörg Müller");
  CHECK(found({"Jörg Müller"}, "Jo\u0308rg Mu\u0308ller") == "Jo\u0308rg Mu\u0308ller");
  CHECK(found({"Jörg Mueller"}, "J¨org M¨uller") == "J¨org M¨uller");
  CHECK(found({"Søren Ångström"}, "Soeren Aangstroem") == "Soeren Aangstroem");
  CHECK(found({"Soren Angstrom"}, "Søren Ångström") == "Søren Ångström");
  CHECK(found({"Anna Weiß"}, "Anna Weiss") == "Anna Weiss");
  CHECK(found({"Łukasz Wałęsa"}, "Lukasz Walesa") == "Lukasz Walesa");
  CHECK(found({"Işıl Yıldız"}, "Isil Yildiz") == "Isil Yildiz");
  CHECK(found({"Isil Yildiz"}, "IŞIL YILDIZ") == "IŞIL YILDIZ");
  CHECK(found({"Anna Griffin"}, "Anna Griﬃn") == "Anna Griﬃn");
  CHECK(found({"Anna Schwarzenegger"}, "Anna Schwarzen- egger") == "Anna Schwarzen- egger");
  CHECK(found({"Ana García-López"}, "A. Garcia Lopez") == "A. Garcia Lopez");
  CHECK(found({"Seán O'Brien"}, "Sean O’Brien") == "Sean O’Brien");
}

TEST_CASE("words and other people are not taken for known names", "[model]") {
  CHECK(found({"Alice Young"}, "A Young Field of Research").empty());
  CHECK(found({"Alice Young"}, "Young researchers, and the Young modulus").empty());
  CHECK(found({"Alice Long"}, "along the way. Long A sequences").empty());
  CHECK(found({"Ian Fields"}, "I Fields; Random Fields").empty());
  CHECK(found({"Jane Doe"}, "K. Doe and John Doe").empty());
  CHECK(found({"Alice Doe"}, "K. Doe, A. Smith").empty());
  CHECK(found({"Jane Doe"}, "Doe et al. (2020)").empty());
  CHECK(found({"Wei Li"}, "Liwei, W. Lin").empty());
  CHECK(found({"Christian Son"}, "Christianson").empty());
}

TEST_CASE("accounts, addresses and affiliations are found where they stand", "[model]") {
  KnownNames known({{"Jane Doe"}, {"jane.doe@nowhere.edu"}, {"University of Nowhere"}, {"jd42x"}});
  CHECK(known.account("jdoe") == Account::initial);
  CHECK(known.account("jane-doe7") == Account::full);
  CHECK(known.account("JD42X") == Account::known);
  CHECK(known.account("doe") == Account::none);
  CHECK(known.account("anonymous") == Account::none);
  CHECK(known.find("see @jd42x there").size() == 1);
  CHECK(known.find("a jd42x there").empty());
  CHECK(known.find("write to Jane.Doe@nowhere.edu.").size() == 1);
  CHECK(known.find("at the University of Nowhere").size() == 1);
  CHECK(known.find("at a university of nowhere").empty());
  CHECK(known.are_initials("JD"));
  CHECK_FALSE(known.are_initials("KD"));
  CHECK(known.find_families("Doe and Roe").size() == 1);
  CHECK(KnownNames(Identities{}).empty());
}
