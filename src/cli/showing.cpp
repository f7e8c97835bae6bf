#include "cli/showing.hpp"

#include <algorithm>
#include <utility>

#include "batch/records.hpp"
#include "cli/identities.hpp"
#include "cli/outcome.hpp"
#include "cli/today.hpp"
#include "packs/decisions.hpp"
#include "report/masked.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

constexpr std::size_t kMostRemarks = 20;

util::Expected<std::vector<model::Decision>> read_waivers(const Request& request) {
  std::vector<model::Decision> all;
  for (const std::string& file : request.values("--waivers")) {
    if (file.empty()) continue;
    auto decisions = packs::read_decisions(file);
    if (!decisions) return decisions.error();
    std::move(decisions->begin(), decisions->end(), std::back_inserter(all));
  }
  return all;
}

// Half of it would call new what was known.
util::Expected<judge::Baseline> read_baseline(const std::string& path) {
  judge::Baseline baseline;
  if (path.empty()) return baseline;
  auto file = batch::RecordFile::open(path);
  if (!file) return file.error();
  while (true) {
    auto line = (*file)->next();
    if (!line) return line.error();
    if (!*line) return baseline;
    const auto& result = (*line)->result;
    if (!result)
      return util::Error{fmt::format(
          "{}:{}: {}; a baseline is what an earlier run wrote with --format ndjson:FILE", path,
          (*line)->number, result.error().message)};
    if (!result->pack)
      return util::Error{fmt::format("{}:{}: nothing was judged there", path, (*line)->number)};
    baseline.add(*result);
  }
}

}  // namespace

util::Expected<Showing> Showing::of(const Request& request, bool is_judging) {
  Showing showing;
  showing.is_blind_ = is_for_the_blind(request);
  judge::Decisions::Sources sources;
  auto decided = read_waivers(request);
  if (!decided) return decided.error();
  auto baseline = read_baseline(request.value("--baseline"));
  if (!baseline) return baseline.error();
  if (is_judging || request.has("--waivers")) sources.decided = std::move(*decided);
  if (is_judging || request.has("--baseline")) sources.baseline = std::move(*baseline);
  showing.baseline_ = request.value("--baseline");
  showing.has_files_ = request.has("--waivers") || request.has("--baseline");
  if (sources.decided || sources.baseline)
    showing.decisions_ = std::make_shared<judge::Decisions>(std::move(sources), today());
  return showing;
}

void Showing::prepare(model::Result& result) const {
  if (decisions_) decisions_->apply(result);
  if (!is_blind_) return;
  report::mask(result);
  // No decision would be found to be about it any more, so it is not to be taken over.
  if (!keeps_keys()) result.key.clear();
}

std::vector<std::string> Showing::remarks() const {
  std::vector<std::string> all = said_;
  if (!decisions_) return all;
  if (!baseline_.empty() && !decisions_->knows_papers())
    all.push_back(fmt::format("{}: this baseline has none of these papers", baseline_));
  auto more = decisions_->remarks(knows_all_papers_);
  for (std::size_t i = 0; i < std::min(more.size(), kMostRemarks); ++i)
    all.push_back(std::move(more[i]));
  if (more.size() > kMostRemarks)
    all.push_back(fmt::format("and {} more of this kind", more.size() - kMostRemarks));
  return all;
}

void tell_remarks(const Request& request, const Streams& streams, const Outputs& outputs,
                  const Showing& showing) {
  if (outputs.prints_text() && !request.has("--quiet")) return;
  for (const std::string& remark : showing.remarks()) complain(streams, remark);
}

}  // namespace cli
