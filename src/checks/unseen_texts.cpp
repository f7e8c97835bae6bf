#include "checks/unseen_texts.hpp"

#include <algorithm>

#include "checks/secret_letters.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Confidence;

// Of one text, and of all: the metadata and notes of a book are less.
constexpr std::size_t kMostBytes = 1'000'000;
constexpr std::size_t kMostBytesOfAll = 4'000'000;

struct Printed {
  std::string letters;
};

class Gatherer {
 public:
  explicit Gatherer(const model::Paper& paper) : paper_(paper) {}

  UnseenTexts all() {
    for (const HiddenPassage& passage : find_hidden_text(paper_).passages) add(passage);
    for (std::size_t i = 0; i < paper_.document.pages.size(); ++i)
      add(paper_.document.pages[i], static_cast<int>(i) + 1);
    for (const auto& [key, value] : paper_.document.info)
      add(value, fmt::format("the entry /{} of the metadata", key), Confidence::likely);
    add_xml(paper_.document.xmp);
    for (const model::OutlineEntry& entry : paper_.document.outline)
      add(entry.title, "a bookmark", Confidence::likely, entry.page);
    return {std::move(texts_), was_cut_};
  }

 private:
  void add(const HiddenPassage& passage) {
    Confidence sure = passage.is_leftover() ? Confidence::possible : passage.sure;
    // A layer of the page itself is switched off by somebody.
    if (passage.why == Unseen::layer && !passage.in_form) sure = passage.sure;
    texts_.push_back({passage.text, fmt::format("text on page {}", passage.page),
                      std::string(reason(passage)), sure, passage.page, std::nullopt, &passage});
  }
  void add(const model::Page& page, int number) {
    SecretLetters secret = find_secret_letters(page.text);
    if (secret.tags > 0)
      texts_.push_back({secret.spelt, fmt::format("text on page {}", number),
                        "it is spelt with characters that are never shown", Confidence::certain,
                        number, std::nullopt, nullptr});
    for (const model::ActualText& each : page.actual_texts)
      add(each.text, fmt::format("a replacement text on page {}", number), Confidence::certain,
          number, each.box);
    for (const model::Annotation& each : page.annotations)
      add(each.contents, fmt::format("a note on page {}", number), Confidence::likely, number,
          each.box);
  }
  void add(std::string_view text, std::string place, Confidence sure, int page = 0,
           std::optional<model::Box> box = std::nullopt) {
    was_cut_ = was_cut_ || text.size() > std::min(kMostBytes, left_);
    text = text.substr(0, std::min(kMostBytes, left_));
    if (text.empty()) return;
    left_ -= text.size();
    SecretLetters secret = find_secret_letters(util::to_utf32(text));
    std::string all =
        secret.tags > 0 ? fmt::format("{} {}", text, secret.spelt) : std::string(text);
    if (box && box->is_empty()) box.reset();
    texts_.push_back(
        {std::move(all), std::move(place), "it is not on the page", sure, page, box, nullptr});
  }
  // Each text between two tags by itself, as most are a title or a name.
  void add_xml(std::string_view xml) {
    while (!xml.empty()) {
      std::size_t end = std::min(xml.find('<'), xml.size());
      if (!util::trim(xml.substr(0, end)).empty())
        add(xml.substr(0, end), "the XMP metadata", Confidence::likely);
      xml.remove_prefix(std::min(xml.find('>', end), xml.size() - 1) + 1);
    }
  }

  const model::Paper& paper_;
  std::vector<UnseenText> texts_;
  std::size_t left_ = kMostBytesOfAll;
  bool was_cut_ = false;
};

}  // namespace

UnseenTexts unseen_texts(const model::Paper& paper) {
  return Gatherer(paper).all();
}

std::string_view around(std::string_view text, Span span, std::size_t more) {
  auto is_inside = [&](std::size_t at) { return at < text.size() && (text[at] & 0xc0) == 0x80; };
  std::size_t begin = span.begin - std::min(span.begin, more);
  std::size_t end = std::min(text.size(), span.end + more);
  while (begin > 0 && is_inside(begin)) --begin;
  while (is_inside(end)) ++end;
  return text.substr(begin, end - begin);
}

bool is_printed(const model::Paper& paper, std::string_view text) {
  const Printed& printed = paper.workings.get<Printed>([&] {
    Printed out;
    for (const model::Line& line : paper.measured.lines)
      if (line.visible) out.letters += squeezed(line.text);
    return out;
  });
  return printed.letters.find(squeezed(text)) != std::string::npos;
}

}  // namespace checks
