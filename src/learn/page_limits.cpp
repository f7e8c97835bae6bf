#include <algorithm>
#include <cmath>

#include "learn/limits.hpp"
#include "learn/toml.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace learn {
namespace {

using model::Points;
using model::Severity;

constexpr Points kUsualLeading = 12;  // of 10 point type in most styles
constexpr Points kSameEdge = 1;
// Two pages begin or end alike by chance more often than three.
constexpr int kAgreeing = 3;
// What lines share is never much narrower than the running text, unless too few lines were seen.
constexpr double kLeastWidth = 0.9;

std::string paper_name(const model::Size& size) {
  auto is = [&](Points width, Points height) {
    return std::abs(size.width - width) < kSameEdge && std::abs(size.height - height) < kSameEdge;
  };
  if (is(612, 792)) return "letter";
  if (is(595.276, 841.89)) return "a4";
  return fmt::format("{}x{}", page_length(size.width), page_length(size.height));
}

std::optional<Limit> paper_size(const Group& group) {
  std::vector<std::string> sizes, how;
  for (const Sample* sample : group.samples) {
    const auto& size = sample->measured.page_size;
    if (!size) continue;
    std::string name = paper_name(*size);
    if (std::find(sizes.begin(), sizes.end(), name) == sizes.end()) sizes.push_back(name);
    auto like_it = std::count_if(sample->survey.pages.begin(), sample->survey.pages.end(),
                                 [&](const auto& page) { return paper_name(page.size) == name; });
    how.push_back(fmt::format("{:g} by {:g} pt on {} of {} pages of {}", size->width, size->height,
                              like_it, sample->survey.pages.size(), sample->name));
  }
  if (sizes.empty()) return std::nullopt;
  return Limit{"", "sizes = " + list_of(sizes), util::join(how, ", ")};
}

struct Edge {
  int page = 0;
  model::Box box;
};

std::vector<Edge> edges_of(const Group& group) {
  std::vector<Edge> edges;
  for (const Sample* sample : group.samples)
    for (std::size_t i = 0; i < sample->survey.pages.size(); ++i)
      if (const auto& box = sample->survey.pages[i].edges)
        edges.push_back({static_cast<int>(i) + 1, *box});
  return edges;
}

// The block, how far it may lie from the style's, and how many pages show each of its ends.
struct Block {
  model::Box box;
  Points first_bottom = 0;
  int pages = 0, on_top = 0, full = 0;
  bool is_flush = false;
  Points top_slack = 0, bottom_slack = 0;
};

// Pages of a style without flush bottoms end within a line of the block, so that the highest of
// them says what the lowest may still be.
void find_bottom(Block& block, const std::vector<Edge>& later, Points leading) {
  Points least = block.box.bottom;
  int same = 0;
  for (const Edge& edge : later) {
    if (edge.box.bottom < block.box.bottom - leading) continue;
    ++block.full;
    least = std::min(least, edge.box.bottom);
    same += edge.box.bottom > block.box.bottom - kSameEdge ? 1 : 0;
  }
  block.is_flush = same >= kAgreeing && 3 * same >= 2 * block.full;
  if (!block.is_flush) block.bottom_slack = std::max(0.0, leading - (block.box.bottom - least));
}

// Of running text, page 1 apart; more than any page has where no sample has enough of it.
Points text_width(const Group& group) {
  std::optional<Points> most;
  for (const Sample* sample : group.samples)
    if (const auto& box = sample->measured.text_block)
      most = std::max(most.value_or(0), box->width());
  return most.value_or(1e6);
}

std::optional<Block> find_block(const Group& group) {
  std::vector<Edge> edges = edges_of(group);
  if (edges.empty()) return std::nullopt;
  Points leading = leading_of(group);
  std::vector<Edge> later;
  for (const Edge& edge : edges)
    if (edge.page > 1) later.push_back(edge);
  // Page 1 has the title above its text and in some styles more lines; without others it must do.
  if (later.empty()) later = edges;
  Block block;
  block.box = later.front().box;
  for (const Edge& edge : later) block.box = block.box.joined(edge.box);
  for (const Edge& edge : edges) {
    block.box.left = std::min(block.box.left, edge.box.left);
    block.box.right = std::max(block.box.right, edge.box.right);
    block.box.top = std::min(block.box.top, edge.box.top);
    if (edge.page == 1) block.first_bottom = std::max(block.first_bottom, edge.box.bottom);
  }
  block.pages = static_cast<int>(edges.size());
  for (const Edge& edge : edges) block.on_top += edge.box.top < block.box.top + kSameEdge ? 1 : 0;
  find_bottom(block, later, leading);
  // Pages may begin with a heading or a float and not at the top.
  if (block.on_top < kAgreeing) block.top_slack = 2 * leading;
  if (block.box.width() < kLeastWidth * text_width(group)) return std::nullopt;
  return block;
}

std::string block_table(const Block& block, Points depth) {
  const model::Box& box = block.box;
  auto down = [](Points length) { return page_length(std::floor(length * 10) / 10); };
  auto up = [](Points length) { return page_length(std::ceil(length * 10) / 10); };
  Points bottom = box.bottom + block.bottom_slack + depth;
  return fmt::format(
      "block = {}, first_page_bottom = {}",
      list_of({down(box.left), down(box.top - block.top_slack), up(box.right), up(bottom)}),
      toml_text(up(std::max(block.first_bottom + block.bottom_slack + depth, bottom))));
}

std::optional<Limit> text_block(const Group& group) {
  auto block = find_block(group);
  if (!block) return std::nullopt;
  const model::Box& box = block->box;
  std::string how = fmt::format(
      "text from {:.1f} to {:.1f} pt across and from {:.1f} to {:.1f} pt down, as lines of {} "
      "pages "
      "share it; {} of them begin at the top, {} end at the bottom",
      box.left, box.right, box.top, box.bottom, block->pages, block->on_top, block->full);
  if (block->top_slack > 0)
    how += fmt::format("; {:.1f} pt are added at the top, which few pages show", block->top_slack);
  if (block->bottom_slack > 0)
    how += fmt::format("; {:.1f} pt are added at the bottom, where pages do not end alike",
                       block->bottom_slack);
  bool is_sure = block->on_top >= kAgreeing && block->is_flush;
  return Limit{"", block_table(*block, 0), how, is_sure};
}

// Below the last baseline there is room for the depth of a formula: half a line, as packs allow.
std::optional<Limit> margins(const Group& group) {
  auto block = find_block(group);
  if (!block) return std::nullopt;
  return Limit{"", block_table(*block, leading_of(group) / 2),
               "the block above with half a line more below it"};
}

std::optional<Limit> columns(const Group& group) {
  std::optional<int> count;
  std::optional<Points> gap;
  for (const Sample* sample : group.samples) {
    const auto& measured = sample->measured;
    if (!measured.columns || *measured.columns < 1) continue;
    if (count && *count != *measured.columns) return std::nullopt;
    count = measured.columns;
    if (measured.column_gap)
      gap = std::min(gap.value_or(*measured.column_gap), *measured.column_gap);
  }
  if (!count) return std::nullopt;
  std::string with = fmt::format("count = {}", *count);
  std::string how = fmt::format("{} of the main part", *count == 1 ? "one column" : "columns");
  if (*count > 1 && gap) {
    with += fmt::format(", gap = {}", toml_text(page_length(*gap)));
    how += fmt::format(", {:.1f} pt apart", *gap);
  }
  return Limit{"", with, how};
}

// None where samples of one stage do not agree.
std::optional<bool> agreed(const Group& group, std::optional<bool> model::Measured::*fact) {
  std::optional<bool> all;
  for (const Sample* sample : group.samples) {
    std::optional<bool> one = sample->measured.*fact;
    if (!one || (all && *all != *one)) return std::nullopt;
    all = one;
  }
  return all;
}

std::string expectation(bool is_there) {
  return fmt::format("expect = \"{}\"", is_there ? "present" : "absent");
}

std::optional<Limit> line_numbers(const Group& group) {
  auto has = agreed(group, &model::Measured::line_numbers);
  if (!has) return std::nullopt;
  return Limit{"", expectation(*has), *has ? "there is a ruler" : "there is no ruler"};
}

std::optional<Limit> page_numbers(const Group& group) {
  auto has = agreed(group, &model::Measured::page_numbers);
  if (!has) return std::nullopt;
  if (!*has) return Limit{"", expectation(false), "pages have no numbers"};
  std::optional<bool> at_top;
  bool is_mixed = false;
  for (const Sample* sample : group.samples)
    for (const model::PageMark& mark : sample->survey.marks) {
      if (mark.role != model::Role::page_number) continue;
      is_mixed = is_mixed || (at_top && *at_top != mark.at_top);
      at_top = mark.at_top;
    }
  if (!at_top || is_mixed) return Limit{"", expectation(true), "pages have numbers"};
  const char* place = *at_top ? "top" : "bottom";
  return Limit{"", fmt::format("{}, place = \"{}\"", expectation(true), place),
               fmt::format("pages have numbers at the {}", place)};
}

}  // namespace

Points leading_of(const Group& group) {
  Points most = 0;
  for (const Sample* sample : group.samples)
    if (const auto& body = sample->measured.body; body && body->leading)
      most = std::max(most, *body->leading);
  return most > 0 ? most : kUsualLeading;
}

std::string names_of(const Group& group) {
  std::vector<std::string> names;
  for (const Sample* sample : group.samples) names.push_back(sample->name);
  return util::join(names, " and ");
}

std::vector<Property> page_properties() {
  return {{"paper-size", "layout/page-size", Severity::error, false, paper_size},
          {"text-block", "layout/text-block", Severity::error, false, text_block},
          {"margins", "layout/margins", Severity::warning, true, margins},
          {"columns", "layout/columns", Severity::error, false, columns},
          {"line-numbers", "layout/line-numbers", Severity::warning, false, line_numbers},
          {"page-numbers", "layout/page-numbers", Severity::warning, false, page_numbers}};
}

}  // namespace learn
