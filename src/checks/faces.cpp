#include "checks/faces.hpp"

#include <re2/re2.h>

#include <string>

namespace checks {
namespace {

bool matches(std::string_view font, const re2::RE2& pattern) {
  return re2::RE2::PartialMatch(re2::StringPiece(font.data(), font.size()), pattern);
}

}  // namespace

// Times is NimbusRomNo9L-Medi in TeX, Computer Modern CMBX10 or SFBX1000, Libertine LinLibertineTB.
bool is_bold(std::string_view font) {
  static const re2::RE2 kBold(
      "(?i:bold|black|heavy|demi|-medi(ital)?$|-bd)|(CM|SF|LH|EC)(SS)?B(X|MTI)|^LinB?[a-z]+TZ?B"
      "|txb|ptmb|phvb|MTSYB");
  return matches(font, kBold);
}

bool is_typewriter(std::string_view font) {
  static const re2::RE2 kTypewriter(
      "(?i:mono|courier|typewriter|consol|menlo|inconsolata|nimbusmon|cursor)|^(CM|SF|EC)(SL)?TT"
      "|^(txtt|zi4)|^BeraSansMono|^LinLibertineMT");
  return matches(font, kTypewriter);
}

std::string_view font_name(const model::Document& document, int font) {
  auto index = static_cast<std::size_t>(font);
  return font >= 0 && index < document.fonts.size() ? std::string_view(document.fonts[index].name)
                                                    : std::string_view();
}

}  // namespace checks
