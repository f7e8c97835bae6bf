#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/paper_sizes.hpp"
#include "util/format.hpp"

namespace checks::layout {
namespace {

std::string unless_sizes(const model::Value& value) {
  for (const std::string& text : std::get<std::vector<std::string>>(value))
    if (auto size = parse_paper_size(text); !size) return size.error().message;
  return "";
}

constexpr Param kParams[] = {
    {"sizes", ParamType::texts, kRequired, "accepted sizes: letter, a4 or 486ptx720pt", "", 0,
     unless_sizes},
    {"tolerance", ParamType::length, "1pt", "difference that rounding explains"},
};

// The sheet before /Rotate: a turned page is another matter than the wrong paper.
model::Size sheet_of(const model::Page& page) {
  if (page.rotation % 180 == 0) return page.size;
  return {page.size.height, page.size.width};
}

std::vector<int> pages_other_than(const model::Size& size, const model::Paper& paper,
                                  model::Points tolerance) {
  std::vector<int> others;
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i)
    if (!same_size(sheet_of(paper.document.pages[i]), size, tolerance))
      others.push_back(static_cast<int>(i) + 1);
  return others;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const auto& pages = paper.document.pages;
  if (pages.empty()) return {undecided("The file has no pages whose size could be measured.")};
  // All pages must have one and the same of the accepted sizes: the one that most have.
  std::optional<std::vector<int>> others;
  model::Size wanted;
  for (const std::string& text : with.texts("sizes")) {
    auto size = parse_paper_size(text);
    if (!size) return {undecided(size.error().message)};
    auto found = pages_other_than(*size, paper, with.length("tolerance"));
    if (others && others->size() <= found.size()) continue;
    others = found;
    wanted = *size;
  }
  if (!others || others->empty()) return {};
  std::string size = describe(sheet_of(pages[static_cast<std::size_t>(others->front() - 1)]));
  bool all = others->size() == pages.size();
  auto finding = failed(
      fmt::format("The size of {} is {}; {} is asked{}.", all ? "the pages" : page_list(*others),
                  size, describe(wanted), all ? "" : " for every page"),
      size, describe(wanted),
      fmt::format("After \\documentclass write \\pdfpagewidth={:.2f}bp \\pdfpageheight={:.2f}bp "
                  "(LuaTeX: \\pagewidth, \\pageheight), give letterpaper or a4paper as its option, "
                  "and print no page of another size with pdfpages.",
                  wanted.width, wanted.height));
  finding.page = others->front();
  return {finding};
}

}  // namespace

extern constinit const Check page_size{
    .id = "layout/page-size",
    .summary = "size of the paper",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
