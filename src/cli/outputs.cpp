#include "cli/outputs.hpp"

#include <algorithm>
#include <set>

#include "util/format.hpp"
#include "util/output_file.hpp"
#include "util/text.hpp"

namespace cli {

using util::Error;

namespace {

util::Expected<Output> parse(const std::string& value, const Command& command) {
  auto colon = value.find(':');
  std::string name = value.substr(0, colon);
  Output output;
  std::vector<std::string> known;
  for (const report::Format& format : report::formats()) {
    if (format.needs_lines && !keeps_lines(command)) continue;
    if (format.name == name) output.format = &format;
    known.emplace_back(format.name);
  }
  if (!output.format)
    return Error{fmt::format("--format knows {}, not {}{}", util::join(known, ", "), name,
                             suggestion(name, known))};
  if (colon == std::string::npos) return output;
  output.file = value.substr(colon + 1);
  if (auto obstacle = util::find_obstacle(output.file)) return *obstacle;
  return output;
}

}  // namespace

util::Expected<Outputs> Outputs::of(const Request& request) {
  Outputs all;
  std::set<std::string> places;
  for (const std::string& value : request.values("--format")) {
    auto output = parse(value, *request.command);
    if (!output) return output.error();
    if (!places.insert(output->file).second)
      return Error{output->file.empty()
                       ? "two formats cannot both be printed; write --format FORMAT:FILE for one"
                       : fmt::format("two formats cannot both be written to {}", output->file)};
    all.outputs_.push_back(*output);
  }
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
  auto file = util::OutputFile::open(output.file);
  if (!file) return file.error();
  report::Style for_file;
  for_file.pictures = style.pictures;
  for_file.page_of = style.page_of;
  output.format->write((*file)->stream(), results, for_file);
  if (auto error = find_trouble()) return error;
  return (*file)->commit();
}

}  // namespace cli
