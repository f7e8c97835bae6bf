#include "fix/fix.hpp"

#include <algorithm>
#include <filesystem>

#include "batch/examine.hpp"
#include "batch/open_sources.hpp"
#include "batch/walled.hpp"
#include "cli/commands.hpp"
#include "cli/judging.hpp"
#include "cli/outcome.hpp"
#include "cli/run_options.hpp"
#include "cli/settings.hpp"
#include "cli/surroundings.hpp"
#include "fix/proof.hpp"
#include "report/layout.hpp"
#include "report/report.hpp"
#include "util/file.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/output_file.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"
#include "util/version.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

// Each page is drawn twice, on which one with large pictures may spend seconds.
constexpr int kUsualSeconds = 300;
// The largest file that is read, its streams, and the new file.
constexpr std::uint64_t kUsualMebibytes = 1'024;
constexpr int kWidth = 76;
// What is packed tighter than we pack it grows.
constexpr std::size_t kMostAnswer = 4 * fix::kMostBytes;

std::optional<util::Error> find_obstacle(const Request& request) {
  if (request.arguments.size() != 1) return util::Error{"fix takes one PDF at a time"};
  auto formats = formats_of(*request.command);
  if (std::none_of(formats.begin(), formats.end(),
                   [&](const auto* it) { return it->name == request.value("--format"); }))
    return util::Error{"fix tells what it did as text or json"};
  if (request.has("--pack") && request.value("--format") == "json")
    return util::Error{"--format json tells what was removed; judge the new file with check"};
  fs::path in = request.arguments[0], out = request.value("-o");
  if (!request.has("-o"))
    return util::Error{"say with -o FILE where the new file goes; the old one stays as it is"};
  std::error_code error;
  if (out == "-") return util::Error{"the new file cannot go to standard output; -o wants a name"};
  if (fs::equivalent(in, out, error))
    return util::Error{fmt::format("{} is the paper itself; -o wants another name", out.string())};
  if (fs::exists(out, error) && !request.has("--overwrite"))
    return util::Error{
        fmt::format("{} is there already; say --overwrite to replace it", out.string())};
  return util::find_obstacle(out);
}

util::Expected<batch::RunOptions> limits_of(const Request& request) {
  auto options = run_options(request);
  if (!options) return options;
  if (!request.has("--timeout")) options->wall_seconds = kUsualSeconds;
  if (!request.has("--memory")) options->memory_mib = kUsualMebibytes;
  options->cpu_seconds = options->wall_seconds;
  return options;
}

util::Expected<fix::Rewritten> rewrite(const std::string& pdf, const batch::RunOptions& options) {
  auto answer = batch::run_walled(
      [&](util::Stage& stage) {
        stage.enter(util::Step::open);
        return fix::encode(fix::rewrite(pdf));
      },
      options, kMostAnswer);
  if (!answer) return answer.error();
  return fix::decode(*answer);
}

util::Expected<fix::Proof> prove(const std::string& before, const std::string& after,
                                 const batch::RunOptions& options) {
  auto answer = batch::run_walled(
      [&](util::Stage& stage) {
        stage.enter(util::Step::open);
        return fix::encode(fix::prove(before, after, &stage));
      },
      options, kMostAnswer);
  if (!answer) return answer.error();
  return fix::decode_proof(*answer);
}

void write_list(const Streams& streams, std::string_view heading,
                const std::vector<std::string>& lines) {
  streams.out << heading << '\n';
  for (const std::string& line : lines) {
    std::string_view indent = "  ";
    for (const std::string& part : report::wrap(util::printable(line), kWidth)) {
      streams.out << indent << part << '\n';
      indent = "    ";
    }
  }
}

void tell(const Request& request, const Streams& streams, const fix::Rewritten& rewritten,
          const fix::Proof& proof) {
  std::string out = request.value("-o");
  streams.out << util::printable(fmt::format("{}: {} {}, the same to the pixel and to the letter",
                                             out, proof.pages, proof.pages == 1 ? "page" : "pages"))
              << '\n';
  std::vector<std::string> removed, stays = rewritten.stays;
  for (const fix::Removal& each : rewritten.removed) removed.push_back(each.text);
  if (removed.empty()) removed.push_back("nothing: there was nothing hidden to remove");
  write_list(streams, "removed:", removed);
  stays.push_back(
      request.has("--pack")
          ? std::string("what pages show, and where links lead; the pack has to say of that:")
          : fmt::format("what pages show, and where links lead: deskcheck check {} --pack ID "
                        "looks for names in it",
                        out));
  write_list(streams, "stays:", stays);
}

