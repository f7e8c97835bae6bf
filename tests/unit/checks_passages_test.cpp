#include "checks/passages.hpp"

#include <catch2/catch.hpp>

#include "checks/links.hpp"
#include "checks/people.hpp"
#include "checks/thanks.hpp"

namespace {

using model::Line;
using model::Role;

model::Measured page_of(const std::vector<std::pair<Role, std::string>>& texts) {
  model::Measured measured;
  measured.pages = 1;
  double y = 72;
  for (const auto& [role, text] : texts) {
    Line line;
    line.page = 1;
    line.role = role;
    line.text = text;
    line.box = {108, y, 504, y + 10};
    y += 12;
    measured.lines.push_back(line);
  }
  return measured;
}

std::vector<std::string> texts_of(const model::Measured& measured) {
  std::vector<std::string> texts;
  for (const auto& passage : checks::passages(measured)) texts.push_back(passage.text);
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("lines become passages by role, footnotes one by one", "[checks]") {
  auto measured = page_of({{Role::body, "The first"},
                           {Role::body, "line."},
                           {Role::ruler, "012"},
                           {Role::footnote, "1See there"},
                           {Role::footnote, "and here."},
                           {Role::footnote, "2 Another."},
                           {Role::footnote, "\u2217Equal work."}});
  CHECK(texts_of(measured) ==
        Texts{"The first line.", "1See there and here.", "2 Another.", "\u2217Equal work."});
}

TEST_CASE("addresses broken over lines are put together", "[checks]") {
  auto joined = [](const char* first, const char* second) {
    return texts_of(page_of({{Role::body, first}, {Role::body, second}})).at(0);
  };
  CHECK(joined("at https://site.org/", "jane/x") == "at https://site.org/jane/x");
  CHECK(joined("at https:", "//site.org/jane") == "at https://site.org/jane");
  CHECK(joined("jane@cs.", "uni.edu") == "jane@cs.uni.edu");
  CHECK(joined("jane", "@uni.edu") == "jane@uni.edu");
  CHECK(joined("see https://site.org/jane.", "We show") == "see https://site.org/jane. We show");
  CHECK(joined("the imple-", "mentation") == "the imple- mentation");
}

TEST_CASE("sentences end at stops followed by a capital", "[checks]") {
  std::string text = "We use it, e.g. here.1 Our code is at https://a.org/b. See it! Done";
  auto all = checks::sentences(text);
  CHECK(Texts(all.begin(), all.end()) ==
        Texts{"We use it, e.g. here.1 ", "Our code is at https://a.org/b. ", "See it! ", "Done"});
  CHECK(checks::sentences("").empty());
}

TEST_CASE("a footnote's link is read with the sentence of its mark", "[checks]") {
  model::Paper paper;
  paper.measured = page_of({{Role::body, "We train 1 model. Our code is available.1 It is fast."},
                            {Role::footnote, "1https://site.org/jane/repo"}});
  auto links = checks::find_links(paper);
  REQUIRE(links.size() == 1);
  CHECK(links[0].before == Texts{"1", "Our code is available."});
}

TEST_CASE("a footnote of the abstract is in front", "[checks]") {
  model::Paper paper;
  paper.measured = page_of({{Role::body, "We draw graphs well.1"},
                            {Role::heading, "1 Introduction"},
                            {Role::body, "Others draw.2"},
                            {Role::footnote, "1https://site.org/jane"},
                            {Role::footnote, "2https://site.org/acme"}});
  paper.measured.sections.resize(1);
  for (std::size_t i = 1; i < 5; ++i) paper.measured.lines[i].section = 0;
  auto links = checks::find_links(paper);
  REQUIRE(links.size() == 2);
  CHECK(links[0].in_front);
  CHECK_FALSE(links[1].in_front);
}

TEST_CASE("a link behind words is read with its sentence, once", "[checks]") {
  model::Paper paper;
  paper.measured = page_of({{Role::body, "Our code is available here. It is at site.org/x."}});
  paper.document.pages.resize(1);
  paper.document.pages[0].links = {{{280, 72, 320, 82}, "https://site.org/jane", ""},
                                   {{280, 72, 320, 82}, "https://site.org/jane", ""},
                                   {{400, 72, 460, 82}, "https://site.org/x", ""},
                                   {{400, 72, 460, 82}, "", "section.1"}};
  auto links = checks::find_links(paper);
  REQUIRE(links.size() == 2);
  CHECK(links[0].url.path == "/x");
  CHECK(links[1].url.path == "/jane");
  CHECK(links[1].before.at(0).starts_with("Our code is available"));
}

TEST_CASE("names, affiliations and neither", "[checks]") {
  std::vector<std::string> words = {"Universi", "Department"};
  auto people = [&](const char* text) { return checks::find_people(text, words); };
  CHECK(people("Jane Q. Doe1,2\u2217 and J. van der Berg").names);
  CHECK(people("JANE DOE, University of X").names);
  CHECK(people("JANE DOE, University of X").institutions);
  CHECK(people("Jos\u00e9 N\u00fa\u00f1ez-Garc\u00eda").names);
  CHECK_FALSE(people("Department of Computer Science").names);
  CHECK_FALSE(people("Paper ID 1234").names);
  CHECK_FALSE(people("a method for graphs").names);
  CHECK(people("a method for graphs").letters);
  CHECK(people("M. Doe, C. Roe, E. Poe and M. Moe").authors);
  CHECK(people("Jane Doe 1 Bob Roe 1 2").authors);
  CHECK(people("Jane Doe\u22c4 Ann Jay Roe\u2020, Bob Poe").authors);
  CHECK_FALSE(people("Deep Networks Learn\nExtended Abstract\u2020").authors);
  CHECK_FALSE(people("Firstname1 Lastname1 1 Firstname2 Lastname2 1 2").names);
  CHECK_FALSE(people("1,2 \u2217 \u2020 (3)").letters);
}

TEST_CASE("an abstract taken for authors is prose", "[checks]") {
  std::string abstract = "Analysis of graphs is a growing area of research, driven in part by new ";
  CHECK(checks::is_prose(abstract + abstract + abstract));
  CHECK_FALSE(checks::is_prose(abstract));
  std::string author = "Jane Doe, University of Nowhere, Springfield and\n";
  CHECK_FALSE(checks::is_prose(author + author + author + author + author + author + author));
}

TEST_CASE("phrases are blanked out longest first", "[checks]") {
  std::string text = "Anonymous Author(s)\nAffiliation\nemailing";
  CHECK(checks::blank_out(text, {"Anonymous", "Anonymous Authors", "Affiliation", "email"}));
  CHECK(text.find_first_not_of(" ()\n") == text.find("emailing"));
  CHECK_FALSE(checks::blank_out(text, {"Jane", ""}));
}

TEST_CASE("thanks, thanks left out, and template text", "[checks]") {
  std::vector<std::string> thanks = {"we thank", "supported by"}, omitted = {"omitted for review"};
  auto read = [&](const char* text) { return checks::read_thanks(text, thanks, omitted); };
  CHECK(read("We thank Jane Doe. It was fun.").thanks);
  CHECK(read("This work was supported by X.").thanks);
  auto left_out = read("Acknowledgments are omitted for review.");
  CHECK(left_out.left_out);
  CHECK_FALSE(left_out.thanks);
  CHECK(left_out.words == 0);
  CHECK(read("....").words == 0);
}

TEST_CASE("a section of thanks is without the sections after it", "[checks]") {
  auto measured =
      page_of({{Role::body, "We thank her."}, {Role::body, "More."}, {Role::body, "Him."}});
  measured.sections.resize(3);
  for (int i = 0; i < 3; ++i) {
    measured.sections[static_cast<std::size_t>(i)].class_id = i < 2 ? "thanks" : "body";
    measured.sections[static_cast<std::size_t>(i)].title = i == 0 ? "Thanks" : "More";
    measured.lines[static_cast<std::size_t>(i)].section = i;
  }
  auto texts = checks::section_texts({{}, measured, {}}, "thanks");
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].text == "We thank her.");
  measured.sections[1].title = "Thanks";
  CHECK(checks::section_texts({{}, measured, {}}, "thanks").size() == 2);
}

TEST_CASE("paragraphs with a head of thanks", "[checks]") {
  auto heads = [](const char* text) {
    return checks::passages_after({{}, page_of({{Role::body, text}}), {}}, {"Acknowledgments"})
        .size();
  };
  CHECK(heads("Acknowledgments. We thank her.") == 1);
  CHECK(heads("A CKNOWLEDGMENTS This work was funded") == 1);
  CHECK(heads("6 Acknowledgments") == 1);
  CHECK(heads("Acknowledgments are sent back") == 0);
  CHECK(heads("and acknowledgments. We thank") == 0);
}
