#include "cli/samples.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>

#include "batch/examine.hpp"
#include "batch/ids.hpp"
#include "batch/open_sources.hpp"
#include "cli/outcome.hpp"
#include "cli/run_options.hpp"
#include "cli/surroundings.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

class Listed : public batch::Source {
 public:
  explicit Listed(std::vector<batch::Input> inputs) : inputs_(std::move(inputs)) {}
  std::optional<batch::Input> next() override {
    if (at_ == inputs_.size()) return std::nullopt;
    return inputs_[at_++];
  }
  std::optional<std::size_t> count() const override { return inputs_.size(); }

 private:
  std::vector<batch::Input> inputs_;
  std::size_t at_ = 0;
};

// What would be many papers, or a list of them.
bool is_one_file(const std::string& path) {
  std::error_code error;
  return path != "-" && !std::filesystem::is_directory(path, error) &&
         !batch::ends_in(path, ".zip") && !batch::ends_in(path, ".csv") &&
         !batch::ends_in(path, ".ndjson");
}

util::Expected<std::vector<batch::Input>> open_files(const std::vector<SampleFile>& files) {
  std::vector<batch::Input> inputs;
  for (const SampleFile& file : files) {
    if (!is_one_file(file.path))
      return util::Error{fmt::format("{}: a sample is one PDF", file.path)};
    auto input = batch::open_sources({file.path})->next();
    if (!input) return util::Error{fmt::format("{}: there is nothing to read", file.path)};
    if (!input->problem.empty()) return util::Error{input->problem};
    inputs.push_back(std::move(*input));
  }
  return inputs;
}

// Each file in a process of its own, as papers are. `take` gets the results in order.
int run_on(const Request& request, const Streams& streams, const std::vector<SampleFile>& files,
           batch::Judging judging, const std::function<void(std::size_t, model::Result)>& take) {
  auto options = run_options(request);
  if (!options) return refuse(streams, options.error().message);
  auto inputs = open_files(files);
  if (!inputs) return refuse(streams, inputs.error().message);
  Listed source(std::move(*inputs));
  auto run = batch::Run::start(source, batch::make_work(std::move(judging)), *options);
  if (!run) return refuse(streams, run.error().message);
  std::size_t number = 0;
  while (auto result = (*run)->next()) take(number++, std::move(*result));
  return number == files.size() ? kClean : kIncomplete;
}

std::string why_unread(const model::Result& result) {
  if (!result.stopped.empty()) return result.stopped;
  const std::string& path = result.file.path;
  if (!result.paper || !result.survey)
    return result.paper && result.paper->document.failure
               ? fmt::format("{}: {}", path, result.paper->document.failure->message)
               : fmt::format("{}: it could not be read", path);
  if (!result.paper->measured.body)
    return fmt::format("{}: it has no text that could be measured", path);
  return "";
}

std::string stage_of(const model::Measured& measured) {
  return measured.stage.value_or("submission");
}

std::string name_of(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

}  // namespace

int read_samples(const Request& request, const Streams& streams, std::vector<SampleFile>& files,
                 std::vector<learn::Sample>& samples) {
  auto base = packs::load("base", {}, pack_folders(request));
  if (!base) return refuse(streams, base.error().message);
  batch::Judging judging;
  judging.vocabulary = base->vocabulary;
  int code = kClean;
  std::map<std::string, std::string> known;  // stages and digests, and the file that has them
  int ran = run_on(
      request, streams, files, std::move(judging), [&](std::size_t number, model::Result result) {
        std::string why = why_unread(result);
        if (!why.empty()) {
          complain(streams, why);
          code = kIncomplete;
          return;
        }
        SampleFile& file = files[number];
        if (file.stage.empty()) file.stage = stage_of(result.paper->measured);
        // Counted twice it would seem to show everything twice.
        auto [first, is_new] = known.emplace(file.stage + result.file.sha256, file.path);
        if (!is_new) {
          code = refuse(streams, fmt::format("{}: the same file as {}; give each sample once",
                                             file.path, first->second));
          return;
        }
        samples.push_back({name_of(file.path), file.stage, std::move(result.paper->measured),
                           std::move(*result.survey), std::move(result.paper->document.fonts)});
      });
  return ran == kClean ? code : ran;
}

int hold_against_samples(const Request& request, const Streams& streams,
                         const std::vector<SampleFile>& files, const learn::Heading& heading,
                         learn::Draft& draft) {
  std::string text = learn::pack_text(draft, heading);
  for (const learn::Group& group : draft.groups) {
    auto pack = packs::load_text(text, heading.id, {group.stage, ""}, pack_folders(request));
    if (!pack) return refuse(streams, pack.error().message);
    batch::Judging judging;
    judging.packs = {std::move(*pack)};
    std::vector<SampleFile> own;
    std::copy_if(files.begin(), files.end(), std::back_inserter(own),
                 [&](const SampleFile& file) { return file.stage == group.stage; });
    auto take = [&](std::size_t number, const model::Result& result) {
      for (const model::Finding& finding : result.findings) {
        if (!finding.rule.starts_with(heading.prefix)) continue;
        learn::leave_out(draft, std::string_view(finding.rule).substr(heading.prefix.size()),
                         fmt::format("{}: {}", name_of(own[number].path), finding.message));
      }
    };
    if (int code = run_on(request, streams, own, std::move(judging), take); code != kClean)
      return code;
  }
  return kClean;
}

}  // namespace cli
