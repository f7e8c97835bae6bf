// Makers of findings that every check needs.
#pragma once

#include <string>
#include <utility>

#include "checks/wording.hpp"
#include "model/finding.hpp"
#include "model/measured.hpp"

namespace checks {

inline model::Finding failed(std::string message, std::string measured, std::string allowed,
                             std::string fix) {
  model::Finding finding;
  finding.message = std::move(message);
  finding.measured = std::move(measured);
  finding.allowed = std::move(allowed);
  finding.fix = std::move(fix);
  return finding;
}

// The reason why it cannot be told goes into the message.
inline model::Finding undecided(std::string message, std::string allowed = "") {
  model::Finding finding;
  finding.outcome = model::Outcome::undecided;
  finding.confidence = model::Confidence::possible;
  finding.message = std::move(message);
  finding.allowed = std::move(allowed);
  return finding;
}

inline void show_at(model::Finding& finding, const model::Line& line) {
  finding.page = line.page;
  finding.box = line.box;
  finding.evidence = quoted_line(line.text);
}

}  // namespace checks
