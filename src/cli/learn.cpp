#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/samples.hpp"
#include "util/format.hpp"
#include "util/output_file.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

constexpr std::string_view kUnnamed = "my-venue";

const std::vector<std::string>& stages() {
  static const std::vector<std::string> kStages = {"submission", "rebuttal", "camera-ready",
                                                   "preprint"};
  return kStages;
}

// "review.pdf=submission"; a name may have a sign of equality of its own.
util::Expected<SampleFile> parse(const std::string& argument) {
  auto sign = argument.rfind('=');
  std::error_code error;
  if (sign == std::string::npos || std::filesystem::exists(argument, error))
    return SampleFile{argument, ""};
  std::string stage = argument.substr(sign + 1);
  if (std::find(stages().begin(), stages().end(), stage) != stages().end())
    return SampleFile{argument.substr(0, sign), stage};
  return util::Error{fmt::format("{}: behind = stands one of {}, not \"{}\"{}", argument,
                                 util::join(stages(), ", "), stage, suggestion(stage, stages()))};
}

// A pack is found by the name of its file.
util::Expected<std::string> id_of(const Request& request) {
  if (!request.has("-o")) return std::string(kUnnamed);
  std::filesystem::path file = request.value("-o");
  std::string id = file.stem().string();
  bool is_name =
      file.extension() == ".toml" && !id.empty() &&
      id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string::npos;
  if (is_name) return id;
  return util::Error{fmt::format(
      "{}: the file's name is the pack's, of small letters, digits and -, and ends in .toml",
      file.string())};
}

std::optional<util::Error> find_obstacle(const Request& request) {
  if (!request.has("-o")) return std::nullopt;
  std::filesystem::path file = request.value("-o");
  std::error_code error;
  if (std::filesystem::exists(file, error) && !request.has("--overwrite"))
    return util::Error{
        fmt::format("{} is there already; say --overwrite to replace it", file.string())};
  return util::find_obstacle(file);
}

std::size_t count_questions(const std::string& text) {
  auto lines = util::split(text, '\n');
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(),
                    [](const std::string& line) { return line.starts_with("# ask:"); }));
}

int write(const Request& request, const Streams& streams, const learn::Draft& draft,
          const std::string& text) {
  if (!request.has("-o")) {
    streams.out << text;
    return kClean;
  }
  std::string file = request.value("-o");
  if (auto error = util::write_file(file, text)) {
    complain(streams, error->message);
    return kIncomplete;
  }
  auto left_out = std::count_if(draft.rules.begin(), draft.rules.end(),
                                [](const learn::Rule& rule) { return !rule.left_out.empty(); });
  streams.out << util::printable(
                     fmt::format("{}: {} rules; {} left out, {} questions to answer (\"# ask:\")",
                                 file, draft.rules.size() - static_cast<std::size_t>(left_out),
                                 left_out, count_questions(text)))
              << '\n';
  return kClean;
}

}  // namespace

int run_learn(const Request& request, const Streams& streams) {
  std::vector<SampleFile> files;
  for (const std::string& argument : request.arguments) {
    auto file = parse(argument);
    if (!file) return refuse(streams, file.error().message);
    files.push_back(std::move(*file));
  }
  auto id = id_of(request);
  if (!id) return refuse(streams, id.error().message);
  if (auto obstacle = find_obstacle(request)) return refuse(streams, obstacle->message);
  std::vector<learn::Sample> samples;
  if (int code = read_samples(request, streams, files, samples); code != kClean) return code;
  learn::Draft draft = learn::draft(samples);
  learn::Heading heading{*id, *id};
  if (int code = hold_against_samples(request, streams, files, heading, draft); code != kClean)
    return code;
  return write(request, streams, draft, learn::pack_text(draft, heading));
}

}  // namespace cli
