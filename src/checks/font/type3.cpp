#include "checks/check.hpp"
#include "checks/font_faults.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"where", ParamType::text, "anywhere", "body: text inside included figures is let off",
     kAnywhereOrBody},
};

bool is_type3(const model::Font& font) {
  return font.type == "Type 3";
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const std::string& where = with.text("where");
  FontFault fault = {
      .has_fault = is_type3,
      .noun = "Type 3 font",
      .verdict = "used",
      .allowed = where == "body" ? "no Type 3 font in the text" : "no Type 3 font",
      .fix_in_text =
          "Use fonts that exist as outlines: \\usepackage{lmodern} or cm-super with T1, "
          "and \\mathbb of amssymb or dsfont's outlines in place of bbm and bbold.",
      .fix_in_figure =
          "In Matplotlib set rcParams[\"pdf.fonttype\"] = 42 and save the figure "
          "anew; in other programs export with TrueType or Type 1 fonts.",
  };
  return judge_fonts(paper, fault, where);
}

}  // namespace

extern constinit const Check type3{
    .id = "font/type3",
    .summary = "Type 3 fonts, which print and search badly",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
