#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

constexpr Param kParams[] = {
    {"max", ParamType::integer, kRequired, "pages the whole file may have", "", 0, unless_positive},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  int most = with.integer("max");
  int pages = paper.measured.pages;
  if (pages <= most) return {};
  auto finding = failed(
      fmt::format("The file has {}; {} allowed in all.", counted(pages, "page"), are(most, "page")),
      counted(pages, "page"), counted(most, "page"),
      "Shorten the paper or move material to the supplement.");
  finding.page = most + 1;
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
