#include "batch/batch.hpp"

#include <algorithm>
#include <system_error>

#include "extract/extract.hpp"
#include "extract/limits.hpp"
#include "judge/judge.hpp"
#include "measure/measure.hpp"
#include "util/file.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

namespace fs = std::filesystem;

bool is_pdf_name(const fs::path& path) {
  return util::fold(path.extension().string()) == ".pdf";
}

// Symbolic links to folders are not followed: they can loop.
void collect_folder(const std::string& folder, Inputs& inputs) {
  std::vector<std::string> found;
  std::error_code error;
  auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(folder, options, error), end; !error && it != end;
       it.increment(error))
    if (is_pdf_name(it->path()) && !it->is_directory(error)) found.push_back(it->path().string());
  if (error)
    inputs.problems.push_back({fmt::format("{}: {}", folder, error.message())});
  else if (found.empty())
    inputs.problems.push_back({fmt::format("{}: no file in this folder ends in .pdf", folder)});
  std::sort(found.begin(), found.end());
  inputs.files.insert(inputs.files.end(), found.begin(), found.end());
}

}  // namespace

Inputs collect(const std::vector<std::string>& paths) {
  Inputs inputs;
  for (const std::string& path : paths) {
    std::error_code error;
    auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
      inputs.problems.push_back({fmt::format("{}: no such file or folder", path)});
    else if (fs::is_directory(status))
      collect_folder(path, inputs);
    else
      inputs.files.push_back(path);
  }
  return inputs;
}

model::Result inspect(const std::string& file, const model::Vocabulary& vocabulary) {
  model::Result result;
  result.file.path = file;
  result.file.id = fs::path(file).stem().string();
  auto bytes = util::read_file(file, extract::kMostFileBytes);
  if (!bytes) {
    result.stopped = bytes.error().message;
    return result;
  }
  result.file.bytes = bytes->size();
  result.file.sha256 = util::sha256(*bytes);
  model::Paper paper;
  paper.document = extract::read(*bytes);
  paper.measured = measure::measure(paper.document, vocabulary);
  result.paper = std::move(paper);
  return result;
}

model::Result check(const std::string& file, const model::Pack& pack) {
  return judge::judge(inspect(file, pack.vocabulary), pack);
}

}  // namespace batch
