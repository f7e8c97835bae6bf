#include <filesystem>

#include "batch/compared.hpp"
#include "batch/examine.hpp"
#include "batch/identities.hpp"
#include "batch/ids.hpp"
#include "batch/journal.hpp"
#include "batch/open_sources.hpp"
#include "batch/opened.hpp"
#include "batch/record_key.hpp"
#include "cli/commands.hpp"
#include "cli/identities.hpp"
#include "cli/judging.hpp"
#include "cli/marked.hpp"
#include "cli/outcome.hpp"
#include "cli/outputs.hpp"
#include "cli/page_pictures.hpp"
#include "cli/papers.hpp"
#include "cli/receipt.hpp"
#include "cli/reference.hpp"
#include "cli/run_options.hpp"
#include "cli/selection.hpp"
#include "cli/settings.hpp"
#include "cli/showing.hpp"
#include "cli/signals.hpp"
#include "cli/source_lines.hpp"
#include "cli/stored.hpp"
#include "cli/supplements.hpp"
#include "cli/surroundings.hpp"
#include "cli/watch.hpp"
#include "judge/across.hpp"
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
  std::shared_ptr<const batch::IdentityTable> identities;  // null where nobody gave a file
  Showing showing;
  std::vector<std::string> deciding = {};  // the options that change results
  std::shared_ptr<Receipt> receipt = {};   // null where none is wanted
  SeeResult also = {};                     // sees each final result
  bool is_quiet() const { return request.has("--quiet"); }
  // Whether the printed report can be written as papers come: findings across papers come last.
  bool prints_at_once() const {
    const Output* printed = outputs.printed();
    return printed && (printed->format->write == report::ndjson ||
                       (printed->format->write == report::text && !compares));
  }
};

util::Expected<std::vector<std::string>> options_that_decide(const Request& request,
                                                             const batch::RunOptions& options,
                                                             const batch::Judging& judging) {
  auto selection = selection_of(request);
  if (!selection) return selection.error();
  std::vector<std::string> all = deciding(*selection);
  all.push_back(fmt::format("timeout={}", options.wall_seconds));
  all.push_back(fmt::format("memory={}", options.memory_mib));
  if (auto sources = SourceLines(request, options).key(); !sources.empty())
    all.push_back(std::move(sources));
  // What was masked cannot be shown to others later.
  if (is_for_the_blind(request)) all.emplace_back("blind");
  if (judging.automatic) all.push_back(judging.automatic->key());
  return all;
}

util::Expected<Plan> plan(const Request& request, const Streams& streams,
                          const batch::Judging& judging) {
  auto outputs = Outputs::of(request);
  if (!outputs) return outputs.error();
  auto options = run_options(request);
  if (!options) return options.error();
  auto shard = shard_of(request);
  if (!shard) return shard.error();
  // A share of the papers cannot be compared with the others, nor can one alone.
  bool compares = !judging.packs.empty() && judge::compares_papers(judging.packs[0]) && !*shard &&
                  !is_one_pdf(request);
  if (request.has("--resume") && outputs->stored().empty())
    return util::Error{
        "--resume needs the file that an earlier run wrote; say --format ndjson:FILE"};
  auto identities = read_identities(request);
  if (!identities) return identities.error();
  auto showing = Showing::of(request, true);
  if (!showing) return showing.error();
  if (request.has("--resume") && !showing->keeps_keys())
    showing->say(
        "results of a run that ended are not taken over where names are masked for --audience "
        "blind "
        "and decisions are to be found for them");
  // Other papers are judged by others, or another time.
  if (*shard || is_one_pdf(request)) showing->expect_others();
  auto decide = options_that_decide(request, *options, judging);
  if (!decide) return decide.error();
  std::shared_ptr<Receipt> receipt;
  if (request.has("--receipt")) {
    auto written = Receipt::of(request, *decide);
    if (!written) return written.error();
    receipt = std::make_shared<Receipt>(std::move(*written));
  }
  return Plan{request,     streams,  std::move(*outputs), *options, *shard, compares,
              *identities, *showing, std::move(*decide),  receipt};
}

