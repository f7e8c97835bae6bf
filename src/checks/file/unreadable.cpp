#include "checks/check.hpp"
#include "checks/findings.hpp"

namespace checks::file {
namespace {

struct Advice {
  std::string message;
  std::string measured;
  std::string fix;
  bool is_limit_of_ours = false;
};

Advice advice_on(model::FailureKind kind) {
  using enum model::FailureKind;
  switch (kind) {
    case empty:
      return {"The file is empty.", "0 bytes", "Upload it again; the transfer or disk failed."};
    case not_pdf:
      return {"The file is not a PDF, whatever its name says.", "no PDF",
              "Upload the PDF that pdflatex writes, not the source, a DVI or a web page."};
    case too_large:
      return {"The file is larger than this program reads.", "too large",
              "Compress images, and split off what belongs to the supplement.", true};
    case too_many_pages:
      return {"The file has more pages than this program reads.", "too many pages",
              "Upload the paper alone.", true};
    default:
      return {"The file is a PDF so damaged that it cannot be read.", "damaged",
              "Compile again and upload the new file; if a program changed it after LaTeX, leave "
              "that out. qpdf --check FILE says what is broken."};
  }
}

Findings run(const model::Paper& paper, const model::Params&) {
  const auto& failure = paper.document.failure;
  if (!failure || failure->kind == model::FailureKind::encrypted) return {};
  Advice advice = advice_on(failure->kind);
  // What reading stopped at says more than "damaged"; it is the reader's sentence, not the paper's.
  bool says_more = failure->kind == model::FailureKind::damaged && !failure->message.empty();
  auto finding = failed(says_more ? failure->message : advice.message, advice.measured,
                        "a readable PDF", advice.fix);
  if (advice.is_limit_of_ours) {
    finding.outcome = model::Outcome::undecided;
    finding.confidence = model::Confidence::possible;
  }
  return {finding};
}

}  // namespace

extern constinit const Check unreadable{
    .id = "file/unreadable",
    .summary = "files that are no PDF or cannot be read",
    .params = {},
    .run = run,
    .reads_broken_files = true,
};

}  // namespace checks::file
