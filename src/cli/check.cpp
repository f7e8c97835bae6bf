#include <algorithm>

#include "batch/examine.hpp"
#include "batch/open_sources.hpp"
#include "batch/opened.hpp"
#include "checks/registry.hpp"
#include "cli/commands.hpp"
#include "cli/judging.hpp"
#include "cli/outcome.hpp"
#include "cli/outputs.hpp"
#include "cli/papers.hpp"
#include "cli/run_options.hpp"
#include "cli/signals.hpp"
#include "cli/surroundings.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

// All that is known before the first paper is looked at.
struct Plan {
  const Request& request;
  const Streams& streams;
  Outputs outputs;
  batch::RunOptions options;
  std::optional<batch::Shard> shard;
  bool compares = false;

  bool is_quiet() const { return request.has("--quiet"); }
  // Whether the printed report can be written as papers come: findings across papers come last.
  bool prints_at_once() const {
    const Output* printed = outputs.printed();
    return printed && (printed->format->write == report::ndjson ||
                       (printed->format->write == report::text && !compares));
  }
};

bool compares_papers(const model::Pack& pack) {
  return std::any_of(pack.rules.begin(), pack.rules.end(), [](const model::Rule& rule) {
    const checks::Entry* entry = checks::find(rule.check);
    return entry && entry->check->across;
  });
}

util::Expected<Plan> plan(const Request& request, const Streams& streams,
                          const batch::Judging& judging) {
  auto outputs = Outputs::of(request);
  if (!outputs) return outputs.error();
  auto options = run_options(request);
  if (!options) return options.error();
  auto shard = shard_of(request);
  if (!shard) return shard.error();
  bool compares = !judging.packs.empty() && compares_papers(judging.packs[0]);
  return Plan{request, streams, std::move(*outputs), *options, *shard, compares};
}

std::unique_ptr<batch::Source> open(const Plan& plan, const StopSignals& signals) {
  batch::SourceOptions options;
  options.names_end_in_nul = plan.request.has("--null");
  options.gives_up = [&signals] { return signals.came(); };
  auto source = batch::open_sources(plan.request.arguments, std::move(options));
  if (!plan.shard) return source;
  return std::make_unique<batch::Sharded>(std::move(source), *plan.shard);
}

int say_interrupted(const Plan& plan, const StopSignals& signals, std::size_t papers) {
  if (signals.was_pipe()) return kUnread;
  if (!plan.streams.out) return kIncomplete;
  complain(plan.streams, fmt::format("interrupted after {} papers; no report is complete", papers));
  return kIncomplete;
}

model::Result examine_here(const batch::Input& input, const batch::Work& work) {
  if (!input.problem.empty()) return work.give_up(input, input.problem);
  batch::Opened opened = batch::open_input(input);
  if (!opened.file) return work.give_up(input, opened.problem);
  batch::Reading reading = batch::read_whole(opened.file->number(), opened.state);
  if (reading.remark != batch::Remark::none) return work.give_up(input, "it could not be read");
  util::Stage stage;
  return work.examine(input, reading.bytes, stage);
}

// What a person wants to know of a long run that the printed report does not say.
void sum_up(const Plan& plan, const Judged& judged, const batch::Run& run) {
  if (plan.is_quiet() || !judged.tally().is_of_many()) return;
  if (!plan.outputs.prints_text()) {
    auto style = style_of_complaints(plan.request, plan.streams);
    report::Layout layout(plan.streams.err, style);
    judged.tally().write(layout);
  }
  auto missing = run.missing_walls();
  if (!missing.empty() && plan.options.isolation != batch::Isolation::none)
    complain(plan.streams, fmt::format("of the sandbox around each paper this system lacks {}",
                                       util::join(missing, ", ")));
}

int write_all(const Plan& plan, const std::vector<model::Result>& results) {
  bool is_written = true;
  for (const Output& output : plan.outputs.all()) {
    if (output.file.empty() && plan.prints_at_once()) continue;
    report::ListedResults list(results);
    auto error = write(output, list, plan.streams, style_of(plan.request, plan.streams));
    if (error) complain(plan.streams, error->message);
    is_written = is_written && !error;
  }
  return is_written ? kClean : kIncomplete;
}

// Lines do not leave a process that judges, so test cases are dumped from this one.
int dump(const Plan& plan, batch::Source& source, const batch::Work& work) {
  std::vector<model::Result> all;
  Outcome outcome("never");
  while (auto input = source.next()) {
    all.push_back(examine_here(*input, work));
    outcome.add(all.back());
    if (!all.back().stopped.empty()) complain(plan.streams, all.back().stopped);
  }
  return write_all(plan, all) == kClean ? outcome.code() : kIncomplete;
}

int work(const Plan& plan, batch::Judging judging) {
  StopSignals signals;
  Progress progress(plan.streams.err,
                    {plan.streams.err_is_terminal && !plan.is_quiet(), plan.streams.err_width});
  Watched source(open(plan, signals), progress);
  if (!plan.shard)
    if (auto problems = source.find_nothing_but_problems(); !problems.empty()) {
      for (const std::string& problem : problems) complain(plan.streams, problem);
      return kUsage;
    }
  auto doing = batch::make_work(std::move(judging));
  if (plan.outputs.need_lines()) return dump(plan, source, doing);
  progress.expect(source.count());
  auto run = batch::Run::start(source, std::move(doing), plan.options);
  if (!run) return refuse(plan.streams, run.error().message);
  signals.watch(run->get());
  Judged judged(**run, {plan.streams, progress, plan.request.value("--fail-on"),
                        plan.prints_at_once(), !plan.outputs.prints_text()});
  std::vector<model::Result> all;
  judged.keep_in(all);
  auto style = style_of(plan.request, plan.streams);
  if (plan.prints_at_once()) plan.outputs.printed()->format->write(plan.streams.out, judged, style);
  while (judged.next()) continue;
  signals.watch(nullptr);
  progress.clear();
  if (signals.came() || !plan.streams.out) return say_interrupted(plan, signals, all.size());
  if (write_all(plan, all) != kClean) return kIncomplete;
  sum_up(plan, judged, **run);
  return judged.outcome().code();
}

}  // namespace

int run_check(const Request& request, const Streams& streams) {
  auto packs = load_packs(request);
  if (!packs) return refuse(streams, packs.error().message);
  batch::Judging judging;
  judging.packs = std::move(*packs);
  auto ready = plan(request, streams, judging);
  if (!ready) return refuse(streams, ready.error().message);
  return work(*ready, std::move(judging));
}

int run_inspect(const Request& request, const Streams& streams) {
  // The words by which sections are known come from the pack that all others build on.
  auto base = packs::load("base", {}, pack_folders(request));
  if (!base) return refuse(streams, base.error().message);
  batch::Judging judging;
  judging.vocabulary = base->vocabulary;
  auto ready = plan(request, streams, judging);
  if (!ready) return refuse(streams, ready.error().message);
  return work(*ready, std::move(judging));
}

}  // namespace cli
