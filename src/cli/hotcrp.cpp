#include <chrono>
#include <exception>

#include "batch/walled.hpp"
#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/run_options.hpp"
#include "cli/surroundings.hpp"
#include "hotcrp/answer.hpp"
#include "packs/packs.hpp"
#include "util/file.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

// The largest file that is read at all, as for every other command.
constexpr std::uint64_t kMostBytes = 100'000'000;
constexpr std::size_t kMostAnswer = 4'000'000;

util::Expected<std::string> describe(const Request& request) {
  if (request.arguments.size() != 1) return util::Error{"hotcrp takes one PDF"};
  auto options = run_options(request);
  if (!options) return options.error();
  auto any_venue = packs::load("base", {}, pack_folders(request));
  if (!any_venue) return any_venue.error();
  const std::string& path = request.arguments[0];
  auto pdf = util::read_file(path, kMostBytes);
  if (!pdf) return pdf.error();
  hotcrp::set_up();
  auto described = batch::run_walled(
      [&](util::Stage& stage) { return hotcrp::read_and_describe(*pdf, *any_venue, stage); },
      *options, kMostAnswer);
  if (!described) return util::Error{fmt::format("{}: {}", path, described.error().message)};
  if (described->empty()) return util::Error{fmt::format("{}: it cannot be read", path)};
  return described;
}

util::Expected<std::string> describe_whatever_comes(const Request& request) {
  try {
    return describe(request);
  } catch (const std::exception& error) {
    return util::Error{fmt::format("stopped by an error of its own: {}", error.what())};
  }
}

std::int64_t now() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

int run_hotcrp(const Request& request, const Streams& streams) {
  auto described = describe_whatever_comes(request);
  if (!described) complain(streams, described.error().message);
  std::optional<std::int64_t> at;
  if (!request.has("--no-time")) at = now();
  streams.out << hotcrp::answer(described ? *described : "", at) << '\n';
  return kClean;
}

}  // namespace cli
