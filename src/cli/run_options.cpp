#include "cli/run_options.hpp"

#include <charconv>
#include <cstdlib>

#include "batch/ids.hpp"
#include "cli/processors.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

// A third of the time that passes: the rest is waiting for disks and other programs.
constexpr int kWallToCpu = 3;

util::Expected<int> number(const Request& request, std::string_view option, int least, int most) {
  std::string text = request.value(option);
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool is_number = error == std::errc() && end == text.data() + text.size();
  if (is_number && value >= least && value <= most) return value;
  return util::Error{fmt::format("{} wants a whole number from {} to {}, not {}",
                                 request.named(option), least, most, text)};
}

batch::Isolation isolation(const Request& request) {
  if (request.has("--in-process")) return batch::Isolation::none;
  return request.value("--isolation") == "worker" ? batch::Isolation::worker
                                                  : batch::Isolation::process;
}

}  // namespace

util::Expected<batch::RunOptions> run_options(const Request& request) {
  batch::RunOptions options;
  options.isolation = isolation(request);
  options.require_sandbox = request.has("--require-sandbox");
  options.jobs = allowed_processors();
  if (request.has("--jobs")) {
    auto jobs = number(request, "--jobs", 1, 256);
    if (!jobs) return jobs.error();
    options.jobs = *jobs;
  }
  auto seconds = number(request, "--timeout", 1, 86'400);
  if (!seconds) return seconds.error();
  options.wall_seconds = *seconds;
  options.cpu_seconds = (*seconds + kWallToCpu - 1) / kWallToCpu;
  auto memory = number(request, "--memory", 64, 1 << 20);
  if (!memory) return memory.error();
  options.memory_mib = static_cast<std::uint64_t>(*memory);
  return options;
}

bool is_one_pdf(const Request& request) {
  return request.arguments.size() == 1 && batch::ends_in(request.arguments[0], ".pdf");
}

util::Expected<std::optional<batch::Shard>> shard_of(const Request& request) {
  // One PDF is meant to be judged, whichever job of an array does it.
  if (!request.has("--shard") && is_one_pdf(request)) return std::optional<batch::Shard>();
  if (!request.has("--shard")) return batch::shard_of(std::getenv);
  auto shard = batch::parse_shard(request.value("--shard"));
  if (!shard) return shard.error();
  return std::optional(*shard);
}

}  // namespace cli
