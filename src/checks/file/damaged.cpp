#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "util/format.hpp"

namespace checks::file {
namespace {

constexpr std::string_view kFix =
    "Compile again and upload the new file as it is; if a program changed it after LaTeX, or a "
    "transfer, leave that out. qpdf --check FILE says what is broken.";

model::Finding finding(std::string message, std::string measured) {
  return failed(std::move(message), std::move(measured), "an undamaged file", std::string(kFix));
}

// A table that is wrong is certain; what pages show may be whole all the same.
Findings run(const model::Paper& paper, const model::Params&) {
  const model::Document& document = paper.document;
  if (document.failure) return {};
  if (document.repaired)
    return {finding("The table of the file's objects is wrong; it could be read only by searching.",
                    "table rebuilt")};
  if (document.complaints == 0) return {};
  Findings findings{
      finding(fmt::format("{} of the file {} not as the format has it; what the pages show may not "
                          "be what was meant.",
                          document.complaints == 1 ? "A part" : "Parts",
                          document.complaints == 1 ? "is" : "are"),
              document.complaints == 1 ? "1 part" : fmt::format("{} parts", document.complaints))};
  findings.front().confidence = model::Confidence::possible;
  return findings;
}

}  // namespace

extern constinit const Check damaged{
    .id = "file/damaged",
    .summary = "files that are read, but only by mending them",
    .params = {},
    .run = run,
};

}  // namespace checks::file
