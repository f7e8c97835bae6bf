#include "checks/readings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace checks {
namespace {

using model::Box;
using model::Document;
using model::Glyph;
using model::Page;

constexpr std::size_t kQuotedBytes = 200;
constexpr double kWordGap = 0.15;  // of the size; kerns are a tenth at most
constexpr std::size_t kMostKnownWords = 100'000;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// By letter as copied, those that may be painted; empty where it is read right.
using Table = std::array<std::string, 128>;
// Ways to read a word with doubtful letters that are tried.
constexpr std::size_t kMostReadings = 64;

std::map<std::uint16_t, Table> tables_of(const Document& document) {
  std::map<std::uint16_t, Table> tables;
  for (std::size_t i = 0; i < document.fonts.size(); ++i) {
    for (const auto& [copied, painted] : document.fonts[i].misread) {
      bool is_one = copied.size() == 1 && painted.size() == 1 && (copied[0] & 0x80) == 0;
      if (!is_one) continue;
      Table& table = tables.try_emplace(static_cast<std::uint16_t>(i)).first->second;
      table[static_cast<std::size_t>(copied[0])] += lower(painted[0]);
    }
  }
  return tables;
}

struct Word {
  std::string copied;
  std::vector<std::string> painted;  // for each letter, those that it may be
  Box box;
  bool is_doubtful = false;
};

// Calls `take` with each word of a page, in paint order.
template <class Take>
void each_word(const Page& page, const std::map<std::uint16_t, Table>& tables, Take take) {
  Word word;
  const Glyph* last = nullptr;
  auto end = [&] {
    if (!word.copied.empty()) take(word);
    word = {};
  };
  for (const Glyph& glyph : page.glyphs) {
    bool is_plain =
        glyph.text_length == 1 && glyph.text < page.text.size() && is_letter(page.text[glyph.text]);
    bool goes_on = last && std::abs(last->baseline - glyph.baseline) < 0.1 * glyph.size &&
                   std::abs(glyph.left - last->right) < kWordGap * glyph.size;
    if (!is_plain || !goes_on) end();
    last = &glyph;
    if (!is_plain) continue;
    char copied = static_cast<char>(page.text[glyph.text]);
    std::string painted;
    if (auto table = tables.find(glyph.font); table != tables.end())
      painted = table->second[static_cast<std::size_t>(copied)];
    word.is_doubtful = word.is_doubtful || !painted.empty();
    if (painted.empty()) painted = lower(copied);
    Box box{glyph.left, glyph.top, glyph.right, glyph.bottom};
    word.box = word.copied.empty() ? box : word.box.joined(box);
    word.copied += lower(copied);
    word.painted.push_back(painted);
  }
  end();
}

// Every way to read it, or the first of too many.
std::vector<std::string> readings_of(const Word& word) {
  std::vector<std::string> all = {""};
  for (const std::string& letters : word.painted) {
    bool is_open = letters.size() > 1 && all.size() * letters.size() <= kMostReadings;
    std::vector<std::string> longer;
    for (const std::string& begun : all)
      for (char letter : is_open ? letters : letters.substr(0, 1)) longer.push_back(begun + letter);
    all = std::move(longer);
  }
  return all;
}

// What is painted: a word of the paper where one can be read.
void add(Misreading& reading, const Word& word, const std::set<std::string>& known) {
  auto readings = readings_of(word);
  auto found = std::find_if(readings.begin(), readings.end(),
                            [&](const std::string& each) { return known.contains(each); });
  const std::string& painted = found == readings.end() ? readings.front() : *found;
  if (painted == word.copied) return;
  if (found != readings.end()) ++reading.known;
  reading.box = reading.words == 0 ? word.box : reading.box.joined(word.box);
  ++reading.words;
  for (std::size_t i = 0; i < painted.size(); ++i)
    reading.letters += painted[i] != word.copied[i] ? 1 : 0;
  if (reading.copied.size() > kQuotedBytes) return;
  reading.copied += (reading.copied.empty() ? "" : " ") + word.copied;
  reading.painted += (reading.painted.empty() ? "" : " ") + painted;
}

}  // namespace

std::vector<Misreading> find_misreadings(const model::Paper& paper) {
  std::vector<Misreading> all;
  auto tables = tables_of(paper.document);
  if (tables.empty()) return all;
  std::set<std::string> known;
  for (const Page& page : paper.document.pages)
    each_word(page, tables, [&](const Word& word) {
      if (!word.is_doubtful && word.copied.size() > 1 && known.size() < kMostKnownWords)
        known.insert(word.copied);
    });
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i) {
    Misreading reading;
    reading.page = static_cast<int>(i) + 1;
    each_word(paper.document.pages[i], tables, [&](const Word& word) {
      if (word.is_doubtful && word.copied.size() > 1) add(reading, word, known);
    });
    if (reading.words > 0) all.push_back(std::move(reading));
  }
  return all;
}

std::vector<std::string> fonts_out_of_width(const Document& document) {
  struct Widths {
    double narrow = 0, wide = 0;
    int narrow_count = 0, wide_count = 0;
  };
  std::vector<Widths> widths(document.fonts.size());
  for (const Page& page : document.pages) {
    for (const Glyph& glyph : page.glyphs) {
      bool is_upright = glyph.turn == model::Turn::none && glyph.size > 0 &&
                        glyph.text_length == 1 && glyph.text < page.text.size();
      if (!is_upright || glyph.font >= widths.size()) continue;
      char32_t letter = page.text[glyph.text];
      Widths& of = widths[glyph.font];
      double width = (glyph.right - glyph.left) / glyph.size;
      if (letter == 'i' || letter == 'l') {
        of.narrow += width;
        ++of.narrow_count;
      } else if (letter == 'm' || letter == 'w') {
        of.wide += width;
        ++of.wide_count;
      }
    }
  }
  std::vector<std::string> names;
  constexpr int kFewest = 5;        // of each kind, so that no sign alone decides
  constexpr double kClearly = 1.1;  // typewriter fonts have one width for all
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const Widths& of = widths[i];
    if (of.narrow_count < kFewest || of.wide_count < kFewest) continue;
    if (of.narrow / of.narrow_count > kClearly * of.wide / of.wide_count)
      names.push_back(document.fonts[i].name);
  }
  return names;
}

}  // namespace checks
