#include "batch/examine.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "archives/bytes.hpp"
#include "batch/identities.hpp"
#include "batch/record_key.hpp"
#include "batch/sketch.hpp"
#include "checks/block.hpp"
#include "checks/patterns.hpp"
#include "checks/prints.hpp"
#include "checks/registry.hpp"
#include "extract/extract.hpp"
#include "extract/library.hpp"
#include "judge/across.hpp"
#include "judge/guessed.hpp"
#include "judge/judge.hpp"
#include "judge/other_style.hpp"
#include "measure/measure.hpp"
#include "measure/survey.hpp"
#include "supplement/read.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

using util::Step;

std::string_view track_of(const Input& input) {
  return input.row ? std::string_view(input.row->track) : std::string_view();
}

bool is_for(const model::Pack& pack, std::string_view track) {
  return pack.track && *pack.track == track;
}

// Empty where the paper's track is one of the pack's, or nobody names it.
std::string track_problem(const Judging& judging, const Input& input) {
  std::string_view track = track_of(input);
  const auto& packs = judging.packs;
  if (track.empty() || packs.empty()) return "";
  if (std::any_of(packs.begin(), packs.end(), [&](auto& pack) { return is_for(pack, track); }))
    return "";
  std::vector<std::string> known;
  for (const model::Pack& pack : packs)
    if (pack.track) known.push_back(*pack.track);
  if (known.empty())
    return fmt::format("the manifest puts it in the track {}, but the pack {} has no tracks", track,
                       packs[0].id);
  return fmt::format("the pack {} has no track {}; correct the manifest to one of {}", packs[0].id,
                     track, util::join(known, ", "));
}

model::Result begin(const Input& input) {
  model::Result result;
  result.file.path = input.path;
  result.file.id = input.id;
  result.identities = identities_of(input);
  if (input.supplement) result.file.supplement = model::Beside{input.supplement->path, "", 0};
  return result;
}

// Whom the manifest names, or else the file of identities.
Row authors_of(const Input& input) {
  bool is_listed = input.row && !(input.row->authors.empty() && input.row->emails.empty());
  return is_listed ? *input.row : Row{"", "", input.known.names, input.known.emails};
}

// Returns by what they are known.
std::string tell_bytes(const Supplement& supplement, model::Beside& out) {
  constexpr std::size_t kDigits = 64;
  std::string digest = digest_of(supplement);
  if (supplement.open) out.bytes = archives::Bytes(supplement.open->number()).size();
  if (digest.size() == kDigits) out.sha256 = digest;
  return digest;
}

bool is_of_interest(const model::Pack& pack) {
  return std::any_of(pack.rules.begin(), pack.rules.end(), [](const model::Rule& rule) {
    const checks::Entry* entry = checks::find(rule.check);
    return entry && (entry->check->reads_supplement || entry->check->needs_authors);
  });
}

model::Supplement read_supplement(const Supplement& supplement) {
  model::Supplement out;
  if (supplement.open)
    out = supplement::read(archives::Bytes(supplement.open->number()), supplement.path);
  else
    out.add_unread({"", "cannot be opened", true});
  out.path = supplement.path;
  if (supplement.others > 0)
    out.add_unread({"",
                    fmt::format("is one of {} archives beside the paper that might be its "
                                "supplement; name the right one with --supplement or in a "
                                "manifest",
                                supplement.others + 1),
                    true});
  return out;
}

// Whose folders tell nothing, by the rules that compare papers: what these compare is kept as
// hashes, in which no name is seen.
std::vector<std::string> nobodies_of(const model::Pack& pack) {
  std::vector<std::string> users;
  for (const model::Rule& rule : pack.rules)
    if (rule.check == "batch/shared-trace" && rule.with.has("users"))
      users.insert(users.end(), rule.with.texts("users").begin(), rule.with.texts("users").end());
  return users;
}

model::Result finish(const model::Pack& pack, const Input& input, model::Result result) {
  if (judge::compares_papers(pack)) {
    // Who wrote a paper is known even where it could not be read.
    static const model::Paper kUnread;
    Row row = authors_of(input);
    result.sketch = sketch_of(result.paper ? *result.paper : kUnread, &row, nobodies_of(pack));
  }
  result = judge::judge(std::move(result), pack);
  if (result.paper && judge::is_of_other_style(result))
    result.printed = checks::letters_beside(result.paper->measured);
  return result;
}

model::Result finish(const Judging& judging, const Input& input, model::Result result) {
  const model::Pack* pack = pack_for(judging, input);
  if (!pack) return result;
  result = finish(*pack, input, std::move(result));
  if (judging.automatic) result = judge::as_guessed(std::move(result), {}, *pack);
  return result;
}

model::Result give_up(const Judging& judging, const Input& input, const std::string& why) {
  model::Result result = begin(input);
  bool is_named = why.starts_with(input.path);
  result.stopped = is_named ? why : fmt::format("{}: {}", input.path, why);
  return finish(judging, input, std::move(result));
}

model::Paper read(const Input& input, std::span<const char> bytes, util::Stage& stage) {
  model::Paper paper;
  paper.document = extract::read(bytes, &stage);
  paper.identities = identities_of(input);
  stage.enter(Step::measure);
  return paper;
}

