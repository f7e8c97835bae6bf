#include "batch/record.hpp"

#include "batch_results.hpp"

TEST_CASE("a process that judges decides nothing about its own findings", "[batch]") {
  auto honest = numbered_result(1);
  CHECK(batch::decode(batch::encode(honest), honest, honest.file.bytes));
  auto waives = honest, confirms = honest, knows = honest;
  waives.findings[0].waived = model::Ruling{"never mind", "", ""};
  confirms.findings[5].confirmed.emplace();
  knows.findings[2].in_baseline = true;
  for (const auto& result : {waives, confirms, knows}) {
    auto answer = batch::decode(batch::encode(result), honest, honest.file.bytes);
    REQUIRE(!answer);
    CHECK(answer.error().message.find("it decides on its own findings") != std::string::npos);
  }
}
