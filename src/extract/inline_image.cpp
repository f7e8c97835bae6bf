#include "extract/inline_image.hpp"

#include <algorithm>
#include <cmath>

namespace extract {
namespace {

constexpr std::size_t kLookedAhead = 24;  // bytes behind EI, which samples rarely fill with text

// The operand behind a key in either spelling; null where there is none.
const Operand* value_of(const ContentLexer& lexer, std::string_view key, std::string_view brief) {
  const auto& operands = lexer.operands();
  for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
    if (operands[i].kind != Operand::Kind::name) continue;
    const std::string_view name = lexer.text(operands[i]);
    if (name == key || name == brief) return &operands[i + 1];
  }
  return nullptr;
}

double number_of(const ContentLexer& lexer, std::string_view key, std::string_view brief) {
  const Operand* value = value_of(lexer, key, brief);
  return value && value->kind == Operand::Kind::number ? value->number : 0;
}

bool is_stencil(const ContentLexer& lexer) {
  const Operand* value = value_of(lexer, "ImageMask", "IM");
  return value && value->kind == Operand::Kind::other && lexer.text(*value) == "true";
}

int components_of(std::string_view space) {
  if (space == "G" || space == "DeviceGray" || space == "I" || space == "Indexed") return 1;
  if (space == "RGB" || space == "DeviceRGB") return 3;
  if (space == "CMYK" || space == "DeviceCMYK") return 4;
  return 0;
}

// Of samples that are not packed; 0 where that cannot be told.
std::size_t size_of_samples(const ContentLexer& lexer) {
  if (value_of(lexer, "Filter", "F")) return 0;
  int components = is_stencil(lexer) ? 1 : 0;
  const Operand* space = value_of(lexer, "ColorSpace", "CS");
  if (space && space->kind == Operand::Kind::open) ++space;
  if (components == 0 && space && space->kind == Operand::Kind::name) {
    components = components_of(lexer.text(*space));
  }
  const double bits = is_stencil(lexer) ? 1 : number_of(lexer, "BitsPerComponent", "BPC");
  const double width = number_of(lexer, "Width", "W"), height = number_of(lexer, "Height", "H");
  const double size = height * std::ceil(width * bits * components / 8);
  return size > 0 && size < 1e9 ? static_cast<std::size_t>(size) : 0;
}

bool is_end(std::string_view rest, std::size_t at) {
  return at + 2 <= rest.size() && rest[at] == 'E' && rest[at + 1] == 'I' &&
         (at + 2 == rest.size() || ends_word(rest[at + 2]));
}

bool is_text_behind(std::string_view rest, std::size_t at) {
  const std::string_view behind = rest.substr(std::min(at + 2, rest.size()), kLookedAhead);
  return std::all_of(behind.begin(), behind.end(), [](char letter) {
    return (letter >= ' ' && letter <= '~') || (letter != '\0' && is_pdf_space(letter));
  });
}

}  // namespace

std::optional<ImageTraits> read_inline_image(const ContentLexer& lexer) {
  ImageTraits out;
  out.is_stencil = is_stencil(lexer);
  out.is_opaque = !out.is_stencil;
  out.columns = count_of_samples(number_of(lexer, "Width", "W"));
  out.rows = count_of_samples(number_of(lexer, "Height", "H"));
  out.bits = out.is_stencil ? 1 : bits_of_component(number_of(lexer, "BitsPerComponent", "BPC"));
  if (out.columns == 0 || out.rows == 0) return std::nullopt;
  return out;
}

// "EI" also occurs among samples: counted where they are not packed, else the first that is
// followed by what content looks like, else the first of all.
std::size_t find_image_end(const ContentLexer& lexer, std::string_view rest) {
  const std::size_t size = size_of_samples(lexer);
  for (std::size_t at = size + 1; size > 0 && at < std::min(size + 4, rest.size()); ++at) {
    if (is_end(rest, at)) return at + 2;
  }
  std::size_t first = rest.size();
  for (std::size_t at = rest.find("EI"); at != std::string_view::npos;
       at = rest.find("EI", at + 1)) {
    if (!is_end(rest, at) || (at > 0 && !is_pdf_space(rest[at - 1]))) continue;
    if (is_text_behind(rest, at)) return at + 2;
    first = std::min(first, at + 2);
  }
  return first;
}

}  // namespace extract
