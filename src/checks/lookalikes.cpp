#include "checks/lookalikes.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "util/text.hpp"

namespace checks {
namespace {

constexpr std::size_t kQuotedBytes = 200;
constexpr std::size_t kMostKnownWords = 100'000;
// Two letters side by side may be a formula.
constexpr std::size_t kShortest = 3;

// In UTF-8 the letters of Greek and Cyrillic begin with such bytes.
bool may_have(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xcd && byte <= 0xd4;
  });
}

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The Latin letter that a Cyrillic or Greek one is drawn like; 0 where there is none. The small
// Greek letters of formulas, of which alpha and nu come close, are not among them.
char lookalike(char32_t c) {
  constexpr std::u32string_view kOthers =
      U"\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501"
      U"\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405"
      U"\u03bf\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7";
  constexpr std::string_view kLatin = "aeopcyxijshdABEKMHOPCTXIJSoABEZHIKMNOPTYX";
  static_assert(kOthers.size() == kLatin.size());
  const auto at = kOthers.find(c);
  return at == kOthers.npos ? '\0' : kLatin[at];
}

struct Word {
  std::u32string copied;
  std::string painted;
  int others = 0;  // letters of other scripts
  bool is_known_script = true;

  bool is_mixed() const {
    return is_known_script && others > 0 && painted.size() >= kShortest &&
           static_cast<std::size_t>(others) < painted.size();
  }
};

template <class Take>
void each_word(std::string_view text, Take take) {
  Word word;
  for (char32_t c : util::to_utf32(text) + U' ') {
    if (!util::is_letter(c)) {
      if (!word.copied.empty()) take(word);
      word = {};
      continue;
    }
    const char other = lookalike(c);
    word.copied += c;
    word.others += other != '\0' ? 1 : 0;
    word.is_known_script = word.is_known_script && (other != '\0' || is_latin(c));
    word.painted += other != '\0' ? other : static_cast<char>(c & 0x7f);
  }
}

std::set<std::string> latin_words(const model::Measured& measured) {
  std::set<std::string> known;
  for (const model::Line& line : measured.lines)
    each_word(line.text, [&](const Word& word) {
      if (word.others == 0 && word.is_known_script && known.size() < kMostKnownWords)
        known.insert(util::fold(word.painted));
    });
  return known;
}

void add(Misreading& reading, const Word& word, const model::Box& box) {
  reading.box = reading.words == 0 ? box : reading.box.joined(box);
  ++reading.words;
  reading.letters += word.others;
  if (reading.copied.size() > kQuotedBytes) return;
  reading.copied += (reading.copied.empty() ? "" : " ") + util::to_utf8(word.copied);
  reading.painted += (reading.painted.empty() ? "" : " ") + word.painted;
}

}  // namespace

std::vector<Misreading> find_lookalikes(const model::Paper& paper) {
  std::vector<Misreading> all;
  std::optional<std::set<std::string>> known;
  for (const model::Line& line : paper.measured.lines) {
    if (!line.visible || !may_have(line.text)) continue;
    each_word(line.text, [&](const Word& word) {
      if (!word.is_mixed()) return;
      if (!known) known = latin_words(paper.measured);
      if (all.empty() || all.back().page != line.page) all.emplace_back().page = line.page;
      all.back().known += known->contains(util::fold(word.painted)) ? 1 : 0;
      add(all.back(), word, line.box);
    });
  }
  return all;
}

}  // namespace checks
