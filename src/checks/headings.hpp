// Headings by their words, and where words stand that are no heading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/paper.hpp"

namespace checks {

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

}  // namespace checks
