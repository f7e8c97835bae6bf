#include "report/words.hpp"

namespace report {

std::string_view word(model::Severity severity) {
  switch (severity) {
    case model::Severity::note:
      return "note";
    case model::Severity::warning:
      return "warning";
    case model::Severity::error:
      break;
  }
  return "error";
}

std::string_view word(model::Outcome outcome) {
  return outcome == model::Outcome::failed ? "failed" : "undecided";
}

std::string_view word(model::Confidence confidence) {
  switch (confidence) {
    case model::Confidence::possible:
      return "possible";
    case model::Confidence::likely:
      return "likely";
    case model::Confidence::certain:
      break;
  }
  return "certain";
}

std::string_view word(model::Verdict verdict) {
  switch (verdict) {
    case model::Verdict::pass:
      return "pass";
    case model::Verdict::review:
      return "review";
    case model::Verdict::fail:
      return "fail";
    case model::Verdict::unjudged:
      break;
  }
  return "unjudged";
}

}  // namespace report
