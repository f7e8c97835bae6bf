// Whether a text thanks somebody, says that thanks were left out, or is what a template prints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/passages.hpp"
#include "checks/patterns.hpp"
#include "checks/told.hpp"
#include "model/finding.hpp"

namespace checks {

// Fallback of a parameter, as a pack would write it.
inline constexpr std::string_view kThanks =
    "we thank,i thank,we also thank,authors thank,author thanks,like to thank,wish to thank,"
    "want to thank,we gratefully,gratefully acknowledge,we acknowledge,i acknowledge,"
    "authors acknowledge,like to acknowledge,also acknowledge,grateful to,grateful for,indebted to,"
    "we appreciate,special thanks,many thanks,thanks go to,supported by,supported in part,"
    "supported under,thankful to,thankful for,in debt to,partially supported,partly "
    "supported,financed by,sponsored by,funded by,funded in part,"
    "funding from,funding by,support from,support by,support of,under grant,grant no,"
    "grant number,grant agreement";

struct Gratitude {
  bool thanks = false;    // in a sentence that is not left out
  bool left_out = false;  // a sentence says so, or a template's does
  int words = 0;          // in sentences that are not left out
};

Gratitude read_thanks(std::string_view text, const std::vector<std::string>& thanks,
                      const std::vector<std::string>& omitted);

// The running text of the first of each run of sections of a class, as much as acknowledgments
// have.
std::vector<Passage> section_texts(const model::Paper& paper, std::string_view class_id);

// What follows each line that begins with one of the heads in a section of another kind, so that a
// paragraph "Acknowledgments. We thank..." is seen; the references are left out.
std::vector<Passage> passages_after(const model::Paper& paper,
                                    const std::vector<std::string>& heads);

struct Funding {
  Told told;
  model::Confidence sure = model::Confidence::likely;
};

// The first sentence outside sections of a class that thanks somebody and either names a grant or
// stands in a footnote of page 1; else the first in a later footnote, which may thank anybody
// and is for a person.
std::optional<Funding> find_funding(const model::Paper& paper, std::string_view class_id,
                                    const std::vector<std::string>& thanks,
                                    const std::vector<std::string>& omitted,
                                    const Patterns& grants);

}  // namespace checks
