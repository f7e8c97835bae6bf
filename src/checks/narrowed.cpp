#include "checks/narrowed.hpp"

#include "checks/lines.hpp"
#include "checks/undersized.hpp"

namespace checks {
namespace {

constexpr int kFewLetters = 25;  // of fewer the gaps are kerning

}  // namespace

int width_of(const model::Line& line, const model::Document& document) {
  auto font = static_cast<std::size_t>(line.font);
  int own = line.font >= 0 && font < document.fonts.size() ? document.fonts[font].scale : 0;
  return own > 0 ? line.scale * own / 1000 : line.scale;
}

int tracking_of(const model::Line& line, const model::Document& /*document*/) {
  return line.tracking;
}

Narrowed find_narrowed(const model::Paper& paper, double least,
                       int (*value_of)(const model::Line&, const model::Document&)) {
  Narrowed found;
  double all = 0, narrowed = 0;
  for (const model::Line& line : paper.measured.lines) {
    if (!line.counted || !is_running_text(line, paper.measured)) continue;
    int letters = letters_of(line.text);
    if (letters < kFewLetters) continue;
    all += letters;
    double value = value_of(line, paper.document) / 1000.0;
    if (value >= least) continue;
    narrowed += letters;
    if (!found.worst || value < found.value) found.worst = &line, found.value = value;
  }
  found.share = all > 0 ? narrowed / all : 0;
  return found;
}

}  // namespace checks
