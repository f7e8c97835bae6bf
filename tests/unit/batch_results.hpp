// Results as a run would store them, numbered; many at a time.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "batch/records.hpp"
#include "model/result_json.hpp"
#include "util/sha256.hpp"

inline model::Result numbered_result(int number) {
  std::string name = std::to_string(number);
  model::Result result;
  result.pack = model::PackFacts{"desk-2025",  "Desk 2025", "1.0.0", std::string(64, 'b'),
                                 "submission", {},          false,   {}};
  result.file = {"uploads/" + name + ".pdf", name, util::sha256(name), 1000};
  result.key = util::sha256("key " + name);
  result.verdict = model::Verdict::fail;
  auto& it = result.paper.emplace().measured;
  it.pages = 11;
  it.page_size = model::Size{612, 792};
  it.text_block = model::Box{72, 72, 540, 720};
  it.body = model::BodyType{"NimbusRomNo9L-Regu", "times", 9.96, 10.91, 0.7, 300, {}};
  for (int i = 0; i < 12; ++i)
    it.sections.push_back(
        {"Section " + std::to_string(i), std::to_string(i), 1, 1 + i / 2, 72.0 + i, "body", i});
  for (int i = 0; i < 15; ++i)
    result.paper->document.fonts.push_back(
        {"Nimbus" + std::to_string(i), "Type 1", true, true, true, 100 + number, 0});
  for (int i = 0; i < 6; ++i) {
    model::Finding finding;
    finding.check = "layout/margins";
    finding.rule = "margins";
    finding.message = "A line of page " + std::to_string(i + 1) + " stands outside the block.";
    finding.page = i + 1;
    finding.box = model::Box{108, 72, 604, 96};
    finding.evidence = "the quick brown fox jumps over the lazy dog and runs on into the margin";
    finding.cite = model::Cite{"All text must stay inside.", "https://example.org", "2026-11-21"};
    finding.fix = "Break the formula with align or multline.";
    finding.fingerprint = "0123456789abcdef";
    result.findings.push_back(finding);
  }
  result.checked = {"file/encrypted", "file/unreadable", "font/type3"};
  result.sketch.emplace().shingles.assign(128, 4'000'000'000U + static_cast<unsigned>(number));
  return result;
}

// As short as results are.
inline model::Result slim_result(int number) {
  auto result = numbered_result(number);
  result.paper->measured.sections.clear();
  result.paper->document.fonts.clear();
  result.findings.clear();
  result.sketch.reset();
  result.verdict = model::Verdict::pass;
  return result;
}

inline std::string record_line(const model::Result& result) {
  return util::dump(model::to_record(result)) + "\n";
}

// The lines of all that is left to read.
inline std::string lines_of(batch::Records& records) {
  std::string out;
  while (true) {
    auto result = records.next();
    INFO((result ? "" : result.error().message));
    REQUIRE(result);
    if (!*result) return out;
    out += record_line(**result);
  }
}
