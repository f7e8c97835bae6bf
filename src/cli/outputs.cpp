#include "cli/outputs.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "cli/surroundings.hpp"
#include "util/format.hpp"
#include "util/output_file.hpp"
#include "util/text.hpp"

namespace cli {

using util::Error;

namespace {

util::Expected<Output> parse(const std::string& value, const Request& request) {
  auto colon = value.find(':');
  std::string name = value.substr(0, colon);
  Output output;
  std::vector<std::string> known;
  for (const report::Format* format : formats_of(*request.command)) {
    if (format->name == name) output.format = format;
    known.emplace_back(format->name);
  }
  if (!output.format)
    return Error{fmt::format("{} knows {}, not {}{}", request.named("--format"),
                             util::join(known, ", "), name, suggestion(name, known))};
  if (colon == std::string::npos) return output;
  output.file = value.substr(colon + 1);
  if (auto obstacle = util::find_obstacle(output.file)) return *obstacle;
  return output;
}

const report::Format* find_format(report::Writer write) {
  for (const report::Format& format : report::formats())
    if (format.write == write) return &format;
  return nullptr;
}

// The job's summary, where annotations are asked for within a job.
std::optional<Output> summary_of(const std::vector<Output>& outputs) {
  bool is_for_github = std::any_of(outputs.begin(), outputs.end(), [](const Output& it) {
    return it.format->write == report::github;
  });
  std::string file = summary_file();
  if (!is_for_github || file.empty()) return std::nullopt;
  return Output{find_format(report::markdown), file, true};
}

// Others write to the file too, so it is not replaced; and all they write shares the room.
std::optional<Error> add(const Output& output, report::Results& results, report::Style style,
                         const Trouble& find_trouble) {
  std::error_code none;
  auto taken = std::filesystem::file_size(output.file, none);
  std::string between = none || taken == 0 ? "" : "\n\n";  // else it would go on with a paragraph
  if (none) taken = 0;
  style.room -= std::min<std::uintmax_t>(taken + between.size(), style.room);
  std::ostringstream text;
  output.format->write(text, results, style);
  if (auto error = find_trouble()) return error;
  std::ofstream file(output.file, std::ios::binary | std::ios::app);
  if (!text.str().empty()) file << between << text.str();
  if (file.flush()) return std::nullopt;
  return Error{fmt::format("cannot add to {}", output.file)};
}

}  // namespace

util::Expected<Outputs> Outputs::of(const Request& request) {
  Outputs all;
  std::set<std::string> places;
  for (const std::string& value : request.values("--format")) {
    auto output = parse(value, request);
    if (!output) return output.error();
    if (!places.insert(output->file).second)
      return Error{output->file.empty()
                       ? "two formats cannot both be printed; write --format FORMAT:FILE for one"
                       : fmt::format("two formats cannot both be written to {}", output->file)};
    all.outputs_.push_back(*output);
  }
  if (auto summary = summary_of(all.outputs_)) all.outputs_.push_back(*summary);
  return all;
}

const Output* Outputs::printed() const {
  auto found = std::find_if(outputs_.begin(), outputs_.end(),
                            [](const Output& it) { return it.file.empty(); });
  return found == outputs_.end() ? nullptr : &*found;
}

bool Outputs::prints_text() const {
  return printed() && printed()->format->write == report::text;
}

bool Outputs::need_lines() const {
  return std::any_of(outputs_.begin(), outputs_.end(),
                     [](const Output& it) { return it.format->needs_lines; });
}

std::string Outputs::stored() const {
  for (const Output& output : outputs_)
    if (!output.file.empty() && output.format->write == report::ndjson) return output.file;
  return "";
}

bool Outputs::has_records() const {
  return std::any_of(outputs_.begin(), outputs_.end(),
                     [](const Output& it) { return it.format->write == report::ndjson; });
}

std::optional<Error> write(const Output& output, report::Results& results, const Streams& streams,
                           const report::Style& style, const Trouble& trouble) {
  auto find_trouble = [&] { return trouble ? trouble() : std::nullopt; };
  if (output.file.empty()) {
    output.format->write(streams.out, results, style);
    return find_trouble();
  }
  report::Style plain = style;
  plain.color = plain.quiet = false;
  plain.width = report::Style{}.width;
  if (output.is_added) return add(output, results, plain, find_trouble);
  auto file = util::OutputFile::open(output.file);
  if (!file) return file.error();
  output.format->write((*file)->stream(), results, plain);
  if (auto error = find_trouble()) return error;
  return (*file)->commit();
}

}  // namespace cli
