#include "checks/check.hpp"
#include "checks/font_faults.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"where", ParamType::text, "anywhere", "body: text inside included figures is let off",
     kAnywhereOrBody},
};

// A Type 3 font is a set of drawings in the file itself and cannot be missing.
bool is_missing(const model::Font& font) {
  return !font.embedded && font.type != "Type 3";
}

Findings run(const model::Paper& paper, const model::Params& with) {
  FontFault fault = {
      .has_fault = is_missing,
      .noun = "font",
      .verdict = "not embedded",
      .allowed = "all fonts embedded",
      .fix_in_text =
          "Compile with pdflatex, which embeds; with latex use dvips -Ppdf and ps2pdf "
          "-dEmbedAllFonts=true -dPDFSETTINGS=/prepress.",
      .fix_in_figure =
          "Export the figure anew with its fonts embedded, or run it through gs -o "
          "new.pdf -sDEVICE=pdfwrite -dEmbedAllFonts=true -dPDFSETTINGS=/prepress "
          "old.pdf.",
  };
  return judge_fonts(paper, fault, with.text("where"));
}

}  // namespace

extern constinit const Check embedded{
    .id = "font/embedded",
    .summary = "fonts that are not embedded in the file",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
