#include "checks/check.hpp"
#include "checks/findings.hpp"

namespace checks::file {
namespace {

constexpr std::string_view kFix =
    "Upload the PDF as LaTeX wrote it; qpdf --decrypt IN.pdf OUT.pdf removes protection that a "
    "program added.";

Findings run(const model::Paper& paper, const model::Params&) {
  const model::Document& document = paper.document;
  bool locked = document.failure && document.failure->kind == model::FailureKind::encrypted;
  if (!locked && !document.encrypted) return {};
  if (locked)
    return {failed("The file asks for a password, so nobody can read it.", "password needed",
                   "no protection", std::string(kFix))};
  // Readers open it; whether its restrictions matter depends on what is done with the file.
  auto finding =
      failed("The file opens but is encrypted, with restrictions on printing or copying.",
             "encrypted, opens without password", "no protection", std::string(kFix));
  finding.confidence = model::Confidence::possible;
  return {finding};
}

}  // namespace

extern constinit const Check encrypted{
    .id = "file/encrypted",
    .summary = "files with a password or restrictions",
    .params = {},
    .run = run,
    .reads_broken_files = true,
};

}  // namespace checks::file
