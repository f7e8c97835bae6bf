#include <algorithm>

#include "batch/batch.hpp"
#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/outputs.hpp"
#include "cli/progress.hpp"
#include "cli/surroundings.hpp"
#include "judge/judge.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

// A path that the user gave, or a file found below it.
struct Input {
  std::string file;
  std::string problem;  // why there is nothing to read
};

std::vector<Input> collect(const std::vector<std::string>& paths) {
  std::vector<Input> inputs;
  for (const std::string& path : paths) {
    auto found = batch::collect({path});
    for (const std::string& file : found.files) inputs.push_back({file, ""});
    for (const util::Error& problem : found.problems) inputs.push_back({path, problem.message});
  }
  return inputs;
}

// Reports need no glyphs and lines, and a long run could not hold them all.
void forget_lines(model::Result& result) {
  if (!result.paper) return;
  result.paper->document.pages = {};
  result.paper->measured.lines = {};
}

// With a pack the paper is judged, without one only measured.
model::Result process(const Input& input, const model::Vocabulary& vocabulary,
                      const model::Pack* pack) {
  if (input.problem.empty())
    return pack ? batch::check(input.file, *pack) : batch::inspect(input.file, vocabulary);
  model::Result result;
  result.file.path = input.file;
  result.stopped = input.problem;
  return pack ? judge::judge(std::move(result), *pack) : result;
}

// What the report on the output stream does not say to a person.
void complain_about(const model::Result& result, const Outputs& outputs, const Streams& streams) {
  if (outputs.prints_text()) return;
  if (!result.stopped.empty())
    complain(streams, result.stopped);
  else if (!result.pack && result.paper && result.paper->document.failure)
    complain(streams,
             fmt::format("{}: {}", result.file.path, result.paper->document.failure->message));
}

int process_all(const Request& request, const Streams& streams, const model::Vocabulary& vocabulary,
                const model::Pack* pack) {
  auto outputs = Outputs::of(request);
  if (!outputs) return refuse(streams, outputs.error().message);
  auto inputs = collect(request.arguments);
  auto is_missing = [](const Input& input) { return !input.problem.empty(); };
  if (std::all_of(inputs.begin(), inputs.end(), is_missing)) {
    for (const Input& input : inputs) complain(streams, input.problem);
    return kUsage;
  }
  std::vector<model::Result> results;
  {
    Progress progress(streams.err, streams.err_is_terminal && !request.has("--quiet"),
                      inputs.size());
    for (const Input& input : inputs) {
      progress.begin(input.file);
      results.push_back(process(input, vocabulary, pack));
      if (!outputs->need_lines()) forget_lines(results.back());
    }
  }
  for (const model::Result& result : results) complain_about(result, *outputs, streams);
  auto errors = outputs->write(results, streams, style_of(request, streams));
  for (const util::Error& error : errors) complain(streams, error.message);
  if (!errors.empty()) return kIncomplete;
  return exit_code(results, request.value("--fail-on"));
}

std::string message_without_pack(const packs::SearchPath& folders) {
  std::string message = "which rules? Say --pack ID, or --pack FILE for a pack of your own.";
  std::string ids;
  for (const packs::Listing& listing : packs::list(folders))
    ids += (ids.empty() ? "" : ", ") + listing.id;
  return message + (ids.empty() ? " No packs are installed." : " Known: " + ids);
}

}  // namespace

int run_check(const Request& request, const Streams& streams) {
  auto folders = pack_folders(request);
  if (!request.has("--pack")) return refuse(streams, message_without_pack(folders));
  auto pack = packs::load(request.value("--pack"),
                          {request.value("--stage"), request.value("--track")}, folders);
  if (!pack) return refuse(streams, pack.error().message);
  return process_all(request, streams, pack->vocabulary, &*pack);
}

int run_inspect(const Request& request, const Streams& streams) {
  // The words by which sections are known come from the pack that all others build on.
  auto base = packs::load("base", {}, pack_folders(request));
  if (!base) return refuse(streams, base.error().message);
  return process_all(request, streams, base->vocabulary, nullptr);
}

}  // namespace cli
