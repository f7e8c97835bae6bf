#include <optional>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/headings.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::structure {
namespace {

constexpr Param kParams[] = {
    {"order", ParamType::texts, kRequired, "kinds of section, in the order they must stand in",
     kSectionClasses},
};

using Heads = std::vector<const model::Section*>;

// With several of a kind, as where a guide has a chapter of that name, all of them must agree.
enum class Order { right, wrong, unsure };

Order compare(const Heads& before, const Heads& after) {
  if (before.back() < after.front()) return Order::right;
  return before.front() > after.back() ? Order::wrong : Order::unsure;
}

model::Finding say(const model::Measured& measured, Order order, const Heads& before,
                   const Heads& after) {
  const model::Section &first = *before.front(), &second = *after.front();
  std::string wanted = fmt::format("\"{}\" before \"{}\"", name_of(first), name_of(second));
  if (order == Order::unsure)
    return undecided(fmt::format("There are several sections like \"{}\" or \"{}\", and which of "
                                 "them must come first cannot be told.",
                                 name_of(first), name_of(second)),
                     wanted);
  auto finding =
      failed(fmt::format("\"{}\" on page {} stands behind \"{}\" on page {}.", name_of(first),
                         first.page, name_of(second), second.page),
             fmt::format("\"{}\" before \"{}\"", name_of(second), name_of(first)), wanted,
             "Move the section with all that belongs to it; \\bibliography{...} prints the "
             "references where it stands, and \\appendix letters what follows.");
  finding.confidence = model::Confidence::likely;
  show_heading(finding, measured, first);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const auto& order = with.texts("order");
  std::string wanted = util::join(order, ", then ");
  if (paper.measured.sections.size() < kFewestHeadings)
    return {undecided("The paper's headings could not be found.", wanted)};
  std::vector<Heads> present;
  for (const std::string& kind : order)
    if (Heads heads = section_heads(paper.measured, kind); !heads.empty()) present.push_back(heads);
  std::optional<model::Finding> unsure;
  for (std::size_t i = 0; i < present.size(); ++i)
    for (std::size_t j = i + 1; j < present.size(); ++j) {
      Order found = compare(present[i], present[j]);
      if (found == Order::wrong) return {say(paper.measured, found, present[i], present[j])};
      if (found == Order::unsure && !unsure)
        unsure = say(paper.measured, found, present[i], present[j]);
    }
  if (unsure) return {*unsure};
  if (paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", wanted)};
  return {};
}

}  // namespace

extern constinit const Check section_order{
    .id = "structure/section-order",
    .summary = "whether sections stand in the order that the venue asks for",
    .params = kParams,
    .run = run,
};

}  // namespace checks::structure
