#include "checks/check.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

constexpr Param kParams[] = {
    {"max", ParamType::integer, kRequired, "pages the whole file may have"},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  int most = with.integer("max");
  int pages = paper.measured.pages;
  if (pages <= most) return {};
  model::Finding finding;
  finding.message = fmt::format("The file has {} pages; {} are allowed in all.", pages, most);
  finding.page = most + 1;
  finding.measured = fmt::format("{} pages", pages);
  finding.allowed = fmt::format("{} pages", most);
  finding.fix = "Shorten the paper or move material to the supplement.";
  return {finding};
}

}  // namespace

extern constinit const Check total_pages{
    .id = "length/total-pages",
    .summary = "pages of the whole file",
    .params = kParams,
    .run = run,
};

}  // namespace checks::length