model::Paper read_and_measure(const Judging& judging, const Input& input,
                              std::span<const char> bytes, util::Stage& stage) {
  const model::Pack* pack = pack_for(judging, input);
  model::Paper paper = read(input, bytes, stage);
  paper.measured = measure::measure(paper.document, pack ? pack->vocabulary : judging.vocabulary);
  return paper;
}

void add_supplement(const model::Pack* pack, const Input& input, util::Stage& stage,
                    model::Result& result) {
  if (!pack || !result.paper || !input.supplement || !is_of_interest(*pack)) return;
  stage.enter(Step::supplement);
  result.paper->supplement = read_supplement(*input.supplement);
}

// With the block of each page as rules see it, which is the checks' to say.
model::Survey survey(const model::Paper& paper, const model::Vocabulary& vocabulary) {
  model::Survey all = measure::survey(paper, vocabulary);
  for (auto [page, box] : checks::systematic_edges(paper)) {
    if (page < 1 || static_cast<std::size_t>(page) > all.pages.size()) continue;
    // On an odd page each edge is shared by lines of its own, and neither says how wide the text
    // is.
    if (box.left > box.right) box.left = box.right = box.middle_x();
    if (box.top <= box.bottom) all.pages[static_cast<std::size_t>(page - 1)].edges = box;
  }
  return all;
}

// The stage is the one asked for; what a paper shows of another is said.
void tell_stage(model::PackMatch& match, const model::Paper& paper, const model::Pack& pack) {
  const auto& shown = paper.measured.stage;
  if (shown && *shown != pack.stage)
    match.why += fmt::format("; it looks like {}, so say --stage {} if it is", *shown, *shown);
}

// Measured with the words of any venue until its own are known.
model::Result examine_unnamed(const Judging& judging, const Input& input,
                              std::span<const char> bytes, util::Stage& stage,
                              model::Result result) {
  const model::Pack& any_venue = judging.packs.front();
  result.paper = read(input, bytes, stage);
  const measure::Lines lines(result.paper->document);
  result.paper->measured = lines.measure(any_venue.vocabulary);
  Selection selection = judging.automatic->select(*result.paper, std::string(track_of(input)));
  if (!selection.problem.empty()) {
    result.stopped = fmt::format("{}: {}", input.path, selection.problem);
    result.paper.reset();
  }
  const model::Pack& pack = selection.pack ? *selection.pack : any_venue;
  if (selection.pack) {
    result.paper->measured = lines.measure(pack.vocabulary);
    result.paper->workings = {};
    tell_stage(selection.match, *result.paper, pack);
  }
  add_supplement(&pack, input, stage, result);
  stage.enter(Step::judge);
  return judge::as_guessed(finish(pack, input, std::move(result)), std::move(selection.match),
                           any_venue);
}

model::Result examine(const Judging& judging, const Input& input, std::span<const char> bytes,
                      util::Stage& stage) {
  model::Result result = begin(input);
  result.file.bytes = bytes.size();
  result.file.sha256 = util::sha256({bytes.data(), bytes.size()});
  std::string known_by = result.file.sha256;
  if (input.supplement) known_by += '+' + tell_bytes(*input.supplement, *result.file.supplement);
  if (judging.key) result.key = judging.key(input, known_by);
  if (judging.automatic) return examine_unnamed(judging, input, bytes, stage, std::move(result));
  std::string problem = track_problem(judging, input);
  if (problem.empty())
    result.paper = read_and_measure(judging, input, bytes, stage);
  else
    result.stopped = fmt::format("{}: {}", input.path, problem);
  if (judging.packs.empty() && result.paper && !result.paper->document.failure)
    result.survey = survey(*result.paper, judging.vocabulary);
  add_supplement(pack_for(judging, input), input, stage, result);
  stage.enter(Step::judge);
  return finish(judging, input, std::move(result));
}

// A page with a word and a colour is enough to make libraries build their tables.
constexpr std::string_view kWarmUp =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R>>/ColorSpace<</C[/CalGray<</WhitePoint[1 1 1]>>]>>>>>>endobj\n"
    "4 0 obj<</Length 40>>stream\n/C cs BT /F 12 Tf 72 700 Td (Warm) Tj ET\nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n";

void warm_up(const Judging& judging) {
  extract::set_up_library();
  if (judging.is_for_one) return;
  util::Stage stage;
  Input input;
  input.row.emplace();
  for (const model::Pack& pack : judging.packs) {
    input.row->track = pack.track.value_or("");
    examine(judging, input, kWarmUp, stage);
  }
  if (judging.packs.empty()) examine(judging, input, kWarmUp, stage);
  checks::compile_patterns();
}

}  // namespace

const model::Pack* pack_for(const Judging& judging, const Input& input) {
  std::string_view track = track_of(input);
  for (const model::Pack& pack : judging.packs)
    if (is_for(pack, track)) return &pack;
  return judging.packs.empty() ? nullptr : &judging.packs[0];
}

Work make_work(Judging judging) {
  warm_up(judging);
  auto shared = std::make_shared<const Judging>(std::move(judging));
  Work work;
  work.examine = [shared](const Input& input, std::span<const char> bytes, util::Stage& stage) {
    return examine(*shared, input, bytes, stage);
  };
  work.give_up = [shared](const Input& input, const std::string& why) {
    return give_up(*shared, input, why);
  };
  if (shared->key)
    work.key = [shared](const Input& input) {
      auto hash = hash_of(input);
      return hash ? shared->key(input, *hash) : std::string();
    };
  return work;
}

}  // namespace batch
