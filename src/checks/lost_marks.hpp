// Question marks that TeX prints for a label or a citation that it does not know: ?? and [?].
#pragma once

#include <string>
#include <vector>

#include "checks/check.hpp"

namespace checks {

enum class MarkKind { reference, citation };

struct LostMark {
  MarkKind kind = MarkKind::reference;
  model::Confidence confidence = model::Confidence::certain;
  const model::Line* line = nullptr;
  std::string around;  // the words it stands among
};

// In reading order. TeX sets them in bold, which tells them from an author's own; where the glyphs
// are not known, the words before them do. Found once for all checks of the paper.
const std::vector<LostMark>& find_lost_marks(const model::Paper& paper);

// One finding for all marks of a kind that are as sure: one more run of TeX may mend them all.
// `noun` is what is lost, in the singular.
Findings report_lost_marks(const model::Paper& paper, MarkKind kind, std::string_view noun,
                           std::string_view fix);

}  // namespace checks
