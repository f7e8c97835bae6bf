#include "model/words.hpp"

namespace model {

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

std::string_view word(Outcome outcome) {
  return outcome == Outcome::failed ? "failed" : "undecided";
}

std::string_view word(Confidence confidence) {
  switch (confidence) {
    case Confidence::possible:
      return "possible";
    case Confidence::likely:
      return "likely";
    case Confidence::certain:
      break;
  }
  return "certain";
}

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::review:
      return "review";
    case Verdict::fail:
      return "fail";
    case Verdict::unjudged:
      break;
  }
  return "unjudged";
}

}  // namespace model
