#include <algorithm>
#include <optional>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/secret_letters.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::integrity {
namespace {

constexpr Param kParams[] = {
    {"inside_words", ParamType::integer, "4",
     "zero-width characters of a page, between letters, from which they are reported", "", 0,
     unless_positive},
};

constexpr std::size_t kQuoted = 300;
constexpr std::size_t kAround = 40;

std::optional<model::Box> box_at(const model::Page& page, std::size_t at) {
  auto glyph = std::find_if(page.glyphs.begin(), page.glyphs.end(), [&](const model::Glyph& it) {
    return at >= it.text && at < std::size_t{it.text} + it.text_length;
  });
  if (glyph == page.glyphs.end()) return std::nullopt;
  return model::Box{glyph->left, glyph->top, glyph->right, glyph->bottom};
}

std::string kinds_of(const SecretLetters& secret) {
  std::vector<std::string> kinds;
  auto add = [&](std::size_t count, std::string_view noun) {
    if (count > 0) kinds.push_back(counted(static_cast<int>(count), noun));
  };
  add(secret.tags, "tag character");
  add(secret.selectors, "variation selector");
  add(secret.overrides, "override");
  add(secret.inside, "zero-width character");
  return name_list(kinds);
}

model::Finding about(const SecretLetters& secret, const model::Page& page, int number) {
  auto finding = failed(
      fmt::format("The text of page {} has characters that are never shown: {}.", number,
                  kinds_of(secret)),
      counted(static_cast<int>(secret.count()), "character"), "none",
      "Remove them from the source: an editor shows them as <200b> or boxes. They come with text "
      "that was copied from elsewhere.");
  finding.page = number;
  finding.box = box_at(page, secret.first);
  std::string text = secret.spelt;
  if (text.empty())
    text = util::to_utf8(
        page.text.substr(secret.first - std::min(secret.first, kAround), 2 * kAround));
  finding.evidence = util::shortened(util::printable(util::trim(text)), kQuoted);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i) {
    const model::Page& page = paper.document.pages[i];
    SecretLetters secret = find_secret_letters(page.text);
    if (static_cast<int>(secret.inside) < with.integer("inside_words")) secret.inside = 0;
    if (secret.count() > 0) findings.push_back(about(secret, page, static_cast<int>(i) + 1));
  }
  return findings;
}

}  // namespace

extern constinit const Check zero_width{
    .id = "integrity/zero-width",
    .summary = "characters in words that take no room and are never shown",
    .params = kParams,
    .run = run,
};

}  // namespace checks::integrity
