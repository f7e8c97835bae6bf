#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/commands.hpp"
#include "cli/page_pictures.hpp"
#include "cli/settings.hpp"
#include "cli/stored.hpp"
#include "cli/surroundings.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

using Files = std::vector<std::unique_ptr<batch::RecordFile>>;

// The files one after another; a line that is no record is left out, and said where that is asked.
class FileRecords : public batch::Records {
 public:
  FileRecords(Files files, std::vector<std::string>* damaged)
      : files_(std::move(files)), damaged_(damaged) {}

  util::Expected<std::optional<model::Result>> next() override {
    while (at_ < files_.size()) {
      auto line = files_[at_]->next();
      if (!line) return line.error();
      if (!*line)
        ++at_;
      else if ((*line)->result)
        return std::optional(std::move(*(*line)->result));
      else if (damaged_)
        damaged_->push_back(fmt::format("{}, line {}: {}", files_[at_]->path(), (*line)->number,
                                        (*line)->result.error().message));
    }
    return std::optional<model::Result>();
  }

 private:
  Files files_;
  std::vector<std::string>* damaged_;
  std::size_t at_ = 0;
};

using Input = std::shared_ptr<util::Descriptor>;

// A pipe can be read only once, but there may be several reports.
util::Expected<Input> keep_standard_input() {
  auto kept = std::make_shared<util::Descriptor>(memfd_create("records", MFD_CLOEXEC));
  std::array<char, 1 << 16> buffer;
  for (;;) {
    ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) return kept;
    auto bytes = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    if (count < 0 || ::write(kept->number(), buffer.data(), bytes) != count)
      return util::Error{fmt::format("cannot read standard input: {}", std::strerror(errno))};
  }
}

util::Expected<Files> open_all(const std::vector<std::string>& paths, const Input& input) {
  Files files;
  for (const std::string& path : paths) {
    if (path == "-") {
      files.push_back(std::make_unique<batch::RecordFile>("standard input", input));
      continue;
    }
    auto file = batch::RecordFile::open(path);
    if (!file) return file.error();
    files.push_back(std::move(*file));
  }
  return util::Expected<Files>(std::move(files));
}

int report_all(const Settled& settled, const Streams& streams) {
  const Request& request = settled.request;
  auto outputs = Outputs::of(request);
  if (!outputs) return refuse(streams, outputs.error().message);
  auto showing = Showing::of(request, false);
  if (!showing) return refuse(streams, showing.error().message);
  for (const std::string& remark : settled.remarks) showing->say(remark);
  const auto& paths = request.arguments;
  Input input;
  if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    auto kept = keep_standard_input();
    if (!kept) return refuse(streams, kept.error().message);
    input = *kept;
  }
  if (auto files = open_all(paths, input); !files) return refuse(streams, files.error().message);
  std::vector<std::string> damaged;
  auto* complaints = &damaged;  // of the first reading alone
  ReadRecords read = [&]() -> util::Expected<std::unique_ptr<batch::Records>> {
    auto files = open_all(paths, input);
    if (!files) return files.error();
    std::unique_ptr<batch::Records> records =
        std::make_unique<FileRecords>(std::move(*files), std::exchange(complaints, nullptr));
    return records;
  };
  Sum sum(request.value("--fail-on"));
  PicturedStyle style(request, streams);
  bool is_written = write_stored({outputs->all(), *showing}, read, sum, streams, style.get());
  if (!damaged.empty() && sum.tally.count() == 0)
    return refuse(streams, fmt::format("{}; no line of it is a result as --format ndjson:FILE "
                                       "writes them",
                                       damaged.front()));
  complain_of_each(streams, damaged);
  print_table(request, streams, *outputs, sum.tally);
  tell_remarks(request, streams, *outputs, *showing);
  return is_written && damaged.empty() ? sum.outcome.code() : kIncomplete;
}

}  // namespace

int run_report(const Request& request, const Streams& streams) {
  return with_settings(request, streams,
                       [&](const Settled& settled) { return report_all(settled, streams); });
}

}  // namespace cli
