// Documents built in code for the tests of measuring: lines of glyphs on pages, no PDF.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/measured.hpp"
#include "model/vocabulary.hpp"
#include "util/text.hpp"

namespace building {

enum Face : std::uint16_t { roman, bold, math, sans, italic, typewriter };

class Builder {
 public:
  Builder() {
    for (const char* name : {"NimbusRomNo9L-Regu", "NimbusRomNo9L-Medi", "CMMI10",
                             "NimbusSanL-Regu", "NimbusRomNo9L-ReguItal", "NimbusMonL-Regu"}) {
      document.fonts.push_back({name, "Type 1", true, true, true, 0, 0});
    }
  }

  Builder& page(double width = 612, double height = 792) {
    document.pages.emplace_back().size = {width, height};
    return *this;
  }

  // Letters as wide as half their size.
  Builder& write(double x, double baseline, const std::string& text, double size = 9.963,
                 Face face = roman) {
    return fit(x, baseline, 0.5 * size * static_cast<double>(util::to_utf32(text).size()), text,
               size, face);
  }

  // Letters spread evenly over the width, as a justified line fills its column.
  Builder& fit(double x, double baseline, double width, const std::string& text,
               double size = 9.963, Face face = roman) {
    std::u32string letters = util::to_utf32(text);
    double step = width / static_cast<double>(letters.size());
    for (char32_t c : letters) {
      if (c != U' ') add(x, baseline, step, c, size, face);
      x += step;
    }
    return *this;
  }

  // `count` lines of running text from `y` down, `leading` apart; returns the next baseline.
  double paragraph(double x, double y, double width, int count, double size = 9.963,
                   double leading = 10.909) {
    static const std::string kWords =
        "the quick brown fox jumps over one lazy dog and then runs away from it ";
    for (int i = 0; i < count; ++i, y += leading) {
      auto letters = static_cast<std::size_t>(width / (0.48 * size));
      std::string text;
      while (text.size() < letters) text += kWords.substr(static_cast<std::size_t>(7 * i) % 50);
      text.resize(letters);
      if (text.front() == ' ') text.front() = 'x';
      if (text.back() == ' ') text.back() = 'x';
      fit(x, y, width, text, size);
    }
    return y;
  }

  // A rule as TeX draws it.
  Builder& rule(double left, double y, double right) {
    document.pages.back().inks.push_back(
        {{left, y, right, y + 0.4}, model::InkKind::fill, true, 255, false, 0, 0});
    return *this;
  }

  // Turns what was written on the page from glyph `begin` on: it runs up along x.
  Builder& turn(std::size_t begin, double x, double bottom) {
    for (std::size_t i = begin; i < document.pages.back().glyphs.size(); ++i) {
      model::Glyph& glyph = document.pages.back().glyphs[i];
      auto height = glyph.right - glyph.left;
      glyph.turn = model::Turn::left;
      glyph.left = static_cast<float>(x), glyph.right = static_cast<float>(x + 0.9 * glyph.size);
      glyph.bottom = static_cast<float>(bottom), glyph.top = static_cast<float>(bottom) - height;
      bottom -= height;
    }
    return *this;
  }

  std::size_t glyphs() const { return document.pages.back().glyphs.size(); }
  model::Glyph& last() { return document.pages.back().glyphs.back(); }

  model::Document document;

 private:
  void add(double x, double baseline, double width, char32_t c, double size, Face face) {
    model::Page& page = document.pages.back();
    model::Glyph glyph;
    glyph.left = static_cast<float>(x);
    glyph.right = static_cast<float>(x + width);
    glyph.top = static_cast<float>(baseline - 0.7 * size);
    glyph.bottom = static_cast<float>(baseline + 0.2 * size);
    glyph.x = glyph.left;
    glyph.baseline = static_cast<float>(baseline);
    glyph.size = static_cast<float>(size);
    glyph.text = static_cast<std::uint32_t>(page.text.size());
    glyph.text_length = 1;
    glyph.font = face;
    glyph.order = static_cast<std::uint32_t>(page.glyphs.size());
    page.text.push_back(c);
    page.glyphs.push_back(glyph);
  }
};

inline model::Vocabulary vocabulary() {
  model::Vocabulary words;
  words.sections = {{"references", {"References", "Bibliography"}, false},
                    {"appendix", {"Appendix", "Appendices"}, false},
                    {"acknowledgments", {"Acknowledgments"}, false},
                    {"checklist", {"Paper Checklist"}, false},
                    {"limitations", {"Limitations"}, false}};
  words.stages = {{"submission", {"Do not distribute", "Under review as a paper"}},
                  {"camera-ready", {"Published as a paper"}}};
  return words;
}

// A page of one column of 396 points with text from top to bottom.
inline void full_page(Builder& b) {
  b.page().paragraph(108, 81.96, 396, 58);
}

// Entries as a bibliography has them.
inline double entries(Builder& b, double y, int count, double x = 108, double width = 396) {
  for (int i = 0; i < count; ++i, y += 22) {
    b.fit(x, y, width,
          "Ada Author and Bert Writer. A study of things that were measured. In Papers");
    b.write(x + 10, y + 11, "of a Meeting, pages 1 to 10, 2019.");
  }
  return y;
}

inline std::vector<std::string> classes(const model::Measured& m) {
  std::vector<std::string> ids;
  for (const model::Section& section : m.sections) ids.push_back(section.class_id);
  return ids;
}

inline int count_role(const model::Measured& m, model::Role role) {
  int count = 0;
  for (const model::Line& line : m.lines) count += line.role == role;
  return count;
}

}  // namespace building
