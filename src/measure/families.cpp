#include "measure/families.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace measure {
namespace {

struct Prefix {
  std::string_view start;
  std::string_view family;
};

// Names as pdfTeX, XeTeX, dvips, Word and acroread write them, reduced to lower-case letters and
// digits. The first that fits wins, so longer ones come first.
constexpr std::array kDesigns = std::to_array<Prefix>({
    {"nimbusromno9l", "times"},
    {"nimbusroman", "times"},
    {"texgyretermes", "times"},
    {"timesnewroman", "times"},
    {"times", "times"},
    {"ntxtlf", "times"},
    {"newtx", "times"},
    {"ntx", "times"},
    {"txsys", "times"},
    {"rtxr", "times"},
    {"rtxb", "times"},
    {"qtm", "times"},
    {"tinos", "times"},
    {"liberationserif", "times"},
    {"stix", "times"},
    {"xits", "times"},
    {"thorndale", "times"},
    {"ptmr", "times"},
    {"utmr", "times"},
    {"freeserif", "times"},
    {"lmsans", "computer-sans"},
    {"cmss", "computer-sans"},
    {"sfss", "computer-sans"},
    {"lmmono", "computer-mono"},
    {"cmtt", "computer-mono"},
    {"sftt", "computer-mono"},
    {"lmroman", "computer-modern"},
    {"latinmodern", "computer-modern"},
    {"sfrm", "computer-modern"},
    {"sfbx", "computer-modern"},
    {"sfti", "computer-modern"},
    {"sfcc", "computer-modern"},
    {"sfxc", "computer-modern"},
    {"sfsl", "computer-modern"},
    {"sfbi", "computer-modern"},
    {"ecrm", "computer-modern"},
    {"ecbx", "computer-modern"},
    {"ecti", "computer-modern"},
    {"tcrm", "computer-modern"},
    {"larm", "computer-modern"},
    {"cmu", "computer-modern"},
    {"cmr", "computer-modern"},
    {"cmb", "computer-modern"},
    {"cmti", "computer-modern"},
    {"cmsl", "computer-modern"},
    {"cmcsc", "computer-modern"},
    {"cmdunh", "computer-modern"},
    {"mlmroman", "computer-modern"},
    {"newcomputermodern", "computer-modern"},
    {"newcm", "computer-modern"},
    {"texgyrepagella", "palatino"},
    {"urwpalladio", "palatino"},
    {"palladio", "palatino"},
    {"palatino", "palatino"},
    {"bookantiqua", "palatino"},
    {"qpl", "palatino"},
    {"zpl", "palatino"},
    {"newpx", "palatino"},
    {"npx", "palatino"},
    {"p052", "palatino"},
    {"pplr", "palatino"},
    {"pplx", "palatino"},
    {"tgpagella", "palatino"},
    {"linlibertine", "libertine"},
    {"libertinus", "libertine"},
    {"libertine", "libertine"},
    {"linbiolinum", "biolinum"},
    {"biolinum", "biolinum"},
    {"nimbussan", "helvetica"},
    {"texgyreheros", "helvetica"},
    {"helvetica", "helvetica"},
    {"arial", "helvetica"},
    {"liberationsans", "helvetica"},
    {"arimo", "helvetica"},
    {"qhv", "helvetica"},
    {"phvr", "helvetica"},
    {"charterbt", "charter"},
    {"charter", "charter"},
    {"xcharter", "charter"},
    {"bitstreamcharter", "charter"},
    {"bchr", "charter"},
    {"utopia", "utopia"},
    {"fourier", "utopia"},
    {"heuristica", "utopia"},
    {"garamond", "garamond"},
    {"ebgaramond", "garamond"},
    {"cambria", "cambria"},
    {"calibri", "calibri"},
    {"carlito", "calibri"},
    {"minionpro", "minion"},
    {"minion", "minion"},
    {"georgia", "georgia"},
    {"gelasio", "georgia"},
    {"bookman", "bookman"},
    {"urwbookman", "bookman"},
    {"texgyrebonum", "bookman"},
    {"newcenturyschlbk", "schoolbook"},
    {"centuryschoolbook", "schoolbook"},
    {"centuryschl", "schoolbook"},
    {"texgyreschola", "schoolbook"},
    {"c059", "schoolbook"},
    {"computerconcrete", "concrete"},
    {"ccr", "concrete"},
    {"dejavuserif", "dejavu"},
    {"dejavusans", "dejavu"},
    {"bitstreamvera", "dejavu"},
    {"nimbusmon", "courier"},
    {"texgyrecursor", "courier"},
    {"courier", "courier"},
    {"inconsolata", "inconsolata"},
    {"zi4", "inconsolata"},
    {"opensans", "open-sans"},
    {"roboto", "roboto"},
    {"lato", "lato"},
    {"sourcesans", "source-sans"},
    {"sourceserif", "source-serif"},
    {"firasans", "fira"},
    // Of other scripts: no design that a style could mean.
    {"notoserifcjk", ""},
    {"notosanscjk", ""},
    {"notoserifsc", ""},
    {"notoseriftc", ""},
    {"notoserifjp", ""},
    {"notoserifkr", ""},
    {"notosanssc", ""},
    {"notosanstc", ""},
    {"notosansjp", ""},
    {"notosanskr", ""},
    {"notosansarabic", ""},
    {"notoserifhebrew", ""},
    {"notosanshebrew", ""},
    {"notoserifdevanagari", ""},
    {"notosansdevanagari", ""},
    {"notoserifbengali", ""},
    {"notosansbengali", ""},
    {"notoserif", "noto"},
    {"notosans", "noto"},
    {"verdana", "verdana"},
    {"tahoma", "tahoma"},
    {"segoeui", "segoe"},
    {"lucidabright", "lucida"},
    {"lucida", "lucida"},
});

constexpr std::array kMath = std::to_array<std::string_view>({
    "cmmi",
    "cmsy",
    "cmex",
    "cmbsy",
    "cmmib",
    "msam",
    "msbm",
    "lmmath",
    "eufm",
    "eufb",
    "eusm",
    "rsfs",
    "euex",
    "eurm",
    "stmary",
    "wasy",
    "bbold",
    "bbm",
    "dsrom",
    "esint",
    "mtmi",
    "mtsy",
    "mtex",
    "rmtmi",
    "txmi",
    "txsy",
    "txex",
    "txbmi",
    "ntxmi",
    "newtxmi",
    "ntxsy",
    "ntxex",
    "pxmi",
    "pxsy",
    "pxex",
    "newpxmi",
    "pazomath",
    "fplmath",
    "symbol",
    "stixmath",
    "xitsmath",
    "libertinusmath",
    "texgyretermesmath",
    "latinmodernmath",
    "cambriamath",
    "libertinetmi",
    "nxlmi",
    "txmia",
    "txsya",
    "txsyc",
    "manfnt",
    "lasy",
    "latinmodernmath",
    "sfmi",
});

std::string reduced(std::string_view name) {
  if (auto plus = name.find('+'); plus == 6) name.remove_prefix(7);
  std::string out;
  for (unsigned char c : name) {
    if (std::isalnum(c)) out.push_back(static_cast<char>(std::tolower(c)));
  }
  return out;
}

bool contains_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

}  // namespace

