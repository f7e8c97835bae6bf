#include "cli/reference.hpp"

#include <algorithm>

#include "cli/outcome.hpp"
#include "cli/samples.hpp"
#include "cli/surroundings.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"

namespace cli {
namespace {

const learn::Heading& heading() {
  static const learn::Heading kHeading{"reference", "reference", "base", "reference-"};
  return kHeading;
}

// Words of the style are not geometry, and a pack that asks for them has its own.
bool is_geometry(const learn::Rule& rule) {
  return rule.check.starts_with("layout/") || rule.check.starts_with("font/");
}

bool has_rule(const model::Pack& pack, const std::string& check) {
  return std::any_of(pack.rules.begin(), pack.rules.end(),
                     [&](const model::Rule& rule) { return rule.check == check; });
}

void add_rules(model::Pack& pack, const model::Pack& reference, const std::string& name) {
  std::vector<model::Rule> added;
  for (const model::Rule& rule : reference.rules) {
    if (!rule.id.starts_with(heading().prefix) || has_rule(pack, rule.check)) continue;
    std::erase_if(pack.gaps, [&](const model::Gap& gap) { return gap.check == rule.check; });
    added.push_back(rule);
    added.back().cite = model::Cite{fmt::format("Measured in the reference {}.", name), "", ""};
  }
  pack.rules.insert(pack.rules.end(), added.begin(), added.end());
  std::sort(pack.rules.begin(), pack.rules.end(),
            [](const model::Rule& a, const model::Rule& b) { return a.id < b.id; });
  // Records of runs with another reference are of another pack.
  pack.sha256 = util::sha256(pack.sha256 + reference.sha256);
}

}  // namespace

int add_reference(const Request& request, const Streams& streams, std::vector<model::Pack>& packs) {
  if (!request.has("--reference")) return kClean;
  std::vector<SampleFile> files = {{request.value("--reference"), packs.front().stage}};
  std::vector<learn::Sample> samples;
  if (int code = read_samples(request, streams, files, samples); code != kClean) return code;
  learn::Draft draft = learn::draft(samples);
  std::erase_if(draft.rules, [](const learn::Rule& rule) { return !is_geometry(rule); });
  if (int code = hold_against_samples(request, streams, files, heading(), draft); code != kClean)
    return code;
  auto reference = packs::load_text(learn::pack_text(draft, heading()), "reference",
                                    {packs.front().stage, ""}, pack_folders(request));
  if (!reference) return refuse(streams, reference.error().message);
  for (model::Pack& pack : packs) add_rules(pack, *reference, samples.front().name);
  return kClean;
}

}  // namespace cli