using Known = std::shared_ptr<const batch::Judging>;

std::unique_ptr<batch::Source> open(const Plan& plan, const StopSignals& signals,
                                    batch::Journal* journal, const Known& known) {
  batch::SourceOptions options;
  options.names_end_in_nul = plan.request.has("--null");
  options.gives_up = [&signals] { return signals.came(); };
  auto source = batch::open_sources(plan.request.arguments, std::move(options));
  source = with_supplements(std::move(source), plan.request);
  if (plan.shard) source = std::make_unique<batch::Sharded>(std::move(source), *plan.shard);
  if (plan.identities)
    source = std::make_unique<batch::Identified>(std::move(source), plan.identities);
  if (!journal) return source;
  auto key_of = [known, journal](const batch::Input& input) -> std::optional<std::string> {
    if (journal->recorded() == 0) return std::nullopt;
    auto hash = batch::hash_of(input);
    return hash ? std::optional(known->key(input, *hash)) : std::nullopt;
  };
  return std::make_unique<batch::Resuming>(std::move(source), *journal, std::move(key_of));
}

// For the line of progress: names are counted beforehand where that opens no zip and no list.
std::optional<std::size_t> count_papers(const Plan& plan, const batch::Source& source) {
  if (auto known = source.count()) return known;
  std::error_code error;
  for (const std::string& path : plan.request.arguments)
    if (!batch::ends_in(path, ".pdf") && !std::filesystem::is_directory(path, error))
      return std::nullopt;
  auto names = batch::open_sources(plan.request.arguments);
  if (plan.shard) names = std::make_unique<batch::Sharded>(std::move(names), *plan.shard);
  std::size_t count = 0;
  while (names->next()) ++count;
  return count;
}

// None where the printed report is all that is asked for and can be written as papers come.
util::Expected<std::unique_ptr<batch::Journal>> open_journal(const Plan& plan) {
  if (plan.prints_at_once() && plan.outputs.all().size() == 1)
    return std::unique_ptr<batch::Journal>();
  return batch::Journal::open({plan.outputs.stored(), plan.request.has("--resume")});
}

