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
