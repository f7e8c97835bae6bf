#include "batch/run.hpp"

#include <algorithm>

#include "batch/crew_run.hpp"
#include "batch/in_place_run.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

constexpr int kMostJobs = 256;

}  // namespace

util::Expected<std::unique_ptr<Run>> Run::start(Source& source, Work work, RunOptions options) {
  options.jobs = std::clamp(options.jobs, 1, kMostJobs);
  std::unique_ptr<Run> run;
  if (options.isolation == Isolation::none)
    run = std::make_unique<InPlaceRun>(source, std::move(work));
  else
    run = std::make_unique<CrewRun>(source, std::move(work), options);
  auto missing = run->missing_walls();
  if (options.require_sandbox && !missing.empty())
    return util::Error{
        fmt::format("the sandbox that is required lacks {} here; run where the system has it, or "
                    "without --require-sandbox",
                    util::join(missing, ", "))};
  return run;
}

}  // namespace batch
