#include "checks/telltale_kinds.hpp"

#include <string>

#include "checks/findings.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

constexpr TelltaleKind kKinds[] = {
    {"owner", "names whose files they were when they were packed",
     "Pack with tar --owner=0 --group=0 --numeric-owner, or with zip -X."},
    {"manifest", "names authors where it describes a package or keeps a notebook",
     "Empty the author's keys of setup.py, pyproject.toml, package.json or CITATION.cff; clear the "
     "outputs of notebooks."},
    {"path", "holds paths into somebody's home folder",
     "Make paths relative, clear the outputs of notebooks, and leave out logs and compiled files."},
    {"account", "names somebody's account of a cluster or a service",
     "Take the account out of the scripts and records of jobs."},
    {"host", "names the machine that a log was written on", "Leave the logs out."},
    {"document", "has a document whose metadata names its author",
     "Save the document without personal information, or print it to PDF without an author."},
    {"byline", "has a PDF that names authors below its title",
     "Compile it with the style's anonymous option; leave the papers of others out."},
    {"picture", "holds pictures whose metadata names who made them, with what or where",
     "Clear their metadata: exiftool -all= -overwrite_original -r FOLDER; save drawings as plain "
     "SVG."},
    {"email", "holds an e-mail address", "Take the address out."},
    {"copyright", "names a holder of its rights", "Write \"Anonymous Authors\" for the review."},
    {"author", "has a file that says at its top who wrote it", "Take the name out."},
};

}  // namespace

std::span<const TelltaleKind> telltale_kinds() {
  return kKinds;
}

std::optional<model::Finding> finding_of(const model::Supplement& supplement,
                                         const TelltaleKind& kind, const Exceptions& exceptions) {
  auto all = suspicions(supplement, kind.name, exceptions);
  if (all.empty()) return std::nullopt;
  model::Finding finding =
      failed(fmt::format("{} {}.", supplement.path, kind.says),
             counted(static_cast<int>(all.size()), "trace"), "nobody's", std::string(kind.fix));
  finding.confidence = all.front().confidence;
  finding.evidence = shown(all);
  return finding;
}

}  // namespace checks
