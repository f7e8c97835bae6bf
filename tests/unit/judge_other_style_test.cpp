#include "judge/other_style.hpp"

#include <catch2/catch.hpp>

namespace {

model::Fingerprint print_of(const std::string& id, const std::string& venue, int year,
                            const std::string& title) {
  model::Fingerprint print;
  print.id = id;
  print.venue = venue;
  print.year = year;
  print.pack_title = title;
  return print;
}

std::vector<model::Fingerprint> prints() {
  std::vector<model::Fingerprint> all = {print_of("desk-2026", "desk", 2026, "Desk 2026"),
                                         print_of("shelf-2025", "shelf", 2025, "Shelf 2025"),
                                         print_of("lamp", "lamp", 0, "Lamp, any year")};
  all[0].texts = {"Submitted to Desk {year}"};
  all[1].texts = {"Submitted to Shelf {year}", "Shelf {year}"};
  all[1].stages = {{"Submitted to Shelf {year}", "submission"}, {"Shelf {year}", "camera-ready"}};
  all[2].texts = {"Proceedings of Lamp"};
  return all;
}

// Of the desk's pack.
model::Result result_with(const std::string& check, std::vector<std::string> printed) {
  model::Result result;
  result.pack.emplace();
  result.pack->id = "desk-2026";
  result.findings.resize(1);
  result.findings[0].check = check;
  result.findings[0].message = "A text is missing.";
  result.printed = std::move(printed);
  return result;
}

std::string told(model::Result result) {
  judge::tell_other_style(result, prints());
  CHECK(result.printed.empty());
  return result.findings[0].message;
}

}  // namespace

TEST_CASE("a finding on the style says whose style it is", "[judge]") {
  CHECK(told(result_with("style/template", {"submittedto", "shelf2023"})) ==
        "A text is missing. This looks like Shelf 2023, submission: it prints \"Submitted to Shelf "
        "2023\".");
  CHECK(told(result_with("style/mode", {"shelf2025"})) ==
        "A text is missing. This looks like Shelf 2025, camera-ready: it prints \"Shelf 2025\".");
  CHECK(told(result_with("style/year", {"proceedingsoflamp"})) ==
        "A text is missing. This looks like Lamp: it prints \"Proceedings of Lamp\".");
}

TEST_CASE("nothing is said of the pack's own venue, of no text, or of other checks", "[judge]") {
  CHECK(told(result_with("style/template", {"submittedtodesk2025"})) == "A text is missing.");
  CHECK(told(result_with("style/template", {"apaper"})) == "A text is missing.");
  CHECK(told(result_with("layout/columns", {"shelf2025"})) == "A text is missing.");
  model::Result result = result_with("style/template", {"shelf2025"});
  result.pack->id = "unknown";
  CHECK(told(result) == "A text is missing.");
  result = result_with("style/template", {});
  CHECK(judge::is_of_other_style(result));
  result.findings[0].outcome = model::Outcome::undecided;
  CHECK(!judge::is_of_other_style(result));
}
