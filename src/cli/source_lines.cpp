#include "cli/source_lines.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "batch/ids.hpp"
#include "batch/walled.hpp"
#include "synctex/places.hpp"
#include "synctex/records.hpp"
#include "util/file.hpp"
#include "util/sha256.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostPdf = 100'000'000;
constexpr std::size_t kMostAnswer = 4'000'000;
// Programs that work on the PDF behind TeX take less; who compiles again without SyncTeX, more.
constexpr auto kSameRun = std::chrono::minutes(1);

// Packed, or as -synctex=-1 leaves them.
fs::path beside(const std::string& paper) {
  std::error_code error;
  fs::path packed = fs::path(paper).replace_extension(".synctex.gz");
  fs::path plain = fs::path(paper).replace_extension(".synctex");
  return !fs::exists(packed, error) && fs::exists(plain, error) ? plain : packed;
}

// Empty where there is none of the same compilation.
std::string records_of(const std::string& paper) {
  std::error_code error;
  const fs::path file = beside(paper);
  auto records_time = fs::last_write_time(file, error);
  if (error) return "";
  auto paper_time = fs::last_write_time(paper, error);
  if (error || paper_time - records_time > kSameRun) return "";
  auto bytes = util::read_file(
      file, file.extension() == ".gz" ? synctex::kMostPacked : synctex::kMostUnpacked);
  return bytes ? *bytes : "";
}

}  // namespace

SourceLines::SourceLines(const Request& request, const batch::RunOptions& options)
    : options_(options) {
  if (request.command->name != "check" || request.has("--no-synctex")) return;
  for (const std::string& path : request.arguments)
    if (batch::ends_in(path, ".pdf")) papers_.insert(path);
}

void SourceLines::add_to(model::Result& result) const {
  bool has_place =
      std::any_of(result.findings.begin(), result.findings.end(),
                  [](const model::Finding& finding) { return finding.page && finding.box; });
  if (!has_place || papers_.count(result.file.path) == 0) return;
  std::string packed = records_of(result.file.path);
  if (packed.empty()) return;
  auto pdf = util::read_file(result.file.path, kMostPdf);
  if (!pdf || util::sha256(*pdf) != result.file.sha256) return;
  std::error_code error;
  std::string folder = fs::absolute(result.file.path, error).lexically_normal().parent_path();
  auto answer = batch::run_walled(
      [&](util::Stage& stage) {
        stage.enter(util::Step::open);
        return synctex::encode(synctex::find_lines(*pdf, packed, result.findings, folder));
      },
      options_, kMostAnswer);
  if (!answer) return;
  auto lines = synctex::decode(*answer, result.findings.size());
  for (std::size_t i = 0; i < lines.size(); ++i) result.findings[i].source = lines[i];
}

std::string SourceLines::key() const {
  std::string all;
  for (const std::string& paper : papers_)
    if (std::string packed = records_of(paper); !packed.empty())
      all += paper + util::sha256(packed);
  return all.empty() ? "" : "synctex=" + util::sha256(all);
}

}  // namespace cli