int say_interrupted(const Plan& plan, const StopSignals& signals, batch::Journal* journal) {
  auto error = journal ? journal->sync() : std::nullopt;
  if (error) complain(plan.streams, error->message);
  if (signals.was_pipe()) return kUnread;
  if (!plan.streams.out) return kIncomplete;
  bool is_kept = journal && !plan.outputs.stored().empty() && !error;
  std::string advice = is_kept ? "the same command with --resume goes on from there"
                               : "with --format ndjson:FILE a run can be taken up again";
  std::string done =
      journal ? fmt::format(" after {} papers", journal->papers() - journal->missing()) : "";
  complain(plan.streams, fmt::format("interrupted{}, no report is complete; {}", done, advice));
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

// Which walls are missing, after a run long enough to care.
void tell_walls(const Plan& plan, const batch::Run& run, const report::Tally& tally) {
  auto missing = run.missing_walls();
  bool is_told = !plan.is_quiet() && tally.is_of_many() &&
                 plan.options.isolation != batch::Isolation::none && !missing.empty();
  if (is_told)
    complain(plan.streams, fmt::format("of the sandbox around each paper this system lacks {}",
                                       util::join(missing, ", ")));
}

// Null where it is none of the packs that papers are judged by here.
const model::Pack* pack_of(const batch::Judging& judging, const model::PackFacts& facts) {
  for (const model::Pack& pack : judging.packs)
    if (pack.id == facts.id && pack.sha256 == facts.sha256 && pack.stage == facts.stage &&
        pack.track == facts.track)
      return &pack;
  return judging.automatic ? judging.automatic->find(facts) : nullptr;
}

// All that was not printed as papers came.
bool write_rest(const Plan& plan, const batch::Journal& journal, const Known& known, Sum& sum) {
  std::vector<Output> rest;
  for (const Output& output : plan.outputs.all())
    if (!output.file.empty() || !plan.prints_at_once()) rest.push_back(output);
  auto read = [&] { return journal.records(); };
  ReadRecords records = [&] { return util::Expected(read()); };
  if (plan.compares)
    records = [&] {
      return batch::compared(read, [&](const auto& facts) { return pack_of(*known, facts); });
    };
  PicturedStyle style(plan.request, plan.streams);
  return write_stored({rest, plan.showing}, records, sum, plan.streams, style.get());
}

// Lines do not leave a process that judges, so test cases are dumped from this one.
int dump(const Plan& plan, batch::Source& source, const batch::Work& work) {
  std::vector<model::Result> all;
  Outcome outcome("never");
  batch::OtherStyles styles([&] { return pack_folders(plan.request); });
  while (auto input = source.next()) {
    all.push_back(examine_here(*input, work));
    styles.tell(all.back());
    outcome.add(all.back());
    if (!all.back().stopped.empty()) complain(plan.streams, all.back().stopped);
  }
  for (const Output& output : plan.outputs.all()) {
    report::ListedResults list(all);
    auto error = write(output, list, plan.streams, style_of(plan.request, plan.streams));
    if (error) complain(plan.streams, error->message);
    if (error) return kIncomplete;
  }
  return outcome.code();
}

// What is done with the papers, and all that watches it.
struct Session {
  Session(const Plan& its_plan, Known its_known, batch::Journal* its_journal)
      : plan(its_plan),
        known(std::move(its_known)),
        journal(its_journal),
        progress(plan.streams.err,
                 {plan.streams.err_is_terminal && !plan.is_quiet(), plan.streams.err_width}),
        source(open(plan, signals, journal, known), progress, journal),
        styles([this] { return pack_folders(plan.request); }),
        sum(plan.request.value("--fail-on")),
        sources(plan.request, plan.options) {
    sum.also = [this](const model::Result& result, const model::FileFacts& file) {
      if (plan.receipt) plan.receipt->add(result);
      if (plan.also) plan.also(result);
      if (marked) signals.came() ? marked->cut_short() : marked->add(result, file);
    };
    if (plan.request.has("--annotate"))
      marked = std::make_unique<Marked>(open(plan, signals, nullptr, known), plan.request,
                                        plan.streams, plan.options);
  }

  const Plan& plan;
  Known known;
  batch::Journal* journal;
  StopSignals signals;
  Progress progress;
  Watched source;
  batch::OtherStyles styles;
  Sum sum;
  SourceLines sources;
  std::unique_ptr<Marked> marked;  // null where no copies are asked for
};

int finish(Session& session, const batch::Run& run, const Judged& judged) {
  const Plan& plan = session.plan;
  session.progress.clear();
  if (judged.error()) {
    complain(plan.streams, judged.error()->message);
    return kIncomplete;
  }
  if (session.signals.came() || !plan.streams.out)
    return say_interrupted(plan, session.signals, session.journal);
  if (session.journal) {
    if (!write_rest(plan, *session.journal, session.known, session.sum)) return kIncomplete;
    // What stands nowhere else is kept until it does.
    if (!plan.streams.out.flush()) return session.signals.was_pipe() ? kUnread : kIncomplete;
    if (auto error = session.journal->remove()) {
      complain(plan.streams, error->message);
      return kIncomplete;
    }
  }
  if (auto error = plan.receipt ? plan.receipt->write() : std::nullopt) {
    complain(plan.streams, error->message);
    return kIncomplete;
  }
  print_table(plan.request, plan.streams, plan.outputs, session.sum.tally);
  tell_remarks(plan.request, plan.streams, plan.outputs, plan.showing);
  tell_walls(plan, run, session.sum.tally);
  if (session.marked && !session.marked->finish()) return kIncomplete;
  return session.sum.outcome.code();
}

int work_through(Session& session, batch::Work work) {
  const Plan& plan = session.plan;
  if (plan.streams.err_is_terminal && !plan.is_quiet())
    session.progress.expect(count_papers(plan, session.source));
  auto run = batch::Run::start(session.source, std::move(work), plan.options);
  if (!run) return refuse(plan.streams, run.error().message);
  session.signals.watch(run->get());
  bool prints = plan.prints_at_once();
  Judged judged(**run,
                {plan.streams, session.progress, session.sum, session.journal, session.styles,
                 plan.showing, session.sources, prints, !plan.outputs.prints_text()});
  if (prints)
    plan.outputs.printed()->format->write(plan.streams.out, judged,
                                          style_of(plan.request, plan.streams));
  while (!judged.error() && judged.next()) continue;
  int code = finish(session, **run, judged);
  session.signals.watch(nullptr);
  return code;
}

int work(const Plan& plan, batch::Judging judging) {
  judging.is_for_one = is_one_pdf(plan.request);
  if (plan.outputs.has_records() && !judging.packs.empty()) {
    auto packs = std::make_shared<const batch::Judging>(judging);
    judging.key = [packs, options = plan.deciding](const batch::Input& input,
                                                   const std::string& sha256) {
      return batch::record_key(input, sha256, *batch::pack_for(*packs, input), options);
    };
  }
  auto known = std::make_shared<const batch::Judging>(judging);
  auto doing = batch::make_work(std::move(judging));
  if (plan.outputs.need_lines()) {
    auto source = batch::open_sources(plan.request.arguments, {});
    return dump(plan, *source, doing);
  }
  auto journal = open_journal(plan);
  if (!journal) return refuse(plan.streams, journal.error().message);
  if (*journal)
    for (const std::string& complaint : (*journal)->complaints()) complain(plan.streams, complaint);
  Session session(plan, known, journal->get());
  if (!plan.shard && !plan.request.has("--resume")) {
    auto problems = session.source.find_nothing_but_problems();
    for (const std::string& problem : problems) complain(plan.streams, problem);
    if (!problems.empty()) {
      if (*journal) (*journal)->remove();
      return kUsage;
    }
  }
  return work_through(session, std::move(doing));
}

int check_once(const Request& given, const Streams& streams, const SeeResult& also) {
  auto settled = settle(given);
  if (!settled) return refuse(streams, settled.error().message);
  const Request& request = settled->request;
  if (auto missing = find_missing_folder(request)) return refuse(streams, missing->message);
  auto judging = load_packs(request);
  if (!judging) return refuse(streams, judging.error().message);
  if (judging->automatic && request.has("--reference"))
    return refuse(streams,
                  "--reference adds a sample's geometry to one pack; say which with --pack");
  if (int code = add_reference(request, streams, judging->packs); code != kClean) return code;
  if (auto obstacle = Marked::find_obstacle(request)) return refuse(streams, obstacle->message);
  if (auto wrong = find_wrong_supplement(request)) return refuse(streams, wrong->message);
  auto ready = plan(request, streams, *judging);
  if (!ready) return refuse(streams, ready.error().message);
  for (std::string& remark : settled->remarks) ready->showing.say(std::move(remark));
  ready->also = also;
  return work(*ready, std::move(*judging));
}

int inspect(const Settled& settled, const Streams& streams) {
  const Request& request = settled.request;
  for (const std::string& remark : settled.remarks) complain(streams, remark);
  // The words by which sections are known come from the pack that all others build on.
  auto base = packs::load("base", {}, pack_folders(request));
  if (!base) return refuse(streams, base.error().message);
  batch::Judging judging;
  judging.vocabulary = base->vocabulary;
  auto ready = plan(request, streams, judging);
  if (!ready) return refuse(streams, ready.error().message);
  return work(*ready, std::move(judging));
}

}  // namespace

int run_check(const Request& request, const Streams& streams) {
  if (request.has("--show-settings")) return with_settings(request, streams, {});
  if (!request.has("--watch")) return check_once(request, streams, {});
  return watch(request, streams,
               [&](const SeeResult& also) { return check_once(request, streams, also); });
}

int run_inspect(const Request& request, const Streams& streams) {
  return with_settings(request, streams,
                       [&](const Settled& settled) { return inspect(settled, streams); });
}

}  // namespace cli