std::string design_family(std::string_view font) {
  std::string name = reduced(font);
  for (const Prefix& design : kDesigns) {
    if (name.starts_with(design.start)) return std::string(design.family);
  }
  return {};
}

bool is_bold_font(std::string_view font) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"bold", "medi", "black", "heavy", "demi", "cmb", "sfbx", "sfbi", "sfxc", "sfssbx", "ecbx",
       "cmssbx", "rtxb", "libertinetb", "semibold", "ptmb", "phvb"});
  std::string name = reduced(font);
  if (name.find("medium") != name.npos || is_math_font(font)) return false;
  return contains_any(name, kWords) || font.ends_with("-B") || font.ends_with("-BI");
}

bool is_slanted_font(std::string_view font) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"ital", "obli", "slant", "cmti", "cmsl", "sfti", "sfsl", "ecti", "libertineti", "cmitt"});
  return contains_any(reduced(font), kWords) || font.ends_with("-I") || font.ends_with("-BI");
}

bool is_math_font(std::string_view font) {
  std::string name = reduced(font);
  return std::any_of(kMath.begin(), kMath.end(),
                     [&](std::string_view start) { return name.starts_with(start); });
}

bool is_hanging_font(std::string_view font) {
  static constexpr std::array kStarts =
      std::to_array<std::string_view>({"cmex", "euex", "mtex", "txex", "pxex", "ntxex", "esint"});
  std::string name = reduced(font);
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return name.starts_with(start); });
}

bool is_typewriter_font(std::string_view font) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"cmtt", "sftt", "mono", "nimbusmon", "courier", "inconsolata", "cursor", "typewriter", "zi4",
       "consol", "menlo", "ectt", "sltt", "txtt"});
  return contains_any(reduced(font), kWords);
}

}  // namespace measure
