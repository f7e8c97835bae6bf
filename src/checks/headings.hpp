// Headings by their words, and where words stand that are no heading.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

// With one heading alone it is likelier that the others were not seen than that there are none.
inline constexpr std::size_t kFewestHeadings = 2;

// The first of each run of sections of a class: those behind it may have the class by standing
// under its heading alone. Of several lists of references it is the one that was measured.
std::vector<const model::Section*> section_heads(const model::Measured& measured,
                                                 std::string_view class_id);

std::string name_of(const model::Section& section);  // "A Proofs", shortened

void show_heading(model::Finding& finding, const model::Measured& measured,
                  const model::Section& section);

// Whether a section has this class, or a heading or bookmark one of the titles in it as whole
// words; `exact`: and nothing else. An empty class is none.
bool has_section(const model::Paper& paper, std::string_view class_id,
                 const std::vector<std::string>& titles, bool exact);

// In running text, as a head of a paragraph, among other words of a heading, and on a line of its
// own that may be a heading which was not seen.
enum class MentionKind { text, run_in, heading, line };

struct TitleMention {
  MentionKind kind = MentionKind::text;
  const model::Line* line = nullptr;
};

// The one most like a heading; lines of the references and of a checklist are left out.
std::optional<TitleMention> find_mention(const model::Measured& measured,
                                         const std::vector<std::string>& titles);

// Says why the mention is not the section; how sure that is goes with it.
void explain(model::Finding& finding, const TitleMention& mention);

}  // namespace checks
