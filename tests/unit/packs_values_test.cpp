#include <catch2/catch.hpp>

#include "packs/toml.hpp"
#include "packs/values.hpp"

namespace {

using checks::Param;
using checks::ParamType;

std::string objection(const model::Value& value) {
  return std::get<std::string>(value) == "bad" ? "this will not do" : "";
}

const Param kBlock{"block", ParamType::lengths, checks::kRequired, "left, top, right, bottom", "",
                   4};
const Param kSizes{"sizes", ParamType::lengths, checks::kRequired, "accepted sizes"};
const Param kAllow{"allow", ParamType::texts, "", "patterns"};
const Param kExpect{"expect", ParamType::text, checks::kRequired, "", "present absent"};
const Param kClass{"class", ParamType::text, checks::kOptional, "", checks::kSectionClasses};
const Param kRatio{"tolerance", ParamType::number, "0.025", ""};
const Param kGap{"gap", ParamType::length, checks::kOptional, ""};
const Param kExact{"exact", ParamType::flag, "false", ""};
const Param kWord{"word", ParamType::text, "", "", "", 0, objection};

struct Reading {
  std::optional<model::Value> value;
  std::string said;
};

// `text` is what stands behind "key = ".
Reading read(const Param& param, const std::string& text,
             const std::vector<std::string>& classes = {"references", "appendix"}) {
  auto table = packs::read_toml(std::string(param.name) + " = " + text, 0);
  packs::Problems problems;
  Reading reading;
  reading.value =
      packs::read_value(param, std::get<packs::Node>(table).entries.at(0), classes, problems);
  for (const util::Error& error : problems.listed(std::vector<std::string>{"f"}))
    reading.said += error.message;
  CHECK(reading.value.has_value() == reading.said.empty());
  return reading;
}

}  // namespace

TEST_CASE("values come out as the types of the check", "[packs]") {
  auto lengths =
      std::get<std::vector<double>>(*read(kBlock, R"(["1in", "72pt", "25.4mm", "0"])").value);
  CHECK(lengths[0] == Approx(72));
  CHECK(lengths[2] == Approx(72));
  CHECK(lengths[3] == 0);
  CHECK(std::get<double>(*read(kGap, R"("10tpt")").value) == Approx(9.963).epsilon(1e-4));
  CHECK(std::get<double>(*read(kRatio, "1").value) == 1.0);
  CHECK(std::get<std::vector<std::string>>(*read(kAllow, "[]").value).empty());
  CHECK(std::get<bool>(*read(kExact, "true").value));
  CHECK(std::get<std::string>(*read(kExpect, "\"absent\"").value) == "absent");
  CHECK(read(kClass, "\"body\"").value);
  CHECK(read(kClass, "\"anything\"", {}).value);
}

TEST_CASE("lengths want units and lists their number of values", "[packs]") {
  CHECK(read(kBlock, R"(["1in", "1in", "1in"])").said ==
        "f:1:9: \"block\": 3 values, where 4 are needed: left, top, right, bottom");
  CHECK(read(kSizes, "[]").said ==
        "f:1:9: \"sizes\": an empty list, where at least one value is needed");
  CHECK(read(kSizes, "\"10pt\"").said ==
        "f:1:9: \"sizes\" must be a list of lengths, such as [\"10pt\", \"1in\"], not text");
  CHECK(read(kSizes, "[10]").said ==
        "f:1:10: \"sizes\" must be a length in quotes, such as "
        "\"10pt\" or \"1in\", not a whole number");
  CHECK(read(kGap, "\"2em\"").said ==
        "f:1:7: \"gap\": \"2em\" is not a length; write a number with "
        "pt, tpt (TeX points), in, mm or cm");
  CHECK(read(kGap, "\"-2pt\"").said == "f:1:7: \"gap\": \"-2pt\" is out of range");
  CHECK(read(kGap, "\"nanpt\"").said == "f:1:7: \"gap\": \"nanpt\" is out of range");
  CHECK(read(kGap, "\"1e300in\"").said == "f:1:7: \"gap\": \"1e300in\" is out of range");
}

TEST_CASE("words come from the check's choices or the pack's vocabulary", "[packs]") {
  CHECK(read(kExpect, "\"presnt\"").said ==
        "f:1:10: unknown expect \"presnt\"; did you mean "
        "\"present\"? (there are: present, absent)");
  CHECK(read(kClass, "\"apendix\"").said ==
        "f:1:9: unknown section class \"apendix\"; did you mean \"appendix\"? (there are: "
        "references, appendix)");
  CHECK(read(kWord, "\"bad\"").said == "f:1:8: \"word\": this will not do");
  CHECK(read(kAllow, "[\"a\", \" \"]").said == "f:1:15: \"allow\": empty text");
  CHECK(read(kAllow, "[[\"a\"]]").said == "f:1:10: \"allow\" must be text, not a list");
  CHECK(read(kRatio, "inf").said == "f:1:13: \"tolerance\": out of range: 0 to 1000000000");
  CHECK(read(kRatio, "nan").said == "f:1:13: \"tolerance\": out of range: 0 to 1000000000");
  CHECK(read(kExact, "1").said == "f:1:9: \"exact\" must be true or false, not a whole number");
}
