#include <algorithm>

#include "learn/limits.hpp"
#include "learn/toml.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace learn {
namespace {

using model::Points;
using model::Severity;

// As checks of the body want it: fewer lines or a smaller share say nothing of a style.
constexpr int kLeastLines = 20;
constexpr double kLeastShare = 0.35;
constexpr int kFewestHeadings = 2;
constexpr Points kSameType = 0.1;  // what glyph expansion and rounding make of one size is less

// Of each sample that shows one.
struct Lengths {
  std::vector<Points> all;
  std::vector<std::string> how;
};

// Samples of one stage that differ are of two styles, or one of them was not made with the style.
std::optional<Limit> as_limit(const char* key, const Lengths& lengths) {
  if (lengths.all.empty()) return std::nullopt;
  auto [least, most] = std::minmax_element(lengths.all.begin(), lengths.all.end());
  return Limit{"", fmt::format("{} = {}", key, type_lengths(lengths.all)),
               util::join(lengths.how, ", "), *most - *least < kSameType};
}

const model::BodyType* body_of(const Sample& sample) {
  const auto& body = sample.measured.body;
  bool is_enough =
      body && sample.survey.leading_distances >= kLeastLines && body->share >= kLeastShare;
  return is_enough ? &*body : nullptr;
}

std::optional<Limit> body_size(const Group& group) {
  Lengths lengths;
  for (const Sample* sample : group.samples)
    if (const model::BodyType* body = body_of(*sample)) {
      lengths.all.push_back(body->size);
      lengths.how.push_back(fmt::format("{:.2f} pt in {:.0f} % of the letters of {}", body->size,
                                        100 * body->share, sample->name));
    }
  return as_limit("sizes", lengths);
}

std::optional<Limit> line_spacing(const Group& group) {
  Lengths lengths;
  for (const Sample* sample : group.samples)
    if (const model::BodyType* body = body_of(*sample); body && body->leading) {
      lengths.all.push_back(*body->leading);
      lengths.how.push_back(fmt::format("{:.2f} pt, of {} distances in {}", *body->leading,
                                        sample->survey.leading_distances, sample->name));
    }
  return as_limit("leading", lengths);
}

std::optional<Limit> typeface(const Group& group) {
  std::vector<std::string> families, how;
  for (const Sample* sample : group.samples) {
    const model::BodyType* body = body_of(*sample);
    if (!body || body->family.empty()) continue;
    if (std::find(families.begin(), families.end(), body->family) == families.end())
      families.push_back(body->family);
    how.push_back(fmt::format("the body of {} is set in {}", sample->name, body->font));
  }
  if (families.empty()) return std::nullopt;
  return Limit{"", "families = " + list_of(families), util::join(how, ", ")};
}

template <class Of>
std::optional<Limit> sizes(const Group& group, const char* what, Of of) {
  Lengths lengths;
  for (const Sample* sample : group.samples)
    if (std::optional<Points> size = of(*sample)) {
      lengths.all.push_back(*size);
      lengths.how.push_back(fmt::format("{:.2f} pt in most {} of {}", *size, what, sample->name));
    }
  return as_limit("sizes", lengths);
}

std::optional<Limit> references_size(const Group& group) {
  return sizes(group, "references",
               [](const Sample& sample) { return sample.measured.sizes.references; });
}

std::optional<Limit> caption_size(const Group& group) {
  return sizes(group, "captions",
               [](const Sample& sample) { return sample.measured.sizes.caption; });
}

// The middle one: a heading with a formula or in capitals of another size is one of many.
std::optional<Points> heading_size(const Sample& sample, int level) {
  std::vector<Points> all;
  const auto& sections = sample.measured.sections;
  for (std::size_t i = 0; i < std::min(sections.size(), sample.survey.heading_sizes.size()); ++i) {
    bool is_meant = sections[i].level == level && sample.survey.heading_sizes[i] > 0 &&
                    (level == 1 || !sections[i].number.empty());
    if (is_meant) all.push_back(sample.survey.heading_sizes[i]);
  }
  if (all.size() < kFewestHeadings) return std::nullopt;
  std::sort(all.begin(), all.end());
  return all[(all.size() - 1) / 2];
}

std::optional<Limit> add_level(std::optional<Limit> limit, int level) {
  if (limit) limit->with = fmt::format("level = {}, {}", level, limit->with);
  return limit;
}

std::optional<Limit> section_size(const Group& group) {
  return add_level(sizes(group, "headings of sections",
                         [](const Sample& sample) { return heading_size(sample, 1); }),
                   1);
}

std::optional<Limit> subsection_size(const Group& group) {
  return add_level(sizes(group, "headings of sub-sections",
                         [](const Sample& sample) { return heading_size(sample, 2); }),
                   2);
}

// The smallest running text of a style is that of footnotes; a sample without them does not say.
std::optional<Limit> least_size(const Group& group) {
  std::optional<Points> least;
  for (const Sample* sample : group.samples) {
    const model::TypeSizes& of = sample->measured.sizes;
    if (!of.footnote || !sample->measured.body) return std::nullopt;
    for (Points size : {*of.footnote, of.caption.value_or(*of.footnote),
                        of.references.value_or(*of.footnote), sample->measured.body->size})
      least = std::min(least.value_or(size), size);
  }
  if (!least) return std::nullopt;
  return Limit{
      "", fmt::format("text = {}", toml_text(type_length(*least))),
      fmt::format("{:.2f} pt, the smallest of text, notes, captions and references", *least)};
}

}  // namespace

std::vector<Property> type_properties() {
  return {{"body-size", "font/body-size", Severity::error, false, body_size},
          {"line-spacing", "layout/line-spacing", Severity::error, false, line_spacing},
          {"typeface", "font/body-family", Severity::warning, false, typeface},
          {"references-size", "font/references-size", Severity::warning, false, references_size},
          {"caption-size", "font/caption-size", Severity::warning, false, caption_size},
          {"section-size", "font/heading-size", Severity::warning, false, section_size},
          {"subsection-size", "font/heading-size", Severity::warning, false, subsection_size},
          {"least-size", "font/min-size", Severity::warning, true, least_size}};
}

}  // namespace learn
