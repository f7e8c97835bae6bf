#include <algorithm>
#include <utility>

#include "checks/findings.hpp"
#include "checks/patterns.hpp"
#include "checks/telltale_kinds.hpp"
#include "checks/telltales.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::supplement {
namespace {

constexpr std::string_view kKinds =
    "owner manifest path account host document byline picture email copyright author leftovers";

constexpr Param kParams[] = {
    {"look_for", ParamType::texts,
     "owner,manifest,path,account,host,document,byline,picture,email,copyright,author",
     "kinds of traces", kKinds},
    {"allow", ParamType::texts, "", "patterns of names and addresses that are nobody's", "", 0,
     unless_patterns},
    {"holders", ParamType::texts, "", "patterns of holders of others' rights", "", 0,
     unless_patterns},
    {"others", ParamType::texts, "", "folders of other people's work"},
    {"leftovers", ParamType::texts, "", "files and folders that systems and editors leave behind"},
};

void add_leftovers(const model::Supplement& supplement, const model::Params& with,
                   Findings& findings) {
  std::vector<std::string> found = leftovers(supplement, with.texts("leftovers"));
  if (found.empty()) return;
  findings.push_back(failed(
      fmt::format("{} holds what systems and editors leave behind.", supplement.path),
      counted(static_cast<int>(found.size()), "kind"), "the work alone",
      "Leave them out: zip -r supplement.zip . -x '*.DS_Store' -x '__MACOSX/*' -x '.idea/*'."));
  findings.back().evidence = name_list(found);
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const model::Supplement& supplement = *paper.supplement;
  const auto& kinds = with.texts("look_for");
  auto is_wanted = [&](std::string_view kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  Exceptions exceptions{with.texts("allow"), with.texts("holders"), with.texts("others")};
  Findings findings;
  for (const TelltaleKind& kind : telltale_kinds())
    if (auto found = is_wanted(kind.name) ? finding_of(supplement, kind, exceptions) : std::nullopt)
      findings.push_back(std::move(*found));
  if (is_wanted("leftovers")) add_leftovers(supplement, with, findings);
  if (kinds.size() == 1 && is_wanted("leftovers")) return findings;
  for (auto& it : unless_read(supplement, false)) findings.push_back(std::move(it));
  return findings;
}

}  // namespace

extern constinit const Check identity{
    .id = "supplement/identity",
    .summary = "names, paths and accounts in the files of the supplement",
    .params = kParams,
    .run = run,
    .reads_supplement = true,
};

}  // namespace checks::supplement
