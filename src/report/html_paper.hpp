// One paper as HTML: its findings as cards, what was measured, what was and was not checked.
#pragma once

#include <string>

#include "report/page_pictures.hpp"
#include "report/report.hpp"

namespace report {

struct HtmlPlace {
  std::string id;   // begins the ids of its elements
  int heading = 2;  // level of its own headings
  bool is_alone = true;
};

class HtmlFigures;

// The findings of a paper, one card each, by groups. On a page of its own each check is explained
// where it comes first; else the script does so from what the page holds once.
std::string html_findings(const model::Result& result, const HtmlFigures& figures,
                          const HtmlPlace& place, const Style& style);

// Where each finding stands on a page of its own, for a list beside them; empty of a few, which
// need none.
std::string html_index(const model::Result& result, const HtmlPlace& place);

// What was measured, as a list of terms; empty of a paper that was not read.
std::string html_measures(const model::Result& result);

// What was checked without a finding, and what was not checked.
std::string html_checked(const model::Result& result, int heading);

// What the script knows of a paper: an attribute's value, with its quotation marks.
std::string html_row(const model::Result& result);

}  // namespace report
