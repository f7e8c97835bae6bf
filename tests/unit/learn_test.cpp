#include <catch2/catch.hpp>

#include "learn/draft.hpp"
#include "learn/prints.hpp"
#include "learn/toml.hpp"

TEST_CASE("years and ordinals are told apart from other numbers", "[learn]") {
  auto edition = learn::edition_of("Submitted to 39th Conference (VENUE 2025), page 12");
  CHECK(edition.text == "Submitted to {ordinal} Conference (VENUE {year}), page 12");
  CHECK(edition.year == 2025);
  CHECK(edition.ordinal == "39th");
  CHECK(learn::edition_of("arXiv:2001.2024 v1").year == 0);
  CHECK(learn::edition_of("the 42 nd meeting").ordinal == "42nd");
  CHECK(learn::edition_of("2024 and 2025").text == "{year} and 2025");
}

TEST_CASE("a text is looked for without what differs from paper to paper", "[learn]") {
  CHECK(learn::fixed_part("VENUE 2017 Submission ***. Confidential Copy.") == "Confidential Copy.");
  CHECK(learn::fixed_part("Journal of Things 23 (2022) 1-4") == "Journal of Things");
  CHECK(learn::fixed_part("3DV 2018 Submission #12") == "3DV 2018 Submission");
  CHECK(learn::fixed_part("12-34/56") == "");
  CHECK(learn::edition_template("VENUE-X 2017 Submission ***. Copy.") ==
        "VENUE-X {year} Submission");
  CHECK(learn::edition_template("Journal of Things 23 (2022) 1-4") ==
        "Journal of Things {number} ({year}) {number}-{number}");
  CHECK(learn::edition_template("Submission *** (2022)") == "");
  CHECK(learn::edition_template("Confidential Copy") == "");
}

TEST_CASE("what page 1 alone has is its notice, and the title is nobody's print", "[learn]") {
  using model::Role;
  learn::Sample sample = {"one.pdf", "submission", {}, {}};
  sample.survey.pages.resize(6);
  sample.survey.title = "How to Write Papers for a Venue (VENUE 2026)";
  sample.survey.marks = {
      {Role::running_head, "Proceedings of Things 2026", true, 1, 1},
      {Role::running_head, "How to Write Papers for VENUE 2026", true, 2, 5},
      {Role::notice, "© 2026. Written by J. Doe and others. Draft. All of it.", false, 1, 1}};
  auto prints = learn::prints_of({"submission", {&sample}});
  REQUIRE(prints.size() == 3);
  CHECK(prints[0].text == "Proceedings of Things 2026");
  CHECK(prints[0].place == learn::Place::notice);
  CHECK(prints[1].text == "© 2026. Written by J. Doe and others");
  CHECK(prints[1].is_of_style);
  CHECK(prints[2].text == "Draft. All of it");
}

TEST_CASE("nothing that a sample says ends a string or a comment", "[learn]") {
  CHECK(learn::toml_text("a \"b\" \\ c") == "\"a \\\"b\\\" \\\\ c\"");
  CHECK(learn::toml_text("a\nb").find('\n') == std::string::npos);
  std::string text = learn::comment("one\n[rule.evil]\x1b");
  CHECK(text.find("\n[") == std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("sizes of type are in TeX's points where TeX sets them", "[learn]") {
  CHECK(learn::type_length(9.963) == "10tpt");
  CHECK(learn::type_length(10.909) == "10.95tpt");
  CHECK(learn::type_length(10) == "10pt");
  CHECK(learn::type_lengths({11.955, 9.96, 9.963}) == "[\"10tpt\", \"12tpt\"]");
}

TEST_CASE("a number that one page alone shows is for a person", "[learn]") {
  std::vector<learn::Sample> samples = {{"one.pdf", "submission", {}, {}}};
  samples[0].survey.pages.resize(1);
  samples[0].measured.text_block = model::Box{100, 80, 500, 600};
  samples[0].survey.pages[0].edges = model::Box{100, 80, 500, 600};
  std::string text = learn::pack_text(learn::draft(samples), {"one", "One"});
  CHECK(text.find("check = \"layout/text-block\"\nseverity = \"warning\"\nperson = true") !=
        std::string::npos);
}

TEST_CASE("what a sample lacks is asked and not demanded", "[learn]") {
  std::vector<learn::Sample> samples = {{"one.pdf", "submission", {}, {}}};
  samples[0].measured.line_numbers = false;
  samples[0].measured.sections = {{"Impact Statement", "", 1, 1, 0, "impact", 0, 0}};
  samples[0].fonts = {{"Odd", "Type 3"}};
  std::string text = learn::pack_text(learn::draft(samples), {"one", "One"});
  CHECK(text.find("\n[rule.line-numbers]") == std::string::npos);
  CHECK(text.find("# ask: in the samples there is no ruler (submission)") != std::string::npos);
  CHECK(text.find("# with = { class = \"impact\" }") != std::string::npos);
  CHECK(text.find("of Type 3: Odd.") != std::string::npos);
}

TEST_CASE("one narrow gap of many is not the style's", "[learn]") {
  std::vector<learn::Sample> samples = {{"one.pdf", "submission", {}, {}}};
  samples[0].survey.gaps = {{model::SpacingKind::heading_above, 1, 25, 12, 30, 24.5, 20}};
  std::string text = learn::pack_text(learn::draft(samples), {"one", "One"});
  CHECK(text.find("least = \"24.5pt\"") != std::string::npos);
  CHECK(text.find("the least of 20 in one.pdf has 12.0 pt") != std::string::npos);
}

TEST_CASE("samples that differ leave it to a person", "[learn]") {
  auto sample = [](const char* name, double size) {
    learn::Sample one = {name, "submission", {}, {}};
    one.measured.body = model::BodyType{};
    one.measured.body->size = size;
    one.measured.body->share = 0.9;
    one.survey.leading_distances = 50;
    return one;
  };
  auto learned = [](const std::vector<learn::Sample>& samples) {
    return learn::pack_text(learn::draft(samples), {"one", "One"});
  };
  const std::string sure = "check = \"font/body-size\"\nseverity = \"error\"\n";
  CHECK(learned({sample("a.pdf", 9.96), sample("b.pdf", 10)}).find(sure) != std::string::npos);
  std::string text = learned({sample("a.pdf", 9.96), sample("b.pdf", 10.91)});
  CHECK(text.find(sure) == std::string::npos);
  CHECK(text.find("sizes = [\"10tpt\", \"10.95tpt\"]") != std::string::npos);
}