util::Json as_json(const Request& request, const fix::Rewritten& rewritten,
                   const fix::Proof& proof) {
  util::Json removed = util::Json::array();
  for (const fix::Removal& each : rewritten.removed)
    removed.push_back(
        util::object({{"kind", each.kind}, {"count", each.count}, {"text", each.text}}));
  return util::object(
      {{"schema", "deskcheck/1"},
       {"tool", util::object({{"name", "deskcheck"}, {"version", std::string(util::version())}})},
       {"file", request.arguments[0]},
       {"fixed", util::object({{"path", request.value("-o")},
                               {"sha256", util::sha256(rewritten.bytes)},
                               {"bytes", rewritten.bytes.size()}})},
       {"removed", std::move(removed)},
       {"stays", rewritten.stays},
       {"same", util::object({{"pages", proof.pages}, {"glyphs", proof.glyphs}})}});
}

bool is_json(const Request& request) {
  return request.value("--format") == "json";
}

int give_up(const Streams& streams, const std::string& path, const std::string& why) {
  complain(streams, fmt::format("{}: {}; nothing was written", path, why));
  return kIncomplete;
}

bool is_of_anonymity(const std::string& check) {
  return check.starts_with("anonymity/");
}

// What the pack says of the new file, as far as it is about names.
int judge_rest(const Request& request, const Streams& streams, batch::Judging judging,
               const batch::RunOptions& options) {
  for (model::Pack& pack : judging.packs) {
    std::erase_if(pack.rules, [](const auto& rule) { return !is_of_anonymity(rule.check); });
    std::erase_if(pack.gaps, [](const auto& gap) { return !is_of_anonymity(gap.check); });
  }
  auto source = batch::open_sources({request.value("-o")}, {});
  auto run = batch::Run::start(*source, batch::make_work(std::move(judging)), options);
  if (!run) return refuse(streams, run.error().message);
  std::vector<model::Result> results;
  Outcome outcome("error");
  while (auto result = (*run)->next()) {
    outcome.add(*result);
    results.push_back(std::move(*result));
  }
  report::ListedResults list(results);
  report::text(streams.out, list, style_of(request, streams));
  return outcome.code();
}

int fix_one(const Request& request, const Streams& streams, const batch::RunOptions& options) {
  const std::string& path = request.arguments[0];
  auto pdf = util::read_file(path, fix::kMostBytes);
  if (!pdf) return refuse(streams, pdf.error().message);
  auto rewritten = rewrite(*pdf, options);
  if (!rewritten) return give_up(streams, path, rewritten.error().message);
  auto proof = prove(*pdf, rewritten->bytes, options);
  if (!proof) return give_up(streams, path, proof.error().message);
  if (!proof->differences.empty())
    return give_up(streams, path,
                   "the new file would not be the same: " + util::join(proof->differences, ", "));
  if (auto error = util::write_file(request.value("-o"), rewritten->bytes)) {
    complain(streams, error->message);
    return kIncomplete;
  }
  if (is_json(request))
    streams.out << util::dump(as_json(request, *rewritten, *proof), 2) << '\n';
  else
    tell(request, streams, *rewritten, *proof);
  return kClean;
}

int fix_settled(const Settled& settled, const Streams& streams) {
  const Request& request = settled.request;
  for (const std::string& remark : settled.remarks) complain(streams, remark);
  if (auto obstacle = find_obstacle(request)) return refuse(streams, obstacle->message);
  if (auto obstacle = fix::find_obstacle()) return refuse(streams, obstacle->message);
  auto options = limits_of(request);
  if (!options) return refuse(streams, options.error().message);
  if (!request.has("--pack")) return fix_one(request, streams, *options);
  if (request.value("--pack") == "auto")
    return refuse(streams, "fix wants to know the pack by its name: --pack ID");
  auto judging = load_packs(request);
  if (!judging) return refuse(streams, judging.error().message);
  if (int code = fix_one(request, streams, *options); code != kClean) return code;
  return judge_rest(request, streams, std::move(*judging), *options);
}

}  // namespace

int run_fix(const Request& request, const Streams& streams) {
  return with_settings(request, streams,
                       [&](const Settled& settled) { return fix_settled(settled, streams); });
}

}  // namespace cli
